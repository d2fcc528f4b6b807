package org.tollwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What has to do with who may ask. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and removes the tokens of those who may ask a service. See docs/operating.md.")
final class TokensCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
