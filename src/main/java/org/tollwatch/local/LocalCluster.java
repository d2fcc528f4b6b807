package org.tollwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tollwatch.stream.Cluster;

/**
 * A broker and a schema registry inside this JVM, on loopback. All they hold is in one directory: started again there,
 * they know everything they knew, under new ports unless some were asked for.
 */
public final class LocalCluster implements AutoCloseable {

    /** Below this the broker would stop in the middle of its work; it is better not to begin. */
    private static final long LEAST_FREE_BYTES = 64L << 20;

    private final Deque<AutoCloseable> parts;
    private final String bootstrapServers;
    private final String registryUrl;

    private LocalCluster(Deque<AutoCloseable> parts, Broker broker, SchemaRegistryServer registry) {
        this.parts = parts;
        this.bootstrapServers = broker.bootstrapServers();
        this.registryUrl = registry.url();
    }

    /** On any free ports. @see #start(Path, Ports) */
    public static LocalCluster start(Path directory) {
        return start(directory, Ports.FREE);
    }

    /**
     * Starts both and returns when they answer; when one cannot start, the other is stopped again.
     *
     * @param directory made when it is not there
     * @throws LocalClusterException when the directory cannot be written or is in use, the disk is full, or a port taken
     */
    public static LocalCluster start(Path directory, Ports ports) {
        Path home = directory.toAbsolutePath().normalize();
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        try {
            parts.push(DirectoryLock.take(home));
            requireSpace(home);
            SchemaRegistryServer registry = SchemaRegistryServer.start(home.resolve("schemas.json"), ports.registry());
            parts.push(registry);
            Broker broker = Broker.start(home.resolve("kafka"), ports.broker());
            parts.push(broker);
            parts.push(RunningCluster.tell(home, broker.bootstrapServers(), registry.url()));
            return new LocalCluster(parts, broker, registry);
        } catch (RuntimeException e) {
            closeAll(parts, e);
            throw e;
        }
    }

    /** Where both are. */
    public Cluster at() {
        return Cluster.of(bootstrapServers, registryUrl);
    }

    /** host:port of the broker. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Base URL of the schema registry. */
    public String registryUrl() {
        return registryUrl;
    }

    /** Stops both in order and lets go of the directory. Does nothing the second time. */
    @Override
    public synchronized void close() {
        LocalClusterException failed = new LocalClusterException("The local cluster did not stop cleanly.");
        closeAll(parts, failed);
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    private static void closeAll(Deque<AutoCloseable> parts, Throwable onFailure) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // the others must be closed whatever this one does
                onFailure.addSuppressed(e);
            }
        }
    }

    private static void requireSpace(Path directory) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new LocalClusterException("The disk that holds " + directory + " has " + (free >> 20)
                        + " MiB left, and the local broker needs at least " + (LEAST_FREE_BYTES >> 20)
                        + ". Free some space, or choose a directory on another disk.");
            }
        } catch (IOException e) {
            throw new LocalClusterException(
                    "Cannot see how much space " + directory + " has (" + e.getMessage()
                            + "). Choose another directory.",
                    e);
        }
    }
}
