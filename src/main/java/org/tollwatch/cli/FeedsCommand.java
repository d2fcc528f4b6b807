package org.tollwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What has to do with live feeds. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description = "Checks a file of live feeds, and tries one of them. See docs/feeds.md.")
final class FeedsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
