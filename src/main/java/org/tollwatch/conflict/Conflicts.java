package org.tollwatch.conflict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conflicts that are known. Immutable. */
public final class Conflicts {

    private static final String FOLDER = "/conflicts/";

    private final Map<String, Conflict> byId;

    private Conflicts(List<Conflict> conflicts) {
        Map<String, Conflict> map = new LinkedHashMap<>();
        conflicts.forEach(c -> map.put(c.id(), c));
        byId = map;
    }

    /** Those that come with Tollwatch. Reads and checks their files each time it is called: keep what it returns. */
    public static Conflicts bundled() {
        String index = new String(resource("INDEX"), StandardCharsets.UTF_8);
        return new Conflicts(index.lines()
                .filter(name -> !name.isBlank())
                .map(name -> ConflictReader.read(name, resource(name)))
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
     * @throws ConflictFileException if the file cannot be used; says where and why
     */
    public Conflicts with(Path file) {
        List<Conflict> more = new ArrayList<>(byId.values());
        more.add(read(file));
        return new Conflicts(more);
    }

    /**
     * The conflict of one file.
     *
     * @throws ConflictFileException if the file cannot be used; says where and why
     */
    public static Conflict read(Path file) {
        try {
            return ConflictReader.read(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ConflictFileException(file.toString(), 0, "", "there is no such file. Check the path");
        } catch (IOException e) {
            throw new ConflictFileException(
                    file.toString(), 0, "", "cannot be read (" + e + "). Check that it is a readable file");
        }
    }

    public Optional<Conflict> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Conflict> all() {
        return List.copyOf(byId.values());
    }

    private static byte[] resource(String name) {
        try (InputStream in = Conflicts.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ConflictFileException(name, 0, "", "is not part of this build. Build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ConflictFileException(name, 0, "", "cannot be read from this build (" + e + "). Build it again");
        }
    }
}
