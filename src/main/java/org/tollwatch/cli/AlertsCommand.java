package org.tollwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What has to do with alert rules. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description =
                "Lists alerts of a running service, checks alert rules, and tells what they would have told. See docs/alerts.md.")
final class AlertsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
