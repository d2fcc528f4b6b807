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
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;
import org.tollwatch.stream.Ledger;

/** An explanation for people: the number first, then what is unusual in it, then the claims by the part they have. */
final class ExplanationText {

    private final Labels labels;
    private final WindowText windows;
    private final EvidenceText evidence;
    private final RoleText roles;
    private final Console console;

    ExplanationText(Ledger ledger, Console console) {
        this.labels = new Labels(Optional.of(ledger.conflict()));
        this.windows = new WindowText(ledger.conflict());
        this.evidence = new EvidenceText(ledger, labels, console.width());
        this.roles = new RoleText(evidence);
        this.console = console;
    }

    void print(Explanation told, PrintWriter out) {
        String about = what(told.scope()) + "; " + windows.title(told.window());
        told.tally().ifPresentOrElse(tally -> head(tally, about, out), () -> {
            bold("Nothing is known: " + about, out);
            wrapped("No figure is not zero: nobody's figures reach this window.", out);
        });
        Map<String, List<Explanation.Line>> groups = told.lines().stream()
                .sorted(Comparator.comparing(RoleText::rank))
                .collect(Collectors.groupingBy(RoleText::heading, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((heading, lines) -> {
            out.println();
            bold(heading, out);
            lines.forEach(line -> evidence.lines(line.claim(), roles.note(line)).forEach(out::println));
        });
    }

    private void head(Tally tally, String about, PrintWriter out) {
        bold(Figures.range(tally.low(), tally.best(), tally.high()) + "  " + about, out);
        String claimants = tally.claimants().stream()
                .map(View::account)
                .map(labels::account)
                .distinct()
                .collect(Collectors.joining(", "));
        wrapped(
                "low " + Figures.number(tally.low()) + ", best " + Figures.number(tally.best()) + ", high "
                        + Figures.bound(tally.high()).replace("or more", "open") + "; "
                        + tally.grade().name().toLowerCase(Locale.ROOT) + ", according to " + claimants
                        + "; newest publication " + tally.asOf()
                        + (tally.policy().equals("default") ? "" : "; policy " + tally.policy()),
                out);
        FindingText findings = new FindingText(labels, windows);
        if (!tally.findings().isEmpty()) {
            out.println();
            bold("What is unusual", out);
            tally.findings().forEach(finding -> wrapped(findings.of(finding), out));
        }
    }

    private String what(Scope scope) {
        return ScopeText.what(scope) + ", " + labels.party(scope.party())
                + (scope.place().isEmpty() ? "" : ", " + labels.place(scope.place()));
    }

    private void bold(String text, PrintWriter out) {
        Table.wrap(text, console.width())
                .forEach(line -> out.println(Style.bold(console).of(line)));
    }

    private void wrapped(String text, PrintWriter out) {
        Table.wrap(text, console.width() - 2).forEach(line -> out.println("  " + line));
    }
}
