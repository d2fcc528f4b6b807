package org.tollwatch.alert;

import static org.tollwatch.stream.Reports.killed;
import static org.tollwatch.stream.Reports.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Reports;

/** Reports of a long conflict: daily figures that are raised, lowered, repeated and taken back. */
final class History {

    static final Instant BEGIN = Instant.parse("2020-09-30T20:00:00Z");

    private static final List<String> PARTIES = List.of("armenia", "artsakh", "azerbaijan");

    private History() {}

    static List<IncidentReport> of(Random random, int days, int reports) {
        List<IncidentReport> history = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            Instant at = BEGIN.plus(Duration.ofMinutes((long) (i + random.nextDouble()) * days * 1440 / reports));
            int day = 1 + (int) Duration.between(BEGIN, at).toDays() - random.nextInt(2);
            String party = PARTIES.get(random.nextInt(PARTIES.size()));
            ReportedClaim.Builder claim = killed("c" + i, party, Math.max(1, day), count(random));
            if (i > 5 && random.nextInt(12) == 0) {
                claim.setRetracts("c" + (i - 1 - random.nextInt(5)));
            }
            history.add(report("r" + i, claim.build())
                    .setSource("wire-" + random.nextInt(3))
                    .setPublishedAt(at)
                    .setConflict(Reports.CONFLICT)
                    .build());
        }
        return history;
    }

    private static long count(Random random) {
        return random.nextInt(8) == 0 ? 40 + random.nextInt(60) : random.nextInt(30);
    }
}
