package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.Question;
import org.tollwatch.ask.TallyJson;
import org.tollwatch.ask.WindowText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Articles or reports in, tallies out, on a broker of this process's own. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "Counts what the reports claim, and prints a low, a best and a high figure for each party.")
final class CountCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "One JSON line a tally.")
    private boolean json;

    @Mixin
    private WindowOption windows;

    @Mixin
    private AsOfOption asOf;

    @Mixin
    private CompareOption policy;

    @Mixin
    private InputOption input;

    CountCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Policy> policies = policy.policies();
        return input.count(console, (run, conflicts) -> {
            CountSummary summary = run.summary(conflicts);
            print(run.tallies(conflicts, new Question(windows.requests(), asOf.moment(), policies)), policies, summary);
        });
    }

    private void print(Map<Conflict, List<Tally>> tallies, List<Policy> policies, CountSummary summary) {
        PrintWriter out = console.out();
        if (json) {
            tallies.forEach((about, found) -> {
                TallyJson line = new TallyJson(new Labels(Optional.of(about)), new WindowText(about));
                found.forEach(tally -> out.println(line.line(tally)));
            });
        } else {
            tallies.forEach((about, found) -> table(about, found, policies, out));
            out.println();
            silent(tallies, out);
        }
        summary.print(json ? console.err() : out);
        console.flush();
    }

    private void table(Conflict about, List<Tally> found, List<Policy> policies, PrintWriter out) {
        if (policies.size() > 1) {
            new ComparisonTable(about, policies, console).print(found, out);
        } else {
            new TallyTable(about, console).print(found, out);
        }
    }

    private static void silent(Map<Conflict, List<Tally>> tallies, PrintWriter out) {
        long silent = tallies.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(tally -> List.of(tally.scope(), tally.window())))
                .values()
                .stream()
                .filter(underEachPolicy -> underEachPolicy.stream().noneMatch(TallyTable::tells))
                .count();
        if (silent > 0) {
            out.println("Not shown: " + Figures.number(silent)
                    + " where something is claimed, but no number of it (low 0, no high); --json has them.");
        }
    }
}
