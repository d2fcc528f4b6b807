package org.tollwatch.conflict;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;

/** The conflicts that are known. What it answers never changes; a file that comes with Tollwatch is read when asked for. */
public final class Conflicts {

    private static final String FOLDER = "conflicts";
    private static final String ENDING = ".yaml";

    private final Map<String, Known> byId;

    /** A conflict, read once. */
    private static final class Known {
        private Supplier<Conflict> reader;
        private Conflict conflict;

        Known(Supplier<Conflict> reader) {
            this.reader = reader;
        }

        synchronized Conflict conflict() {
            if (conflict == null) {
                conflict = reader.get();
                reader = null;
            }
            return conflict;
        }
    }

    private Conflicts(Map<String, Known> byId) {
        this.byId = byId;
    }

    /** Those that come with Tollwatch, each in a file of its id. Reads them anew each time: keep what it returns. */
    public static Conflicts bundled() {
        Map<String, Known> files = new LinkedHashMap<>();
        for (String name : DataFiles.bundled(FOLDER)) {
            files.put(name.substring(0, name.length() - ENDING.length()), new Known(() -> bundled(name)));
        }
        return new Conflicts(files);
    }

    private static Conflict bundled(String name) {
        Conflict conflict = ConflictReader.read(name, DataFiles.bundled(FOLDER, name));
        if (!name.equals(conflict.id() + ENDING)) {
            throw new DataFileException(name, 0, "id", "is '" + conflict.id() + "', not the file's name. Rename it");
        }
        return conflict;
    }

    public static Conflicts of(Conflict... conflicts) {
        return new Conflicts(Map.of()).with(List.of(conflicts));
    }

    /** These and others, such as those made from a data set; each takes the place of one with the same id. */
    public Conflicts with(List<Conflict> others) {
        Map<String, Known> more = new LinkedHashMap<>(byId);
        others.forEach(c -> more.put(c.id(), new Known(() -> c)));
        return new Conflicts(more);
    }

    /**
     * These and the one of a user's file, which takes the place of one with the same id.
     *
     * @throws DataFileException if the file cannot be used; says where and why
     */
    public Conflicts with(Path file) {
        return with(List.of(read(file)));
    }

    /**
     * The conflict of one file.
     *
     * @throws DataFileException if the file cannot be used; says where and why
     */
    public static Conflict read(Path file) {
        return ConflictReader.read(file.toString(), DataFiles.read(file));
    }

    public Optional<Conflict> byId(String id) {
        return Optional.ofNullable(byId.get(id)).map(Known::conflict);
    }

    public List<Conflict> all() {
        return byId.values().parallelStream().map(Known::conflict).toList();
    }
}
