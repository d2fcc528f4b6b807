package org.tollwatch.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tollwatch.data.DataFileException;
import org.tollwatch.data.DataFiles;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.Topics;

/** Everybody who is told, each at a pace of his own: one that is away holds up no other. */
public final class Deliveries implements AutoCloseable {

    /**
     * How messages are sent.
     *
     * @param patience how long a receiver may take to answer
     * @param first the shortest pause after a failure
     * @param most the longest
     * @param every how often Alertmanager is told again what is active
     * @param variables of the environment, by name; null for one that is not set
     */
    public record Pace(
            Duration patience,
            Duration first,
            Duration most,
            Duration every,
            Clock clock,
            RandomGenerator random,
            UnaryOperator<String> variables) {

        /** 10 s for an answer, pauses from 1 s to 1 minute. */
        public static Pace of(Clock clock, RandomGenerator random, UnaryOperator<String> variables) {
            return new Pace(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    Alertmanager.EVERY,
                    clock,
                    random,
                    variables);
        }
    }

    private final Registry registry;
    private final List<Delivery> deliveries = new ArrayList<>();

    private Deliveries(Registry registry) {
        this.registry = registry;
    }

    /**
     * Begins to tell the receivers of the rules. Who they are is read once; the rules themselves may change meanwhile.
     *
     * @throws DataFileException when a secret cannot be read
     */
    public static Deliveries start(
            Settings settings, AlertService alerts, Messages messages, Pace pace, MeterRegistry meters) {
        Post post = new Post(pace.patience());
        List<Receiver> receivers = alerts.rules().receivers().stream()
                .map(r -> receiver(r, post, pace))
                .toList();
        Deliveries all = new Deliveries(Registry.at(settings.registryUrl()));
        AvroSerde<AlertRecord> serde = AlertService.serials(all.registry).alerts();
        for (Receiver receiver : receivers) {
            Delivery delivery = new Delivery(
                    new KafkaConsumer<>(config(settings, receiver), new StringDeserializer(), serde.deserializer()),
                    receiver,
                    messages,
                    alerts::firing,
                    new Backoff(pace.first(), pace.most(), pace.random()),
                    alerts.rules().recent(),
                    pace.clock(),
                    meters);
            all.deliveries.add(delivery);
            Thread thread = new Thread(delivery, "alerts to " + receiver.name());
            thread.setDaemon(true);
            thread.start();
        }
        return all;
    }

    private static Receiver receiver(ReceiverSettings settings, Post post, Pace pace) {
        if (settings instanceof ReceiverSettings.ToWebhook hook) {
            return new Webhook(hook.url(), secret(hook, pace.variables()), post);
        }
        return new Alertmanager(settings.url(), post, pace.clock(), pace.every());
    }

    private static Optional<byte[]> secret(ReceiverSettings.ToWebhook hook, UnaryOperator<String> variables) {
        Optional<String> ofFile = hook.secretFile().map(DataFiles::text);
        Optional<String> ofVariable = hook.secretVariable()
                .map(name -> Optional.ofNullable(variables.apply(name))
                        .orElseThrow(() -> new DataFileException(
                                name,
                                0,
                                "",
                                "the environment has no such variable. Set it to the secret of " + hook.url())));
        return ofFile.or(() -> ofVariable).map(s -> {
            if (s.isBlank()) {
                throw new DataFileException(
                        hook.url().toString(), 0, "secret", "is empty. Write the secret, or remove the field");
            }
            return s.strip().getBytes(StandardCharsets.UTF_8);
        });
    }

    /** The group is the receiver's own: where it was is found again by it. */
    private static Map<String, Object> config(Settings settings, Receiver receiver) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(
                ConsumerConfig.GROUP_ID_CONFIG,
                AlertService.APPLICATION_ID + "-to-"
                        + receiver.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(
                ConsumerConfig.CLIENT_ID_CONFIG,
                Topics.ALERTS + "-" + Math.abs(receiver.name().hashCode()));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return config;
    }

    @Override
    public void close() {
        deliveries.forEach(Delivery::close);
        registry.close();
    }
}
