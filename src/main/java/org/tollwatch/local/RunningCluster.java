package org.tollwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.tollwatch.stream.Cluster;

/**
 * Where the broker and the registry of a data directory answer while a process holds it: a file in the directory says so,
 * as the ports are others each time.
 *
 * @param process that holds the directory
 */
public record RunningCluster(long process, String bootstrapServers, String registryUrl) {

    /** In the data directory: the process, the broker and the registry, a line each. */
    static final String FILE = "running";

    /** Where both are. */
    public Cluster at() {
        return Cluster.of(bootstrapServers, registryUrl);
    }

    /** Says so until it is closed. A file that outlives a killed process is written over by the next. */
    static AutoCloseable tell(Path directory, String bootstrapServers, String registryUrl) {
        Path file = directory.resolve(FILE);
        try {
            Path written = directory.resolve(FILE + ".new");
            Files.write(written, List.of(Long.toString(ProcessHandle.current().pid()), bootstrapServers, registryUrl));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalClusterException(
                    "Cannot write " + file + " (" + e.getMessage() + "). Free some space, or choose another directory.",
                    e);
        }
        return () -> Files.deleteIfExists(file);
    }

    /** What the process that holds the directory said; empty when it said nothing, or is gone. */
    public static Optional<RunningCluster> in(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve(FILE));
            if (lines.size() < 3) {
                return Optional.empty();
            }
            long process = Long.parseLong(lines.get(0));
            return ProcessHandle.of(process).isPresent()
                    ? Optional.of(new RunningCluster(process, lines.get(1), lines.get(2)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
