package org.tollwatch.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.Suggestion;
import org.tollwatch.stream.Cluster;

/**
 * A properties file of how one gets into a cluster, as Kafka's own tools take one with {@code --command-config}. Those of the
 * registry begin with {@code schema.registry.}, {@code basic.auth.} or {@code bearer.auth.}. A secret may stand elsewhere:
 * <code>${env:NAME}</code>, <code>${dir:DIRECTORY:FILE}</code> for the whole of a file, <code>${file:FILE:KEY}</code>.
 */
final class KafkaConfigFile {

    private static final Set<String> OF_THE_REGISTRY = Set.of("schema.registry.", "basic.auth.", "bearer.auth.");

    private final Map<String, String> clients = new HashMap<>();
    private final Map<String, String> registry = new HashMap<>();

    private KafkaConfigFile() {}

    /** @throws DataFileException when it cannot be read, has a key that no client knows, or a secret is missing */
    static KafkaConfigFile read(Path file) {
        Map<String, String> written = written(file);
        Set<String> known = known();
        KafkaConfigFile read = new KafkaConfigFile();
        elsewhere(file, written).forEach((key, value) -> {
            if (OF_THE_REGISTRY.stream().anyMatch(key::startsWith)) {
                read.registry.put(key, value);
            } else if (known.contains(key)) {
                read.clients.put(key, value);
            } else {
                throw new DataFileException(
                        file.toString(),
                        0,
                        key,
                        "no client of Kafka has such a setting. "
                                + Suggestion.of(key, known, "Kafka's documentation lists what there is."));
            }
        });
        return read;
    }

    Cluster cluster(String brokers, String registryUrl) {
        return new Cluster(brokers, registryUrl, clients, registry);
    }

    private static Map<String, String> written(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new DataFileException(
                    file.toString(), 0, "", "cannot be read (" + e + "); it is a file of lines 'key=value'");
        }
        Map<String, String> written = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> written.put(key, properties.getProperty(key).strip()));
        return written;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(ConsumerConfig.configNames());
        known.addAll(ProducerConfig.configNames());
        known.addAll(AdminClientConfig.configNames());
        return known;
    }

    /** With what stands in files and in the environment put in. */
    private static Map<String, String> elsewhere(Path file, Map<String, String> written) {
        Map<String, ConfigProvider> providers = Map.of(
                "env", new EnvVarConfigProvider(),
                "dir", new DirectoryConfigProvider(),
                "file", new FileConfigProvider());
        providers.values().forEach(provider -> provider.configure(Map.of()));
        Map<String, String> whole;
        try {
            whole = new ConfigTransformer(providers).transform(written).data();
        } catch (RuntimeException e) {
            throw new DataFileException(
                    file.toString(), 0, "", "what it names elsewhere cannot be read (" + e.getMessage() + ")");
        }
        whole.forEach((key, value) -> {
            if (value == null || value.matches("(?s).*\\$\\{(env|dir|file):[^}]*}.*")) {
                throw new DataFileException(
                        file.toString(),
                        0,
                        key,
                        "what it names elsewhere is not there; check the name of the variable or file");
            }
        });
        return whole;
    }
}
