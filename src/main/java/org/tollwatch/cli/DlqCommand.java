package org.tollwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Dead letters. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = "What was rejected and lies on the topic reports-dlq: which, why, and sent again.")
final class DlqCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
