package org.tollwatch.replay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Peers;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.TallyService;
import org.tollwatch.stream.Topics;

/**
 * The counting once more, over the archive, under names of its own: a service like the live one reads copies of the chosen
 * reports from the replay's topic. Nothing of it reaches the live topics, stores or receivers of alerts.
 */
public final class Replay implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;

    /** A report may grow when it is read again. */
    private static final int LARGEST_COPY = 2 * Topics.LARGEST_REPORT;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread feeding = new Thread(work, "replay");
        feeding.setDaemon(true);
        return feeding;
    });
    private final ReplayRequest request;
    private final Pace pace;
    private Broker broker;
    private ReplayBook book;
    private ReplayState begun;
    private TallyService service;
    private volatile Feeder feeder;
    private Future<?> feeding;

    private Replay(ReplayRequest request, Clock clock) {
        this.request = request;
        pace = new Pace(clock, request.speed());
    }

    /**
     * Begins a replay, or goes on with one that was begun and stopped.
     *
     * @param live where the archive is; its state directory gets one more inside
     * @throws ReplayException when one of the same name differs in what it replays
     */
    public static Replay start(
            Settings live, ReplayRequest request, Conflicts conflicts, MeterRegistry meters, Clock clock) {
        Replay replay = new Replay(request, clock);
        try {
            replay.open(live, conflicts, meters, clock);
            return replay;
        } catch (RuntimeException e) {
            replay.close();
            throw e;
        }
    }

    private void open(Settings live, Conflicts conflicts, MeterRegistry meters, Clock clock) {
        Cluster at = live.cluster();
        broker = new Broker(at);
        parts.push(broker);
        int partitions = broker.partitions(Topics.REPORTS)
                .orElseThrow(() -> new ReplayException("There is no topic '" + Topics.REPORTS + "' at " + at
                        + ", so there is nothing to replay. Take some reports in first: ./tollwatch up"));
        book = new ReplayBook(at, broker);
        book.create();
        begun = begun(at);
        Settings settings = settings(live, request.name(), live.partitions());
        copyTopic(settings, partitions);
        Registry registry = live.cluster().registry();
        parts.push(registry);
        AvroSerde<IncidentReport> serde = AvroSerde.register(registry, Topics.REPORTS + "-value", IncidentReport.class);
        service = TallyService.start(settings, conflicts, request.policy(), meters, clock, Peers.NONE);
        parts.push(service);
        if (!begun.fed()) {
            int copied = broker.partitions(settings.topics().reports()).orElse(partitions);
            Copies copies =
                    new Copies(request.name(), copied == partitions, serde, request.reading(), request.changed());
            feeding = thread.submit(() -> feed(at, registry, copies));
        }
    }

    /** The live settings under a replay's names. */
    public static Settings settings(Settings live, ReplayName name, int partitions) {
        return live.withApplicationId(name.applicationId())
                .withTopics(name.topics())
                .withPartitions(partitions);
    }

    private ReplayState begun(Cluster at) {
        ReplayPlan asked = new ReplayPlan(
                request.name(),
                request.published(),
                request.policy().name(),
                request.reading().isPresent(),
                request.speed().isMax() ? Order.ARRIVAL : Order.PUBLISHED,
                broker.ends(Topics.REPORTS));
        Optional<ReplayState> before = book.of(request.name());
        if (before.isEmpty()) {
            ReplayState state = ReplayState.begin(asked);
            book.write(state);
            return state;
        }
        ReplayPlan plan = before.get().plan();
        // What was begun at a pace can go on without one, in its order; and one that is over has no speed any more.
        boolean anySpeed = before.get().fed() || request.speed().isMax();
        List<String> differences = plan.differences(
                anySpeed
                        ? new ReplayPlan(
                                asked.name(),
                                asked.published(),
                                asked.policy(),
                                asked.reExtract(),
                                plan.order(),
                                Map.of())
                        : asked);
        if (!differences.isEmpty()) {
            throw new ReplayException("The replay '" + plan.name().text() + "' was begun with "
                    + String.join("; ", differences)
                    + ". Ask for the same to go on with it, choose another name with --into, or remove it: tollwatch"
                    + " replay rm " + plan.name().text());
        }
        return before.get();
    }

    /** Like the archive, so that copies lie where the reports do. */
    private void copyTopic(Settings settings, int partitions) {
        broker.create(List.of(new NewTopic(
                        settings.topics().reports(),
                        Optional.of(partitions),
                        settings.replication() < 0 ? Optional.empty() : Optional.of((short) settings.replication()))
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                        Long.toString(Long.MAX_VALUE),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_COPY)))));
    }

    private void feed(Cluster at, Registry registry, Copies copies) {
        ReplayPlan plan = begun.plan();
        Source source = plan.order() == Order.ARRIVAL
                ? new Archive(at, registry, plan, begun.next())
                : new InOrder(at, registry, plan, begun.taken(), pace, closing);
        try (Source open = source;
                Feeder one = new Feeder(open, copies, book, begun, at, closing)) {
            feeder = one;
            one.run();
        }
    }

    /** How far it is, as it was committed last. */
    public ReplayState state() {
        Feeder now = feeder;
        return now == null ? begun : now.state();
    }

    /** The time of the reports now: at a pace it goes by, otherwise it is that of the latest report. */
    public Instant now() {
        ReplayState state = state();
        if (request.speed().isMax() || state.fed() || feeder == null) {
            return state.at();
        }
        Instant going = pace.now();
        return going.isBefore(state.at()) ? state.at() : going;
    }

    /** The counting of it, to be asked. */
    public TallyService service() {
        return service;
    }

    /**
     * Returns when all reports are taken and counted.
     *
     * @param listener told from time to time
     * @throws RuntimeException that tells what it met; it can be started again and goes on
     */
    public void await(Consumer<ReplayState> listener) {
        try {
            while (feeding != null && !fed()) {
                listener.accept(state());
                service.stopped().ifPresent(why -> {
                    throw new ReplayException(why);
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayException("It was interrupted.", e);
        }
        listener.accept(state());
        if (!state().fed()) {
            throw new ReplayException("It was stopped before its end; run it again to go on.");
        }
        service.awaitQuiet(progress -> listener.accept(state()));
        if (!begun.done()) {
            begun = state().counted();
            feeder = null;
            book.write(begun);
        }
    }

    private boolean fed() throws InterruptedException {
        try {
            feeding.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException told ? told : new ReplayException(e.getMessage(), e);
        }
    }

    /** Stops where it is. */
    @Override
    public void close() {
        closing.countDown();
        thread.shutdown();
        try {
            thread.awaitTermination(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The others must be closed whatever this one does; what was committed stays.
            }
        }
    }
}
