package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tollwatch.ask.ExplanationJson;
import org.tollwatch.ask.Moment;
import org.tollwatch.ask.Question;
import org.tollwatch.ask.ScopeNames;
import org.tollwatch.ask.WindowText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why one figure is what it is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells why one figure is what it is: what sets it, what it contains, what was set aside and why. Of files, of what",
            "was kept, or else of a running service."
        })
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

    @Mixin
    private ServiceOption at;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (input.isGiven() && at.isAsked()) {
            throw input.misused("--service asks what is running; leave it out, or the files and --keep");
        }
        return input.isGiven() ? input.ask(console, this::explain) : ask(at.service());
    }

    private int ask(Service service) {
        Conflict conflict = new RemoteConflicts(service).only(input.conflict());
        Query query = Query.of("explain")
                .with("conflict", conflict.id())
                .with("party", FilterOption.party(party))
                .with("measure", measure)
                .with("status", status)
                .with("place", place)
                .with("item", item)
                .with("window", windows.text())
                .with("asOf", asOf.text())
                .with("policy", policy.name());
        JsonNode answer = service.ask(query);
        if (json) {
            console.out().println(answer);
            return ExitStatus.OK;
        }
        RemoteExplanation read = RemoteExplanation.read(conflict, answer);
        new ExplanationText(read.ledger(), console).print(read.told(), console.out());
        RemoteTallies reader = new RemoteTallies(conflict);
        others(
                conflict,
                service.all(query.to("tallies")).stream()
                        .map(reader::tally)
                        .filter(tally -> tally.scope().equals(read.told().scope()))
                        .map(Tally::window)
                        .filter(window -> !window.equals(read.told().window())));
        return ExitStatus.OK;
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
            others(
                    ledger.conflict(),
                    told.stream()
                            .filter(t -> t != newest && t.tally().isPresent())
                            .map(Explanation::window));
        }
    }

    private void others(Conflict conflict, Stream<Window> windows) {
        String others = windows.sorted(NEWEST_FIRST)
                .map(new WindowText(conflict)::title)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            console.out().println();
            Table.wrap("Something is also known of: " + others + "; --window FROM..TO chooses.", console.width())
                    .forEach(console.out()::println);
        }
    }
}
