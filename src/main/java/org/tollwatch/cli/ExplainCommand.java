package org.tollwatch.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tollwatch.ask.ExplanationJson;
import org.tollwatch.ask.Moment;
import org.tollwatch.ask.Question;
import org.tollwatch.ask.ScopeNames;
import org.tollwatch.ask.WindowText;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why one figure is what it is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells why one figure is what it is: what sets it, what it contains, what was set aside and why.")
final class ExplainCommand implements Callable<Integer> {

    private static final Comparator<Window> NEWEST_FIRST =
            Comparator.<Window, Instant>comparing(w -> w.period().from()).reversed();

    private final Console console;

    @Option(
            names = "--party",
            defaultValue = "all",
            paramLabel = "PARTY",
            description = "Its id or a name; default: all.")
    private String party;

    @Option(
            names = "--measure",
            required = true,
            paramLabel = "MEASURE",
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Measure measure;

    @Option(
            names = "--status",
            defaultValue = "ANY",
            paramLabel = "STATUS",
            description = "One of ${COMPLETION-CANDIDATES}; default: ANY.")
    private Status status;

    @Option(
            names = "--place",
            defaultValue = "",
            paramLabel = "PLACE",
            description = "Its id or a name; default: the whole theatre.")
    private String place;

    @Option(
            names = "--item",
            defaultValue = "",
            paramLabel = "ITEM",
            description = "Of equipment lost: tank, drone ...")
    private String item;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private WindowOption windows;

    @Mixin
    private AsOfOption asOf;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private InputOption input;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return input.ask(console, this::explain);
    }

    private void explain(Ledger ledger) {
        ScopeNames names = new ScopeNames(ledger);
        Scope scope = new Scope(
                ledger.conflict().id(),
                names.party(party),
                measure,
                item,
                status,
                place.isEmpty() ? "" : names.place(place));
        Question asked = new Question(windows.requests(), asOf.moment(), List.of(policy.policy()));
        Moment now = asked.moment(ledger);
        List<Explanation> told = asked.windows(ledger).stream()
                .sorted(NEWEST_FIRST)
                .map(window -> ledger.explain(scope, window, now.known(), policy.policy()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (told.isEmpty()) {
            throw new CommandFailure(
                    "Nothing was published by then, or in no such window; try --window FROM..TO.", null);
        }
        Explanation newest =
                told.stream().filter(t -> t.tally().isPresent()).findFirst().orElse(told.get(0));
        if (json) {
            console.out().println(new ExplanationJson(ledger).line(newest));
        } else {
            new ExplanationText(ledger, console).print(newest, console.out());
            others(ledger, told, newest);
        }
    }

    private void others(Ledger ledger, List<Explanation> told, Explanation newest) {
        String others = told.stream()
                .filter(t -> t != newest && t.tally().isPresent())
                .map(t -> new WindowText(ledger.conflict()).title(t.window()))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            console.out().println();
            Table.wrap("Something is also known of: " + others + "; --window FROM..TO chooses.", console.width())
                    .forEach(console.out()::println);
        }
    }
}
