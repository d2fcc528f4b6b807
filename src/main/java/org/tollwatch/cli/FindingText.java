package org.tollwatch.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.WindowText;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Tally;

/** What is unusual in the figures behind a tally, in a line each. */
record FindingText(Labels labels, WindowText windows) {

    /** Under a table there is room for a few. */
    private static final int MOST = 5;

    private static final String MARK = "*";

    /** Put behind a tally that has findings worth a line; "" behind others. */
    static String mark(Tally tally) {
        return tally.findings().stream().anyMatch(FindingText::tells) ? " " + MARK : "";
    }

    /** Steps over several days are in every total that was not given daily: no news in a table. */
    private static boolean tells(Finding finding) {
        return finding.kind() != Finding.Kind.SKIPPED_DAYS;
    }

    /** What the marks in a table stand for: the newest, each once, wrapped to the width. */
    List<String> lines(List<Tally> tallies, int width) {
        List<String> told = tallies.stream()
                .flatMap(tally -> tally.findings().stream())
                .filter(FindingText::tells)
                .distinct()
                .sorted(Comparator.<Finding, Instant>comparing(f -> f.period().to())
                        .reversed())
                .map(this::of)
                .distinct()
                .toList();
        List<String> lines = new ArrayList<>();
        for (String text : told.subList(0, Math.min(MOST, told.size()))) {
            List<String> wrapped = Table.wrap(text, width - MARK.length() - 1);
            lines.add(MARK + " " + wrapped.get(0));
            wrapped.subList(1, wrapped.size()).forEach(more -> lines.add("  " + more));
        }
        if (told.size() > MOST) {
            lines.add("  and " + (told.size() - MOST) + " more; --json has them, and tollwatch explain");
        }
        return lines;
    }

    /** In plain words: {@code Artsakh revised its total from 604 to 532 (2020-09-27 to 2020-10-14)}. */
    String of(Finding finding) {
        String when = windows.brief(finding.period());
        String before = Figures.number(finding.before());
        String after = Figures.bound(finding.after());
        return labels.account(finding.account()) + ": "
                + switch (finding.kind()) {
                    case REVISION ->
                        finding.claims().size() > 1
                                ? (finding.after() > finding.before() ? "raised from " : "revised from ") + before
                                        + " to " + after + " (" + when + ")"
                                : "the total rose by only " + after + " where the figure for " + when + " is " + before;
                    case BASIS_CHANGE ->
                        finding.after() > finding.before()
                                ? "raised from " + before + " to " + after + " (" + when + ")"
                                : "revised from " + before + " to " + after + " (" + when
                                        + "); it may count something else now";
                    case RESTART ->
                        "reported " + after + ", counted on top of " + before + ": the count began anew (" + when + ")";
                    case OUTLIER ->
                        before + " left out: the totals beside it say otherwise, as " + after + " (" + when + ")";
                    case LATE_LUMP ->
                        "the total rose by " + after + " where the figure for " + when + " is " + before
                                + ": older losses were added";
                    case SKIPPED_DAYS ->
                        "one figure, " + after + ", for " + when + ": how much of it falls on which day is not said";
                    case RETRACTION -> "withdrew " + before + " (" + when + ")";
                };
    }
}
