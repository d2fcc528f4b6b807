package org.tollwatch.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tollwatch.ask.Json;
import org.tollwatch.dlq.Letter;
import org.tollwatch.dlq.LetterBox;
import org.tollwatch.dlq.LetterId;
import org.tollwatch.dlq.Outcome;
import org.tollwatch.dlq.Retry;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rejected inputs sent again. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Sends rejected inputs again by the way they came, with the ids they have: nothing is counted twice. What would",
            "be rejected again is told, and not sent; a letter that was sent is never sent again. Exit status: 0 all were",
            "sent, 3 some were not or were rejected again."
        })
final class DlqRetryCommand implements Callable<Integer> {

    /** Read and sent together: some may be large. */
    private static final int TOGETHER = 200;

    private final Console console;

    @Parameters(paramLabel = "LETTER", arity = "0..*", description = "Numbers, as tollwatch dlq list has them.")
    private List<String> letters = List.of();

    @Mixin
    private LetterOption which;

    @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
    private boolean trial;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "So long, where somebody counts, for what becomes of them; default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", description = "One JSON line a letter.")
    private boolean json;

    @Mixin
    private ConflictOption conflict;

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    DlqRetryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (letters.isEmpty() != which.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "Name letters by their numbers, or choose them with --reason, --from ...");
        }
        try (Parts parts = new Parts()) {
            Cluster at = data.open(parts);
            Settings settings = Settings.of(at, data.state());
            Retry retry = parts.add(new Retry(settings, conflict.conflicts(), console.clock()));
            LetterBox box = parts.add(new LetterBox(at));
            List<Outcome> outcomes = letters.isEmpty() ? filtered(retry, box) : done(retry, named(box));
            print(outcomes);
            console.flush();
            return outcomes.stream().allMatch(outcome -> outcome.kind().isWell()) ? ExitStatus.OK : ExitStatus.REJECTED;
        }
    }

    private List<Outcome> done(Retry retry, List<Letter> chosen) {
        return trial ? retry.trial(chosen) : retry.send(chosen, Duration.ofSeconds(Math.max(0, seconds)));
    }

    /** Backwards, so that letters which come of it are not among them. */
    private List<Outcome> filtered(Retry retry, LetterBox box) {
        List<Outcome> outcomes = new ArrayList<>();
        LetterBox.Page page = box.newest(which.filter(), Optional.empty(), TOGETHER);
        outcomes.addAll(done(retry, page.letters()));
        while (page.more()) {
            LetterId last = page.letters().get(page.letters().size() - 1).id();
            page = box.newest(which.filter(), Optional.of(last), TOGETHER);
            outcomes.addAll(done(retry, page.letters()));
        }
        return outcomes;
    }

    private List<Letter> named(LetterBox box) {
        return letters.stream()
                .map(LetterId::parse)
                .distinct()
                .map(id -> box.find(id)
                        .orElseThrow(() -> new CommandFailure(
                                "There is no letter " + id + "; nothing was sent. tollwatch dlq list tells which there"
                                        + " are",
                                null)))
                .toList();
    }

    private void print(List<Outcome> outcomes) {
        if (json) {
            outcomes.forEach(outcome -> console.out().println(Json.line(to -> {
                Json.text(to, "letter", outcome.letter().toString());
                Json.text(to, "outcome", outcome.kind().words());
                Json.textIfAny(to, "reason", outcome.reason());
                Json.textIfAny(to, "detail", outcome.detail());
            })));
            return;
        }
        Table table = new Table(0, console.width(), 0);
        outcomes.forEach(outcome -> table.add(
                outcome.letter().toString(),
                outcome.kind().words(),
                outcome.reason(),
                LetterText.plain(outcome.detail())));
        table.print(console.out());
        Map<Outcome.Kind, Integer> sums = new EnumMap<>(Outcome.Kind.class);
        outcomes.forEach(outcome -> sums.merge(outcome.kind(), 1, Integer::sum));
        console.out()
                .println(
                        sums.isEmpty()
                                ? "There are no such letters."
                                : sums.entrySet().stream()
                                                .map(sum -> Figures.number(sum.getValue()) + " "
                                                        + sum.getKey().words())
                                                .collect(Collectors.joining(", "))
                                        + ".");
    }
}
