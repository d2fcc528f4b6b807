package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tollwatch.alert.Rule;
import org.tollwatch.alert.Rules;
import org.tollwatch.alert.RulesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A rules file in; what it says, or what is wrong with it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what is wrong with a file of alert rules, or which rules and receivers it has.",
        footer = {"", "Exit status: 0 it can be used, 1 it cannot."})
final class AlertsCheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ConflictOption conflict;

    @Parameters(paramLabel = "FILE", description = "A file of alert rules.")
    private Path file;

    AlertsCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Rules rules = RulesFile.read(file, conflict.conflicts()).get();
        console.out()
                .println(Style.bold(console)
                        .of(file + ": alert rules " + rules.rules().size() + ", receivers "
                                + rules.receivers().size()));
        for (Rule rule : rules.rules()) {
            console.out()
                    .println("  " + rule.name() + ": " + rule.condition().label() + ", window "
                            + rule.selector().window().label() + ", established by " + rule.origins()
                            + " origins, held " + rule.held().toMinutes() + " min");
        }
        rules.receivers().forEach(receiver -> console.out().println("  tells " + receiver.url()));
        console.flush();
        return ExitStatus.OK;
    }
}
