package org.tollwatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run keeps its data.
 *
 * @param temporary deleted at the end
 */
record WorkDirectory(Path path, boolean temporary) implements AutoCloseable {

    static WorkDirectory kept(Path path) {
        return new WorkDirectory(path, false);
    }

    /** @throws CommandFailure when none can be made */
    static WorkDirectory forOneRun() {
        try {
            return new WorkDirectory(Files.createTempDirectory("tollwatch-"), true);
        } catch (IOException e) {
            throw new CommandFailure(
                    "No temporary directory can be made (" + e.getMessage()
                            + "). Free some space there, or name a directory with --keep.",
                    e);
        }
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary directory " + path + " could not be deleted", e);
        }
    }
}
