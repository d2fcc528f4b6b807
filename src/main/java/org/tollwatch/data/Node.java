package org.tollwatch.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of a data file that knows where it stands, so that every complaint about it can say so. */
public sealed interface Node {

    /** Where it stands. */
    At at();

    /** File, line from 1, and the path of fields that leads there. */
    record At(String file, int line, String field) {

        /** The place of a field inside this. */
        public At under(String key, int atLine) {
            return new At(file, atLine, field.isEmpty() ? key : field + "." + key);
        }

        /** @param text what is wrong here, and what to do about it */
        public DataFileException problem(String text) {
            return new DataFileException(file, line, field, text);
        }
    }

    /** A single value; "" where nothing stands. */
    record Text(At at, String value) implements Node {}

    /** A list, which may be empty. */
    record Listing(At at, List<Node> elements) implements Node {}

    /** Fields in the order written. */
    record Fields(At at, Map<String, Node> byKey) implements Node {

        /** Refuses keys that mean nothing here; a mistyped key would otherwise be a setting silently lost. */
        public Fields only(String... keys) {
            byKey.forEach((key, value) -> {
                if (!List.of(keys).contains(key)) {
                    throw value.at()
                            .problem("unknown field '" + key + "'. "
                                    + Suggestion.of(key, List.of(keys), "Known here: " + String.join(", ", keys)));
                }
            });
            return this;
        }

        /** The field, if it stands there. */
        public Optional<Node> get(String key) {
            return Optional.ofNullable(byKey.get(key));
        }

        /** What a reader would call it. */
        public String name() {
            return required("name", "name: as a reader would call it").text();
        }

        /** The items of a list that may be absent. */
        public List<Node> list(String key) {
            return get(key).map(Node::items).orElse(List.of());
        }

        /** A section's entries by id, in the order written; none if there is no such section. */
        public Map<String, Fields> entries(String section) {
            Map<String, Fields> entries = new LinkedHashMap<>();
            get(section).ifPresent(s -> {
                s.fields().byKey().forEach((id, entry) -> entries.put(id, entry.named()));
                if (entries.isEmpty()) {
                    throw s.at().problem("has no entries. Add one, or remove it");
                }
            });
            return entries;
        }

        /**
         * The field, which must be there.
         *
         * @param example what to write, for the message
         */
        public Node required(String key, String example) {
            return get(key).orElseThrow(() -> at.problem("'" + key + "' is missing. Add it, such as " + example));
        }
    }

    /** A single value, not blank. */
    default String text() {
        if (!(this instanceof Text text)) {
            throw at().problem("must be one value, but is " + kind() + ". Write it as one value");
        }
        if (text.value().isBlank()) {
            throw at().problem("is empty. Write a value, or remove it");
        }
        return text.value().strip();
    }

    /** The items of a list, at least one; a single value is a list of itself. */
    default List<Node> items() {
        if (this instanceof Fields) {
            throw at().problem("must be a list, but is " + kind() + ". Write it as [one, two]");
        }
        List<Node> items = this instanceof Listing list ? list.elements() : List.of(this);
        if (items.isEmpty()) {
            throw at().problem("is an empty list. Write what belongs in it, or remove it");
        }
        return items;
    }

    /** This as fields. */
    default Fields fields() {
        if (this instanceof Fields fields) {
            return fields;
        }
        throw at().problem("must have fields, but is " + kind() + ". Write them below it as 'key: value'");
    }

    /** The fields; where only a text stands, it is the name. */
    default Fields named() {
        return this instanceof Text text ? new Fields(at(), Map.of("name", text)) : fields();
    }

    /** The text, which must be one of the known ids. */
    default String reference(Collection<String> known, String what) {
        String id = text();
        if (!known.contains(id)) {
            throw at().problem("there is no " + what + " '" + id + "'. "
                    + Suggestion.of(
                            id,
                            known,
                            "Known: "
                                    + String.join(
                                            ", ",
                                            Set.copyOf(known).stream().sorted().toList())));
        }
        return id;
    }

    private String kind() {
        if (this instanceof Text text) {
            return text.value().isEmpty() ? "empty" : "a single value";
        }
        return this instanceof Listing ? "a list" : "a set of fields";
    }
}
