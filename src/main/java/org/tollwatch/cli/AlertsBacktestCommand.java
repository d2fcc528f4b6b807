package org.tollwatch.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.tollwatch.alert.Alert;
import org.tollwatch.alert.AlertJson;
import org.tollwatch.alert.AlertText;
import org.tollwatch.alert.Backtest;
import org.tollwatch.alert.Rules;
import org.tollwatch.alert.RulesFile;
import org.tollwatch.ask.AsOf;
import org.tollwatch.ask.Json;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.stream.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What rules would have told while the articles were published. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Tells which alerts would have fired, been corrected and ended while the articles were published, by what was",
            "known at each publication. Nobody else is told."
        })
final class AlertsBacktestCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = "From this publication on: a time with its zone, or a date for the start of that day.")
    private AsOf from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = "Until then: a time with its zone, or a date for the end of that day.")
    private AsOf to;

    @Option(names = "--rules", paramLabel = "FILE", description = "The rules; default: those that come with Tollwatch.")
    private Path rules;

    @Option(names = "--json", description = "One JSON line a message.")
    private boolean json;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private InputOption input;

    AlertsBacktestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return input.count(console, (run, conflicts) -> {
            Rules read = rules == null
                    ? RulesFile.bundled(conflicts)
                    : RulesFile.read(rules, conflicts).get();
            Backtest backtest = new Backtest(read, policy.policy());
            run.ledgers(conflicts).forEach(ledger -> test(backtest, ledger, conflicts));
        });
    }

    private void test(Backtest backtest, Ledger ledger, Conflicts conflicts) {
        ZoneId zone = ledger.conflict().zone();
        Instant begin = from instanceof AsOf.EndOf day
                ? day.day().atStartOfDay(zone).toInstant()
                : from.in(zone).known();
        Instant end = to.in(zone).end();
        if (!begin.isBefore(end)) {
            throw input.misused("--to lies before --from; turn them round");
        }
        AlertText text = new AlertText(conflicts);
        List<Alert> told = backtest.run(ledger, begin, end);
        for (Alert alert : told) {
            console.out()
                    .println(
                            json
                                    ? Json.line(to -> line(alert, text, to))
                                    : alert.at().atZone(zone).toOffsetDateTime() + "  " + alert.rule() + "  "
                                            + text.title(alert));
        }
        if (!json) {
            long fired = told.stream().filter(a -> a.number() == 0).count();
            console.out().println(ledger.conflict().name() + ": " + fired + " alerts, " + told.size() + " messages");
        }
    }

    private static void line(Alert alert, AlertText text, JsonGenerator to) throws IOException {
        Json.text(to, "title", text.title(alert));
        AlertJson.alert(alert, to);
    }
}
