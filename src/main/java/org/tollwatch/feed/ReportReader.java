package org.tollwatch.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Checks;
import org.tollwatch.stream.Fault;

/**
 * Incident reports out of JSON lines: the Avro encoding, or plain values where Avro writes {@code {"string": "x"}}; times
 * as ISO 8601 or as epoch milliseconds. What {@code extract --json} prints can be read back. Holds the ids it has seen:
 * one reader a run.
 */
public final class ReportReader implements SourceReader<IncidentReport> {

    private final Clock clock;
    private final Conflicts conflicts;
    private final SeenIds seen = new SeenIds();
    private final JsonLines<IncidentReport> lines = new JsonLines<>(this::report);

    /**
     * @param clock against which a publication in the future is told
     * @param conflicts that reports may be about; their time zones say where a local date begins
     */
    public ReportReader(Clock clock, Conflicts conflicts) {
        this.clock = clock;
        this.conflicts = conflicts;
    }

    @Override
    public void read(Path path, Consumer<Input<IncidentReport>> sink) {
        lines.read(path, sink);
    }

    /** What was sent: reports on lines, or one alone. One without an id gets one that is made from what it says. */
    public Sent<IncidentReport> sent() {
        return new Sent<>(new JsonLines<>((object, file, origin) -> report(named(object), file, origin)));
    }

    private static ObjectNode named(ObjectNode object) {
        if (object.path("id").asText("").isBlank()) {
            byte[] hash = DigestUtils.sha256(object.toString());
            object.put("id", HexFormat.of().formatHex(hash, 0, 8));
        }
        return object;
    }

    private IncidentReport report(ObjectNode object, Path file, String origin) throws Flaw {
        IncidentReport report = new AvroJson(new Times(zone(object))).report(object);
        Optional<Fault> fault = Checks.fault(report, clock.instant(), conflicts);
        if (fault.isPresent()) {
            throw new Flaw(fault.get().reason(), fault.get().detail());
        }
        seen.admit(report.getId(), report.getRevision(), report.toString(), origin);
        return report;
    }

    private Optional<ZoneId> zone(ObjectNode object) {
        String conflict = object.path("conflict").asText("");
        if (conflict.isEmpty()) {
            conflict = object.path("conflict").path("string").asText("");
        }
        return conflicts.byId(conflict).map(Conflict::zone);
    }
}
