package org.tollwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The archive in files. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "Hands the archive of reports over in a file, and takes one in.")
final class ArchiveCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
