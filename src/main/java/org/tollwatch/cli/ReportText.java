package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.PeriodText;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

/** A report for people: its text with the words of each claim marked and numbered, then the claims by number. */
final class ReportText implements ReportPrinter {

    private static final String INDENT = "     ";

    private final Conflicts conflicts;
    private final Console console;

    ReportText(Conflicts conflicts, Console console) {
        this.conflicts = conflicts;
        this.console = console;
    }

    @Override
    public void print(IncidentReport report, PrintWriter out) {
        Optional<Conflict> conflict = Optional.ofNullable(report.getConflict()).flatMap(conflicts::byId);
        heading(report, conflict, out);
        String text = report.getText() == null ? "" : report.getText();
        new HighlightedText(text, marks(report), Style.highlight(console))
                .print(out, console.width(), Locale.forLanguageTag(report.getLanguage()));
        out.println();
        claims(report.getClaims(), conflict, out);
        out.println();
    }

    private void heading(IncidentReport report, Optional<Conflict> conflict, PrintWriter out) {
        String title = report.getTitle() == null ? report.getId() : report.getTitle();
        out.println(Style.bold(console).of(title));
        out.println(Style.faint(console)
                .of(report.getSource() + ", " + report.getPublishedAt() + ", " + report.getLanguage()
                        + conflict.map(c -> ", " + c.name()).orElse("")
                        + (report.getUrl() == null ? "" : ", " + report.getUrl())));
        out.println();
    }

    private void claims(List<ReportedClaim> claims, Optional<Conflict> conflict, PrintWriter out) {
        if (claims.isEmpty()) {
            out.println("No claims in it.");
        }
        ClaimText text = new ClaimText(new Labels(conflict), PeriodText.in(conflict.map(Conflict::zone)));
        for (int i = 0; i < claims.size(); i++) {
            String number = "%3d  ".formatted(i + 1);
            out.println(number + Style.bold(console).of(text.statement(claims.get(i))));
            Table.wrap(text.attribution(claims.get(i)), console.width() - INDENT.length())
                    .forEach(line -> out.println(INDENT + line));
        }
    }

    private static List<HighlightedText.Mark> marks(IncidentReport report) {
        List<HighlightedText.Mark> marks = new ArrayList<>();
        for (ReportedClaim claim : report.getClaims()) {
            marks.add(new HighlightedText.Mark(marks.size() + 1, claim.getStart(), claim.getEnd()));
        }
        return marks;
    }
}
