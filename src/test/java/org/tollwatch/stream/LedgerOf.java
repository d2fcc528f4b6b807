package org.tollwatch.stream;

import java.util.List;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.report.IncidentReport;

/** The ledger that reports come to, without a stream. */
public final class LedgerOf {

    private LedgerOf() {}

    public static Ledger reports(Conflict conflict, List<IncidentReport> reports) {
        return Ledger.of(
                conflict,
                reports.stream()
                        .flatMap(report -> Entries.of(report).stream())
                        .map(entry -> entry.value)
                        .toList());
    }
}
