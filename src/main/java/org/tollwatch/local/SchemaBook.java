package org.tollwatch.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the registry knows, as a value: a change makes a new book. Also the shape of its file.
 *
 * @param compatibility by subject; "" is the level of those without one of their own
 * @param schemas each id's schema; the id is the place in the list, from 1, and never given to another
 * @param subjects each subject's ids; the version is the place in the list, from 1
 */
record SchemaBook(Map<String, Compatibility> compatibility, List<String> schemas, Map<String, List<Integer>> subjects) {

    /** Replays read all history, so a new schema must read every one before it. */
    static final SchemaBook EMPTY = new SchemaBook(Map.of("", Compatibility.BACKWARD_TRANSITIVE), List.of(), Map.of());

    SchemaBook {
        compatibility = Map.copyOf(compatibility);
        schemas = List.copyOf(schemas);
        subjects = Map.copyOf(subjects);
    }

    /** A version of a subject. */
    record Entry(String subject, int version, int id, String schema) {}

    SchemaBook withLevel(String subject, Compatibility level) {
        Map<String, Compatibility> levels = new TreeMap<>(compatibility);
        levels.put(subject, level);
        return new SchemaBook(levels, schemas, subjects);
    }

    /** With the schema as the subject's newest version; the same schema under another subject keeps its id. */
    SchemaBook with(String subject, String schema) {
        List<String> all = new ArrayList<>(schemas);
        if (!all.contains(schema)) {
            all.add(schema);
        }
        Map<String, List<Integer>> versions = new TreeMap<>(subjects);
        List<Integer> ids = new ArrayList<>(versions.getOrDefault(subject, List.of()));
        ids.add(all.indexOf(schema) + 1);
        versions.put(subject, List.copyOf(ids));
        return new SchemaBook(compatibility, all, versions);
    }

    Compatibility levelOf(String subject) {
        return compatibility.getOrDefault(subject, compatibility.get(""));
    }

    Optional<String> schema(int id) {
        return id >= 1 && id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
    }

    /** The subject's versions, oldest first; none when it is not known. */
    List<Entry> entries(String subject) {
        List<Integer> ids = subjects.getOrDefault(subject, List.of());
        List<Entry> entries = new ArrayList<>();
        for (int version = 1; version <= ids.size(); version++) {
            int id = ids.get(version - 1);
            entries.add(new Entry(subject, version, id, schemas.get(id - 1)));
        }
        return entries;
    }

    Optional<Entry> entry(String subject, String schema) {
        return entries(subject).stream().filter(e -> e.schema().equals(schema)).findFirst();
    }
}
