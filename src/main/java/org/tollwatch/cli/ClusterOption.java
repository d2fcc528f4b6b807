package org.tollwatch.cli;

import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A cluster that runs already, in place of the one inside this process. */
final class ClusterOption {

    @ArgGroup(exclusive = false)
    private Cluster cluster;

    Optional<Addresses> addresses() {
        return Optional.ofNullable(cluster).map(c -> new Addresses(c.brokers, c.registry));
    }

    private static final class Cluster {

        @Option(
                names = "--bootstrap-servers",
                required = true,
                paramLabel = "HOST:PORT",
                description = "The brokers of a Kafka cluster that runs already, comma separated.")
        private String brokers;

        @Option(names = "--schema-registry", required = true, paramLabel = "URL", description = "Its schema registry.")
        private String registry;
    }
}
