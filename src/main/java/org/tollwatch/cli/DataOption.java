package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.tollwatch.local.DirectoryInUseException;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.local.RunningCluster;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the topics are: a data directory, whether a Tollwatch runs on it or not, or a cluster. */
final class DataOption {

    private static final long LOOK_NANOS = 200_000_000L;
    private static final int LOOKS = 100;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tollwatch-data",
            description = {
                "The data and the state; default: ${DEFAULT-VALUE}. While tollwatch up runs on it, its broker is used, and",
                "must not be stopped meanwhile."
            })
    private Path data;

    @Mixin
    private ClusterOption cluster;

    /** Whether the brokers are not this directory's own. */
    boolean isElsewhere() {
        return cluster.addresses().isPresent();
    }

    Path directory() {
        return data;
    }

    Path state() {
        return data.resolve("state");
    }

    /**
     * Finds the cluster, or starts the one of the data directory.
     *
     * @param parts what is to be closed at the end goes there
     * @throws CommandFailure when there is no such directory
     */
    Cluster open(Parts parts) {
        if (cluster.addresses().isEmpty() && !data.resolve("kafka").toFile().isDirectory()) {
            throw new CommandFailure(
                    "There are no data in " + data
                            + ". Name the directory of tollwatch up with --data, or a cluster with --bootstrap-servers"
                            + " and --schema-registry.",
                    null);
        }
        return openOrMake(parts);
    }

    /** The same, where a directory that is not there is made. */
    Cluster openOrMake(Parts parts) {
        if (cluster.addresses().isPresent()) {
            return cluster.addresses().get();
        }
        try {
            return parts.add(LocalCluster.start(data)).at();
        } catch (DirectoryInUseException e) {
            return running(e);
        }
    }

    /** Whoever holds the directory may just be starting. */
    private Cluster running(DirectoryInUseException e) {
        for (int look = 0; look < LOOKS; look++) {
            var found = RunningCluster.in(data);
            if (found.isPresent()) {
                return found.get().at();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw e;
    }
}
