package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.WindowText;
import org.tollwatch.ledger.Change;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Ledger;

/** Changes for people: a block a window; before and after, then what did it. */
final class ChangeText {

    /** Of one cause; the rest is counted. */
    private static final int MOST_CLAIMS = 5;

    private final Labels labels;
    private final WindowText windows;
    private final EvidenceText evidence;
    private final Console console;

    ChangeText(Ledger ledger, Console console) {
        this.labels = new Labels(Optional.of(ledger.conflict()));
        this.windows = new WindowText(ledger.conflict());
        this.evidence = new EvidenceText(ledger, labels, console.width() - 4);
        this.console = console;
    }

    void print(List<Change> changes, PrintWriter out) {
        if (changes.isEmpty()) {
            out.println("Nothing changed.");
            return;
        }
        Map<Window, List<Change>> byWindow = changes.stream()
                .collect(Collectors.groupingBy(Change::window, LinkedHashMap::new, Collectors.toList()));
        byWindow.forEach((window, inside) -> {
            out.println(Style.bold(console).of(windows.title(window)));
            Set<String> told = new HashSet<>();
            inside.forEach(change -> print(change, told, out));
            out.println();
        });
    }

    private void print(Change change, Set<String> told, PrintWriter out) {
        String place = change.scope().place();
        out.println("  " + figure(change.before()) + " -> " + figure(change.after()) + "  "
                + ScopeText.what(change.scope()) + ", "
                + labels.party(change.scope().party())
                + (place.isEmpty() ? "" : ", " + labels.place(place)));
        change.causes().forEach(cause -> print(cause, told, out));
    }

    private String figure(Optional<Tally> tally) {
        return tally.map(t -> Figures.range(t.low(), t.best(), t.high()) + " ("
                        + t.grade().name().toLowerCase(Locale.ROOT) + ")")
                .orElse("nothing known");
    }

    private void print(Change.Cause cause, Set<String> told, PrintWriter out) {
        out.println("    " + words(cause.kind()));
        cause.claims().stream()
                .limit(MOST_CLAIMS)
                .flatMap(claim -> told.add(claim.id())
                        ? evidence.lines(claim, "").stream()
                        : Stream.of("  " + evidence.brief(claim.id()) + ", as above"))
                .forEach(line -> out.println("    " + line));
        if (cause.claims().size() > MOST_CLAIMS) {
            out.println("      and " + (cause.claims().size() - MOST_CLAIMS) + " more; --json has them");
        }
    }

    private static String words(Change.Kind kind) {
        return switch (kind) {
            case NEW -> "new:";
            case LATE -> "late, about a time before:";
            case REVISED -> "revised, the first by what follows:";
            case RETRACTED -> "withdrawn or given again, the first by what follows:";
            case RESTARTED -> "the count began anew after the first:";
            case POLICY -> "another policy, on the same claims";
        };
    }
}
