package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.WindowText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;

/**
 * The tallies of one conflict under several policies side by side: a block a window, low, best and high for each policy, a
 * mark where they differ. Where that is too wide, each policy has one column with the range.
 */
final class ComparisonTable {

    private static final int INDENT = 2;
    private static final int BEFORE = 3;
    private static final String DIFFERS = "*";
    private static final String NOTHING = "-";

    private final Conflict conflict;
    private final List<String> policies;
    private final Labels labels;
    private final Console console;

    ComparisonTable(Conflict conflict, List<Policy> policies, Console console) {
        this.conflict = conflict;
        this.policies = policies.stream().map(Policy::name).toList();
        this.labels = new Labels(Optional.of(conflict));
        this.console = console;
    }

    /** @param tallies in reading order */
    void print(List<Tally> tallies, PrintWriter out) {
        Map<Window, List<Tally>> byWindow = tallies.stream()
                .filter(TallyTable::tells)
                .collect(Collectors.groupingBy(Tally::window, LinkedHashMap::new, Collectors.toList()));
        if (byWindow.isEmpty()) {
            return;
        }
        out.println(Style.bold(console).of(conflict.name() + ": " + String.join(", ", policies)));
        boolean wide = byWindow.values().stream()
                .allMatch(inside -> table(inside, true).width() <= console.width());
        byWindow.forEach((window, inside) -> {
            out.println();
            out.println(Style.bold(console).of(new WindowText(conflict).title(window)));
            table(inside, wide).print(out);
        });
        out.println();
        out.println(DIFFERS + " the policies differ; " + NOTHING + " no figure. With --policy: grades and claimants.");
    }

    private Table table(List<Tally> tallies, boolean wide) {
        int columns = (wide ? 3 : 1) * policies.size();
        Table table = new Table(
                INDENT,
                console.width(),
                IntStream.range(BEFORE, BEFORE + columns).boxed().toArray(Integer[]::new));
        head(table, wide);
        String before = "";
        String place = "";
        for (Map.Entry<Scope, Map<String, Tally>> row : byScope(tallies).entrySet()) {
            Scope scope = row.getKey();
            if (!scope.place().equals(place)) {
                place = scope.place();
                before = "";
                table.title("in " + labels.place(place));
            }
            String what = ScopeText.what(scope);
            add(table, scope, what.equals(before) ? "" : what, figures(row.getValue(), wide), differ(row.getValue()));
            before = what;
        }
        return table;
    }

    private void head(Table table, boolean wide) {
        List<String> names = new ArrayList<>(List.of("", "", ""));
        List<String> columns = new ArrayList<>(List.of("", "", ""));
        for (String policy : policies) {
            names.addAll(wide ? List.of(policy, "", "") : List.of(policy));
            columns.addAll(List.of("low", "best", "high"));
        }
        row(table, names);
        if (wide) {
            row(table, columns);
        }
    }

    private void add(Table table, Scope scope, String what, List<String> figures, boolean differ) {
        List<String> cells = new ArrayList<>(List.of(
                differ ? DIFFERS : "",
                what.isEmpty() || scope.place().isEmpty() ? what : " ".repeat(INDENT) + what,
                labels.party(scope.party())));
        cells.addAll(figures);
        row(table, cells);
    }

    /** The table's last column is for text that may be wrapped; here there is none. */
    private static void row(Table table, List<String> cells) {
        cells.add("");
        table.add(cells.toArray(String[]::new));
    }

    private Map<Scope, Map<String, Tally>> byScope(List<Tally> tallies) {
        Map<Scope, Map<String, Tally>> rows = new TreeMap<>(new ScopeText(conflict).order());
        tallies.forEach(
                t -> rows.computeIfAbsent(t.scope(), s -> new LinkedHashMap<>()).put(t.policy(), t));
        return rows;
    }

    private List<String> figures(Map<String, Tally> byPolicy, boolean wide) {
        List<String> figures = new ArrayList<>();
        for (String policy : policies) {
            Tally tally = byPolicy.get(policy);
            figures.addAll(wide ? three(tally) : List.of(tally == null ? NOTHING : range(tally)));
        }
        return figures;
    }

    private static List<String> three(Tally tally) {
        return tally == null
                ? List.of(NOTHING, NOTHING, NOTHING)
                : List.of(Figures.number(tally.low()), Figures.number(tally.best()), Figures.bound(tally.high()));
    }

    private static String range(Tally tally) {
        return Figures.range(tally.low(), tally.best(), tally.high());
    }

    private boolean differ(Map<String, Tally> byPolicy) {
        return byPolicy.size() < policies.size()
                || byPolicy.values().stream()
                                .map(ComparisonTable::three)
                                .distinct()
                                .count()
                        > 1;
    }
}
