package org.tollwatch.stream;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where the brokers and the schema registry are, and how one gets in: the one place all clients take it from.
 *
 * @param bootstrapServers host:port of the brokers, comma separated
 * @param registryUrl base URLs of the schema registry, comma separated
 * @param clients settings that every client of the brokers has, such as {@code security.protocol}; hold secrets
 * @param registryClient settings of the registry's client, such as {@code basic.auth.user.info}; hold secrets
 */
public record Cluster(
        String bootstrapServers, String registryUrl, Map<String, String> clients, Map<String, String> registryClient) {

    public Cluster {
        clients = Map.copyOf(clients);
        registryClient = Map.copyOf(registryClient);
    }

    /** One that lets everybody in. */
    public static Cluster of(String bootstrapServers, String registryUrl) {
        return new Cluster(bootstrapServers, registryUrl, Map.of(), Map.of());
    }

    /** The settings of a client; what it asks for wins over what all have. */
    public Map<String, Object> with(Map<String, ?> besides) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.putAll(besides);
        return Collections.unmodifiableMap(config);
    }

    /** A new client of the registry. */
    public Registry registry() {
        return Registry.at(registryUrl, registryClient);
    }

    /** The brokers, as messages name them; no secret. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}
