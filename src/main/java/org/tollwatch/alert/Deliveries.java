package org.tollwatch.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.data.DataFileException;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Decoded;
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

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Settings settings;
    private final AlertService alerts;
    private final Messages messages;
    private final Pace pace;
    private final MeterRegistry meters;
    private final Post post;
    private final Registry registry;
    private final AvroSerde<AlertRecord> serde;
    private final Map<Addressee, Delivery> running = new LinkedHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "alert-receivers");
        thread.setDaemon(true);
        return thread;
    });
    private String said = "";

    private Deliveries(Settings settings, AlertService alerts, Messages messages, Pace pace, MeterRegistry meters) {
        this.settings = settings;
        this.alerts = alerts;
        this.messages = messages;
        this.pace = pace;
        this.meters = meters;
        post = new Post(pace.patience());
        registry = settings.cluster().registry();
        serde = AlertService.serials(registry).alerts();
    }

    /**
     * Begins to tell the receivers of the rules, and others when the rules name others.
     *
     * @throws DataFileException when a secret cannot be read
     */
    public static Deliveries start(
            Settings settings, AlertService alerts, Messages messages, Pace pace, MeterRegistry meters) {
        Deliveries all = new Deliveries(settings, alerts, messages, pace, meters);
        try {
            all.tell(all.wanted());
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
        all.looking.scheduleWithFixedDelay(all::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return all;
    }

    private Set<Addressee> wanted() {
        Rules rules = alerts.rules();
        return rules.receivers().stream()
                .map(receiver -> Addressee.read(receiver, rules.recent(), pace.variables()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What goes wrong leaves the receivers as they are, and is said once. */
    private void look() {
        try {
            tell(wanted());
            said = "";
        } catch (RuntimeException e) {
            if (!said.equals(e.getMessage())) {
                said = String.valueOf(e.getMessage());
                LOG.error("The receivers stay as they were: {}", said);
            }
        }
    }

    /** Whoever is told no more is ended first: his group may be that of one who is told otherwise from now on. */
    private synchronized void tell(Set<Addressee> wanted) {
        List<Addressee> others =
                running.keySet().stream().filter(a -> !wanted.contains(a)).toList();
        for (Addressee gone : others) {
            running.remove(gone).close();
            LOG.info("{} is told no more, or otherwise.", gone);
        }
        wanted.stream()
                .filter(addressee -> !running.containsKey(addressee))
                .forEach(addressee -> running.put(addressee, begin(addressee)));
    }

    private Delivery begin(Addressee addressee) {
        Receiver receiver = addressee.receiver(post, pace);
        Delivery delivery = new Delivery(
                new KafkaConsumer<>(config(receiver), new StringDeserializer(), this::alert),
                receiver,
                messages,
                alerts::firing,
                new Backoff(pace.first(), pace.most(), pace.random()),
                addressee.recent(),
                pace.clock(),
                meters);
        Thread thread = new Thread(delivery, "alerts to " + receiver.shown());
        thread.setDaemon(true);
        thread.start();
        return delivery;
    }

    /** Null for what is no alert. */
    private AlertRecord alert(String topic, byte[] bytes) {
        return serde.decode(bytes) instanceof Decoded.Value<AlertRecord> read ? read.value() : null;
    }

    /** The group is the receiver's own: where it was is found again by it. */
    private Map<String, Object> config(Receiver receiver) {
        Map<String, Object> config = new HashMap<>(settings.cluster().with(Map.of()));
        config.put(ConsumerConfig.GROUP_ID_CONFIG, Addressee.group(receiver));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(
                ConsumerConfig.CLIENT_ID_CONFIG,
                Topics.ALERTS + "-" + Math.abs(receiver.name().hashCode()));
        // All of a poll, at the patience of each, within the time after which the group takes it for dead.
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return config;
    }

    @Override
    public void close() {
        looking.shutdownNow();
        stop();
        registry.close();
    }

    private synchronized void stop() {
        running.values().forEach(Delivery::close);
        running.clear();
    }
}
