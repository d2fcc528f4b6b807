package org.tollwatch.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.report.AlertRecord;
import org.tollwatch.report.AlertStateRecord;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Copies;
import org.tollwatch.stream.KafkaMeters;
import org.tollwatch.stream.Passage;
import org.tollwatch.stream.Peers;
import org.tollwatch.stream.Queries;
import org.tollwatch.stream.Range;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Schemas;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.Stop;
import org.tollwatch.stream.StoresNotReadyException;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.StreamsSetup;
import org.tollwatch.stream.Topics;

/** Watches the tallies by the rules of a file, and tells which alerts there are. */
public final class AlertService implements AutoCloseable {

    /** The consumer group, and the prefix of the internal topics. */
    public static final String APPLICATION_ID = "tollwatch-alerts";

    /** What other instances are asked for. */
    public static final String STORE = AlertTopology.STATES;

    private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final long PATIENCE_SECONDS = 30;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final RulesFile rules;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Stop stop = new Stop("alerting", closing);
    private Supplier<Optional<String>> stopped = Optional::empty;
    private Queries queries;
    private States states;

    private AlertService(RulesFile rules) {
        this.rules = rules;
    }

    /**
     * Begins to watch. The topics must be there: {@link org.tollwatch.stream.TallyService} makes them.
     *
     * @param tallying how the counting runs; the alerts run beside it under an id of their own
     * @param clock only to keep records' times from lying in the future
     * @throws StreamException when the broker or the registry cannot be used
     */
    public static AlertService start(Settings tallying, RulesFile rules, Clock clock, MeterRegistry meters) {
        return start(tallying, rules, clock, meters, Peers.NONE);
    }

    /** @param peers how other instances are asked for the alerts of conflicts that they watch */
    public static AlertService start(
            Settings tallying, RulesFile rules, Clock clock, MeterRegistry meters, Peers peers) {
        AlertService service = new AlertService(rules);
        try {
            service.open(tallying, clock, meters, peers);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private void open(Settings tallying, Clock clock, MeterRegistry meters, Peers peers) {
        Settings settings = settled(tallying).withApplicationId(APPLICATION_ID).withThreads(1);
        int partitions = partitions(settings);
        Registry registry = settings.cluster().registry();
        parts.push(registry);
        StreamsConfig config = StreamsSetup.config(settings);
        AlertTopology.Serials serials = serials(registry);
        Passage passage = new Passage(settings.cluster(), stages(tallying.applicationId()), clock);
        KafkaStreams streams = new KafkaStreams(
                AlertTopology.build(config, partitions, serials, rules, passage, clock, new Firings(meters)), config);
        States.Layout layout = new States.Layout(partitions, serials.states());
        queries = new Queries(streams, settings.server(), layout, peers);
        parts.push(queries);
        states = new States(queries, partitions);
        streams.setUncaughtExceptionHandler(stop);
        stopped = () -> stop.reason(streams.state());
        parts.push(closing::countDown);
        parts.push(() -> streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
        parts.push(KafkaMeters.of(streams, meters));
        Gauge.builder("tollwatch.alerting", streams, s -> s.state().hasStartedOrFinishedShuttingDown() ? 0 : 1)
                .description("1 while the rules watch or can go on, 0 when they stopped for good")
                .register(meters);
        streams.start();
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "alert-rules");
            thread.setDaemon(true);
            return thread;
        });
        parts.push(() -> {
            looking.shutdownNow();
            // The consumer of the passage must not be closed under the thread that reads with it.
            if (looking.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                passage.close();
            }
        });
        looking.scheduleWithFixedDelay(rules::refresh, 1, 1, TimeUnit.SECONDS);
        looking.scheduleWithFixedDelay(passage::look, 1, 1, TimeUnit.SECONDS);
    }

    /** All that a report passes until the rules have seen what came of it. */
    private static List<Passage.Stage> stages(String counting) {
        return Stream.concat(
                        Passage.Stage.ofCounting(counting).stream(),
                        Stream.of(
                                        Topics.TALLIES,
                                        Topics.REPORTS,
                                        APPLICATION_ID + "-" + AlertTopology.BY_CONFLICT + "-repartition",
                                        APPLICATION_ID + "-" + AlertTopology.REPORTS_BY_CONFLICT + "-repartition")
                                .map(topic -> new Passage.Stage(APPLICATION_ID, topic)))
                .toList();
    }

    static AlertTopology.Serials serials(Registry registry) {
        Schemas schemas = Schemas.register(registry);
        return new AlertTopology.Serials(
                schemas.reports(),
                schemas.tallies(),
                AvroSerde.register(registry, Topics.ALERTS + "-value", AlertRecord.class),
                AvroSerde.register(registry, AlertTopology.STATES + "-value", AlertStateRecord.class));
    }

    private static Settings settled(Settings tallying) {
        try (Admin admin = Admin.create(tallying.cluster().with(Map.of()))) {
            return Copies.settle(admin, tallying);
        }
    }

    /** The stores are parted as the tallies are. */
    private static int partitions(Settings settings) {
        try (Admin admin = Admin.create(settings.cluster().with(Map.of()))) {
            return admin.describeTopics(List.of(Topics.TALLIES))
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(Topics.TALLIES)
                    .partitions()
                    .size();
        } catch (ExecutionException | TimeoutException e) {
            throw new StreamException(
                    "Cannot see the topic '" + Topics.TALLIES + "' at " + settings.cluster()
                            + "; check that the counting runs.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamException("Stopped while waiting.", e);
        }
    }

    /** Whether the rules watch, or can go on; what stopped them for good, otherwise. Counting goes on without them. */
    public Optional<String> stopped() {
        return stopped.get();
    }

    /**
     * What was last told of each alert of a conflict, the newest first.
     *
     * @throws StoresNotReadyException when they cannot be told now
     */
    public List<AlertStatus> alerts(String conflict) {
        stopped().ifPresent(why -> {
            throw new StoresNotReadyException("Alerts cannot be told: " + why + ". Start this instance again.");
        });
        return states.ofConflict(conflict).stream()
                .filter(state -> state.last().isPresent())
                .map(state -> new AlertStatus(state.last().get(), state.active()))
                .sorted(Comparator.<AlertStatus, Instant>comparing(s -> s.last().startsAt())
                        .reversed()
                        .thenComparing(s -> s.last().id()))
                .toList();
    }

    /**
     * What this instance has of some partitions of {@link #STORE}, for another instance; without those that are not here.
     *
     * @throws StoresNotReadyException when the streams cannot be asked
     */
    public byte[] part(Range range, Set<Integer> partitions) {
        return queries.written(STORE, range, partitions);
    }

    /** What fires now and receivers were told of, each as it first was. */
    List<Alert> firing() {
        return states.here().stream()
                .filter(AlertState::active)
                .flatMap(state -> state.last().stream())
                .filter(Alert::live)
                .map(Alert::stillFiring)
                .toList();
    }

    /** The rules as they are now. */
    public Rules rules() {
        return rules.get();
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // the others must be closed whatever this one does
                LOG.warn("Closing the alerts: {}", e.toString());
            }
        }
    }
}
