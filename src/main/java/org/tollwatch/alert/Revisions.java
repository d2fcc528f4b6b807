package org.tollwatch.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tollwatch.ledger.Finding;
import org.tollwatch.ledger.Tally;

/** The revisions and retractions that a tally names. */
record Revisions(List<Finding> findings) {

    static Revisions of(Optional<Tally> tally) {
        return new Revisions(tally.map(Tally::findings).orElse(List.of()).stream()
                .filter(f -> f.kind() == Finding.Kind.REVISION || f.kind() == Finding.Kind.RETRACTION)
                .toList());
    }

    /** Whether one that nobody was told of takes back a claim that the figures stood on. */
    boolean concern(Figures told, List<String> known) {
        return findings.stream().filter(f -> !known.contains(name(f))).anyMatch(f -> told.standOnAnyOf(f.claims()));
    }

    /** Those known and these. */
    List<String> with(List<String> known) {
        TreeSet<String> all = new TreeSet<>(known);
        findings.forEach(f -> all.add(name(f)));
        return new ArrayList<>(all);
    }

    private static String name(Finding finding) {
        return finding.kind() + " " + finding.account() + " " + finding.period().from() + " "
                + finding.period().to() + " " + finding.before() + " " + finding.after() + " "
                + String.join(" ", finding.claims());
    }
}
