package org.tollwatch.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Checks;
import org.tollwatch.stream.Fault;
import org.tollwatch.stream.Reason;

/**
 * Reports out of tables, CSV or JSON lines: each row is a report of its own with a claim for each of its figures. Holds the
 * ids it has seen: one reader a run.
 */
public final class ClaimsReader implements SourceReader<IncidentReport> {

    static {
        AvroSerde.trustOwnRecords();
    }

    /** Enough of a row to find it by. */
    private static final int LONGEST_QUOTE = 2_000;

    private final Clock clock;
    private final Conflicts conflicts;
    private final TableMap map;
    private final Map<String, TableClaim> writers = new HashMap<>();
    private final SeenIds seen = new SeenIds();

    /**
     * @param clock against which a publication in the future is told
     * @param conflicts that rows may be about; their time zones say where a local date begins
     * @param map of the table's columns, a YAML file; empty when they are named as ours
     * @throws TableMapException when the map cannot be used
     */
    public ClaimsReader(Clock clock, Conflicts conflicts, Optional<Path> map) {
        this.clock = clock;
        this.conflicts = conflicts;
        this.map = map.map(TableMap::read).orElse(TableMap.OWN);
    }

    @Override
    public void read(Path path, Consumer<Input<IncidentReport>> sink) {
        try {
            if (Sources.isJsonLines(path, ".csv", ".tsv", ".txt")) {
                new JsonLines<>(this::report).read(path, sink);
            } else {
                new CsvLines<>(map::check, row -> List.of(report(row))).read(path, sink);
            }
        } catch (Flaw e) {
            sink.accept(new Input.Rejected<>(e.at(path.toString()), new byte[0]));
        }
    }

    private IncidentReport report(ObjectNode object, Path file, String origin) throws Flaw {
        Row row = Row.of(object, origin);
        if (map.isOwn()) {
            map.check(List.copyOf(row.cells().keySet()));
        }
        return report(row);
    }

    private IncidentReport report(Row row) throws Flaw {
        List<ClaimColumns> figures = map.figures(row);
        ClaimColumns any = figures.get(0);
        TableClaim writer = writer(any);
        Instant publishedAt = published(any, writer.conflict());
        String words = Quoted.brief(row.words(), LONGEST_QUOTE);
        List<ReportedClaim> claims = new ArrayList<>();
        for (ClaimColumns figure : figures) {
            // Of several figures some may be absent; of one, that is an error.
            if (figures.size() == 1 || figure.hasFigure()) {
                claims.add(writer.of(figure, publishedAt, words));
            }
        }
        return checked(report(any, writer.conflict(), publishedAt, words, claims), row);
    }

    private TableClaim writer(ClaimColumns row) throws Flaw {
        List<Conflict> all = conflicts.all();
        String id = all.size() == 1 && row.optional("conflict").isEmpty()
                ? all.get(0).id()
                : row.required("conflict", "write its id, or give --conflict");
        Optional<Conflict> conflict = conflicts.byId(id);
        if (conflict.isEmpty()) {
            throw new Flaw(
                    Reason.UNKNOWN_CONFLICT,
                    row.shown("conflict") + ": '" + Quoted.brief(id) + "' is not known; write one of "
                            + all.stream().map(Conflict::id).collect(Collectors.joining(", "))
                            + ", or give its file with --conflict");
        }
        return writers.computeIfAbsent(id, known -> new TableClaim(conflict.get()));
    }

    private Instant published(ClaimColumns row, Conflict conflict) throws Flaw {
        String column = row.shown("publishedAt");
        String text = row.required("publishedAt", "write when it was published, as in 2020-10-03");
        return Dates.checked(
                column, text, StatedTime.of(column, text, conflict.zone()).asPublication(), clock);
    }

    private static IncidentReport report(
            ClaimColumns row, Conflict conflict, Instant publishedAt, String words, List<ReportedClaim> claims)
            throws Flaw {
        String source = row.optional("source")
                .or(() -> row.optional("claimant"))
                .or(() -> row.optional("account"))
                .orElse(null);
        if (source == null) {
            row.required("source", "write who published it, or who says so in claimant");
        }
        String ids = claims.stream().map(ReportedClaim::getId).collect(Collectors.joining(" "));
        return IncidentReport.newBuilder()
                .setId(ReportId.of(source, row.orNull("url"), words, ids, publishedAt))
                .setSource(source)
                .setUrl(row.orNull("url"))
                .setLanguage(row.optional("language").orElse("und"))
                .setPublishedAt(publishedAt)
                .setTitle(row.orNull("title"))
                .setConflict(conflict.id())
                .setClaims(claims)
                .build();
    }

    private IncidentReport checked(IncidentReport report, Row row) throws Flaw {
        Optional<Fault> fault = Checks.fault(report, clock.instant(), conflicts);
        if (fault.isPresent()) {
            throw new Flaw(fault.get().reason(), fault.get().detail());
        }
        for (ReportedClaim claim : report.getClaims()) {
            seen.admit(claim.getId(), said(claim), row.origin());
        }
        return report;
    }

    /** Two rows with one id must say the same; in which words they say it makes no difference. */
    private static String said(ReportedClaim claim) {
        return ReportedClaim.newBuilder(claim)
                .setQuote("")
                .setWords("")
                .setQualifier("")
                .build()
                .toString();
    }
}
