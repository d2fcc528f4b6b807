package org.tollwatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import picocli.CommandLine.Option;

/** Which figures of a running service are asked for; what is left out may be any. */
final class FilterOption {

    @Option(names = "--conflict", paramLabel = "ID", description = "Only this conflict; default: each.")
    private String conflict;

    @Option(names = "--party", paramLabel = "PARTY", description = "Its id or a name; all: all sides together.")
    private String party;

    @Option(names = "--measure", paramLabel = "MEASURE", description = "One of ${COMPLETION-CANDIDATES}.")
    private Measure measure;

    @Option(names = "--status", paramLabel = "STATUS", description = "One of ${COMPLETION-CANDIDATES}.")
    private Status status;

    @Option(names = "--place", paramLabel = "PLACE", description = "Its id or a name.")
    private String place;

    @Option(names = "--item", paramLabel = "ITEM", description = "Of equipment lost: tank, drone ...")
    private String item;

    Optional<String> conflict() {
        return Optional.ofNullable(conflict);
    }

    Optional<String> party() {
        return Optional.ofNullable(party(party));
    }

    Query in(Query query) {
        return query.with("party", party(party))
                .with("measure", measure)
                .with("status", status)
                .with("place", place)
                .with("item", item);
    }

    /** What the stream can be asked for; the rest is left out by {@link #fits}. */
    Query ofStream(Query query, Collection<Conflict> about) {
        String only = about.size() == 1 ? about.iterator().next().id() : conflict;
        return query.with("conflict", only).with("party", party(party)).with("measure", measure);
    }

    /** Whether a tally that is told is one of those asked for; it has the name of its place, and the question may have the id. */
    boolean fits(JsonNode tally, Conflict about) {
        return (status == null || tally.path("status").asText().equals(status.name()))
                && (place == null
                        || about.place(place)
                                .map(Place::name)
                                .orElse(place)
                                .equals(tally.path("place").asText()))
                && (item == null || tally.path("item").asText().equals(item));
    }

    /** The service's name for all sides together. */
    static String party(String asked) {
        return "all".equalsIgnoreCase(asked) ? "*" : asked;
    }
}
