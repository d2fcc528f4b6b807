package org.tollwatch.local;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Confluent's compatibility levels: what a new schema must be able to read, or be read by, of those before it. */
enum Compatibility {
    NONE(false, false, false),
    /** A reader with the new schema understands what the last one wrote. */
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    /** A reader with the last schema understands what the new one writes. */
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    Compatibility(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    static Optional<Compatibility> of(String name) {
        return List.of(values()).stream()
                .filter(level -> level.name().equals(name))
                .findFirst();
    }

    /**
     * Why {@code next} may not follow {@code earlier}; empty when it may.
     *
     * @param earlier oldest first
     */
    Optional<String> objection(Schema next, List<Schema> earlier) {
        int from = transitive ? 0 : Math.max(0, earlier.size() - 1);
        return earlier.subList(from, earlier.size()).stream()
                .flatMap(before -> objection(next, before).stream())
                .findFirst();
    }

    private Optional<String> objection(Schema next, Schema before) {
        Optional<String> unread = backward ? unreadable(next, before) : Optional.empty();
        return unread.isEmpty() && forward ? unreadable(before, next) : unread;
    }

    private static Optional<String> unreadable(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
                ? Optional.empty()
                : Optional.of(result.getIncompatibilities().stream()
                        .map(i -> i.getType() + " at " + i.getLocation() + " (" + i.getMessage() + ")")
                        .collect(Collectors.joining("; ")));
    }
}
