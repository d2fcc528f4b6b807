package org.tollwatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.stream.Cluster;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A cluster that runs already, in place of the one inside this process. */
final class ClusterOption {

    @ArgGroup(exclusive = false)
    private Named cluster;

    /** @throws org.tollwatch.data.DataFileException when the file of settings cannot be used */
    Optional<Cluster> addresses() {
        return Optional.ofNullable(cluster)
                .map(named -> named.config == null
                        ? new Cluster(named.brokers, named.registry, Map.of(), Map.of())
                        : KafkaConfigFile.read(named.config).cluster(named.brokers, named.registry));
    }

    private static final class Named {

        @Option(
                names = "--bootstrap-servers",
                required = true,
                paramLabel = "HOST:PORT",
                description = "The brokers of a Kafka cluster that runs already, comma separated.")
        private String brokers;

        @Option(names = "--schema-registry", required = true, paramLabel = "URL", description = "Its schema registry.")
        private String registry;

        @Option(
                names = "--kafka-config",
                paramLabel = "FILE",
                description = {
                    "How one gets in there: settings of Kafka's clients and of the registry's, for TLS and passwords;",
                    "docs/operating.md."
                })
        private Path config;
    }
}
