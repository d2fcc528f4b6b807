package org.tollwatch.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Checks;
import org.tollwatch.stream.Fault;
import org.tollwatch.stream.Reason;

/**
 * Reports out of UCDP GED: one for each article that an event was coded from, all with the event's claims. Holds the
 * events it has seen: one reader a run.
 */
public final class GedReader implements SourceReader<IncidentReport> {

    private final Clock clock;
    private final Conflicts conflicts;
    private final SeenIds seen = new SeenIds();
    private final CsvLines<IncidentReport> rows = new CsvLines<>(GedEvent::check, this::reports);

    /**
     * @param clock against which a publication in the future is told
     * @param conflicts with those of the file's dyads, see {@link GedConflicts}
     */
    public GedReader(Clock clock, Conflicts conflicts) {
        this.clock = clock;
        this.conflicts = conflicts;
    }

    @Override
    public void read(Path path, Consumer<Input<IncidentReport>> sink) {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            Flaw pipe = Sources.unreadable("is no file that can be read twice; save it as one first");
            sink.accept(new Input.Rejected<>(pipe.at(path.toString()), new byte[0]));
            return;
        }
        rows.read(path, sink);
    }

    private List<IncidentReport> reports(Row row) throws Flaw {
        if (GedEvent.isTags(row)) {
            return List.of();
        }
        GedEvent event = GedEvent.of(row);
        List<ReportedClaim> claims = GedClaims.of(event);
        seen.admit(event.id(), claims.toString(), row.origin());
        List<GedSource> sources = event.sources().isEmpty()
                ? List.of(new GedSource(GedClaims.CLAIMANT, Optional.empty(), ""))
                : event.sources();
        List<IncidentReport> reports = new ArrayList<>();
        for (GedSource source : sources) {
            reports.add(checked(report(event, claims, source)));
        }
        return reports;
    }

    /**
     * No earlier than it can have been known: in the last second of its day. A date before the event is a slip or stands
     * for none (1753-01-01); then, as where there is none, it is the day after the event.
     */
    private static Instant published(GedEvent event, GedSource source) {
        LocalDate day = source.date().filter(d -> !d.isBefore(event.from())).orElse(event.to());
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).minusSeconds(1).toInstant();
    }

    private static IncidentReport report(GedEvent event, List<ReportedClaim> claims, GedSource source) {
        Instant published = published(event, source);
        return IncidentReport.newBuilder()
                .setId("ucdp-ged:" + event.id() + ":"
                        + ReportId.of(source.office(), null, source.headline(), event.id(), published))
                .setSource(source.office())
                .setLanguage("und")
                .setPublishedAt(published)
                .setTitle(source.headline().isEmpty() ? null : source.headline())
                .setConflict(event.conflict())
                .setClaims(claims)
                .build();
    }

    private IncidentReport checked(IncidentReport report) throws Flaw {
        Optional<Fault> fault = Checks.fault(report, clock.instant(), conflicts);
        if (fault.isPresent()) {
            Reason reason = fault.get().reason();
            throw new Flaw(
                    reason,
                    reason == Reason.BAD_DATE
                            ? "source_date: " + report.getPublishedAt() + " lies before 1900 or in the future; mend it"
                            : fault.get().detail());
        }
        return report;
    }
}
