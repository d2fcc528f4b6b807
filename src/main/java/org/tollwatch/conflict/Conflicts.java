package org.tollwatch.conflict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;

/** The conflicts that are known. Immutable. */
public final class Conflicts {

    private static final String FOLDER = "conflicts";

    private final Map<String, Conflict> byId;

    private Conflicts(List<Conflict> conflicts) {
        Map<String, Conflict> map = new LinkedHashMap<>();
        conflicts.forEach(c -> map.put(c.id(), c));
        byId = map;
    }

    /** Those that come with Tollwatch. Reads and checks their files each time it is called: keep what it returns. */
    public static Conflicts bundled() {
        return new Conflicts(DataFiles.bundled(FOLDER).stream()
                .map(name -> ConflictReader.read(name, DataFiles.bundled(FOLDER, name)))
                .toList());
    }

    public static Conflicts of(Conflict... conflicts) {
        return new Conflicts(List.of(conflicts));
    }

    /** These and others, such as those made from a data set; each takes the place of one with the same id. */
    public Conflicts with(List<Conflict> others) {
        List<Conflict> more = new ArrayList<>(byId.values());
        more.addAll(others);
        return new Conflicts(more);
    }

    /**
     * These and the one of a user's file, which takes the place of one with the same id.
     *
     * @throws DataFileException if the file cannot be used; says where and why
     */
    public Conflicts with(Path file) {
        List<Conflict> more = new ArrayList<>(byId.values());
        more.add(read(file));
        return new Conflicts(more);
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
        return Optional.ofNullable(byId.get(id));
    }

    public List<Conflict> all() {
        return List.copyOf(byId.values());
    }
}
