package org.tollwatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.tollwatch.ask.AsOf;
import org.tollwatch.ask.ChangeJson;
import org.tollwatch.ask.Moment;
import org.tollwatch.ask.Question;
import org.tollwatch.ask.ScopeNames;
import org.tollwatch.ledger.Change;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.stream.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What changed between two moments, and by what. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells which figures changed between two moments of knowledge, and by which claims.")
final class DiffCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = "What was known by then: a time with its zone, or a date for the end of that day.")
    private AsOf from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME",
            converter = AsOfConverter.class,
            description = "And by then.")
    private AsOf to;

    @Option(names = "--party", paramLabel = "PARTY", description = "Only of this party: its id or a name.")
    private String party;

    @Option(names = "--measure", paramLabel = "MEASURE", description = "Only this: ${COMPLETION-CANDIDATES}.")
    private Measure measure;

    @Option(
            names = PolicyOption.NAME,
            split = ",",
            paramLabel = "NAME|FILE",
            description = "Reckon under this policy; with two, the first at --from and the second at --to.")
    private List<String> policies = new ArrayList<>();

    @Option(names = "--json", description = "One JSON line a change.")
    private boolean json;

    @Mixin
    private WindowOption windows;

    @Mixin
    private InputOption input;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (policies.size() > 2) {
            throw input.misused("--policy takes one policy, or two: one at --from and one at --to");
        }
        List<Policy> rules = new ArrayList<>();
        policies.forEach(name -> rules.addAll(NamedPolicies.of(PolicyOption.NAME, List.of(name))));
        Policy before = rules.isEmpty() ? Policy.standard() : rules.get(0);
        return input.ask(console, ledger -> compare(ledger, before, rules.size() < 2 ? before : rules.get(1)));
    }

    private void compare(Ledger ledger, Policy before, Policy after) {
        Moment first = from.in(ledger.conflict().zone());
        Moment second = to.in(ledger.conflict().zone());
        if (second.known().isBefore(first.known())) {
            throw input.misused("--to lies before --from; turn them round");
        }
        Optional<String> only = Optional.ofNullable(party).map(new ScopeNames(ledger)::party);
        Question asked = new Question(windows.requests(), Optional.of(to), List.of(after));
        Predicate<Scope> wanted = scope ->
                (only.isEmpty() || scope.party().equals(only.get())) && (measure == null || scope.measure() == measure);
        List<Change> changes = List.copyOf(
                ledger.changes(asked.windows(ledger), wanted, first.known(), second.known(), before, after));
        if (json) {
            changes.forEach(change -> console.out().println(new ChangeJson(ledger).line(change)));
        } else {
            new ChangeText(ledger, console).print(changes, console.out());
        }
    }
}
