package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.WindowText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;
import org.tollwatch.ledger.Window;

/** The tallies of one conflict for people: a block a window, the parties of a measure below one another. */
final class TallyTable {

    private static final int INDENT = 2;

    private final Conflict conflict;
    private final Labels labels;
    private final WindowText windows;
    private final Console console;

    TallyTable(Conflict conflict, Console console) {
        this.conflict = conflict;
        this.labels = new Labels(Optional.of(conflict));
        this.windows = new WindowText(conflict);
        this.console = console;
    }

    /** @param tallies in {@link Reckoning#READING_ORDER} */
    void print(List<Tally> tallies, PrintWriter out) {
        List<Tally> telling = tallies.stream().filter(TallyTable::tells).toList();
        if (telling.isEmpty()) {
            return;
        }
        out.println(
                Style.bold(console).of(conflict.name() + under(telling.get(0).policy())));
        Map<Window, List<Tally>> byWindow =
                telling.stream().collect(Collectors.groupingBy(Tally::window, LinkedHashMap::new, Collectors.toList()));
        byWindow.forEach((window, inside) -> print(window, inside, out));
    }

    private static String under(String policy) {
        return policy.equals(Policy.standard().name()) ? "" : ", under the policy '" + policy + "'";
    }

    /** "0 or more" is no figure, and would be read as zero. */
    static boolean tells(Tally tally) {
        return tally.best() > 0 || tally.high() != Count.OPEN;
    }

    private void print(Window window, List<Tally> tallies, PrintWriter out) {
        out.println();
        out.println(Style.bold(console).of(windows.title(window)));
        Table table = new Table(INDENT, console.width(), 2, 3, 4);
        table.add("", "", "low", "best", "high", "", "according to");
        Map<String, List<Tally>> byPlace = tallies.stream()
                .sorted(Comparator.comparing(Tally::scope, new ScopeText(conflict).order()))
                .collect(Collectors.groupingBy(t -> t.scope().place(), LinkedHashMap::new, Collectors.toList()));
        byPlace.forEach((place, there) -> {
            if (!place.isEmpty()) {
                table.title("in " + labels.place(place));
            }
            rows(there, place.isEmpty() ? "" : " ".repeat(INDENT), table);
        });
        table.print(out);
        new FindingText(labels, windows)
                .lines(tallies, console.width() - INDENT)
                .forEach(line -> out.println(" ".repeat(INDENT) + line));
    }

    private void rows(List<Tally> tallies, String indent, Table table) {
        String before = "";
        for (Tally tally : tallies) {
            String what = ScopeText.what(tally.scope());
            table.add(
                    what.equals(before) ? "" : indent + what,
                    labels.party(tally.scope().party()),
                    Figures.number(tally.low()),
                    Figures.number(tally.best()),
                    Figures.bound(tally.high()),
                    tally.grade().name().toLowerCase(Locale.ROOT) + FindingText.mark(tally),
                    claimants(tally));
            before = what;
        }
    }

    private String claimants(Tally tally) {
        return tally.claimants().stream()
                .map(View::account)
                .map(labels::account)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
