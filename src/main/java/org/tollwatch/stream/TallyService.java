package org.tollwatch.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.report.LedgerEntry;

/** Counts what is on the topic of reports, and answers what the tallies are. */
public final class TallyService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TallyService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 50;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Stop stop = new Stop("counting", closing);
    private Settings settings;
    private final Conflicts conflicts;
    private final Policy policy;
    private final Meters meters;
    private final Peers peers;
    private final MeterRegistry measured;
    private KafkaStreams streams;
    private Admin admin;
    private Queries queries;
    private Ledgers ledgers;
    private ReportArchive reports;
    private NewsDesk news;

    private TallyService(Settings settings, Conflicts conflicts, Policy policy, MeterRegistry measured, Peers peers) {
        this.peers = peers;
        this.measured = measured;
        this.settings = settings;
        this.conflicts = conflicts;
        this.policy = policy;
        meters = new Meters(measured);
    }

    /**
     * Makes the topics that are not there, registers the schemas, and begins to count.
     *
     * @throws StreamException when the broker or the registry cannot be used
     * @throws RegistryUnavailableException when the registry does not answer
     */
    public static TallyService start(Settings settings, Conflicts conflicts, Policy policy, MeterRegistry meters) {
        return start(settings, conflicts, policy, meters, Clock.systemUTC(), Peers.NONE);
    }

    /**
     * @param clock only to tell dates of publication that lie in the future
     * @param peers how other instances are asked
     */
    public static TallyService start(
            Settings settings, Conflicts conflicts, Policy policy, MeterRegistry meters, Clock clock, Peers peers) {
        TallyService service = new TallyService(settings, conflicts, policy, meters, peers);
        try {
            service.open(clock);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw Stop.atStart(e);
        }
    }

    private void open(Clock clock) {
        admin = Admin.create(settings.cluster().with(Map.of()));
        parts.push(admin);
        settings = Topics.create(admin, settings);
        Registry registry = settings.cluster().registry();
        parts.push(registry);
        Schemas schemas = Schemas.register(registry);
        StreamsConfig config = StreamsSetup.config(settings);
        EntryLog log = new EntryLog();
        streams = new KafkaStreams(
                TallyTopology.build(config, settings, schemas, conflicts, policy, clock, meters, log), config);
        TallyStores stores = new TallyStores(
                settings, Topics.partitionsOf(admin, settings.topics().reports()), schemas);
        queries = new Queries(streams, settings.server(), stores, peers);
        parts.push(queries);
        ledgers = new Ledgers(queries, log);
        reports = new ReportArchive(queries, schemas.reports(), settings);
        parts.push(reports);
        news = new NewsDesk(settings.cluster(), settings.topics(), schemas, conflicts, clock);
        streams.setUncaughtExceptionHandler(stop);
        parts.push(() -> streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
        parts.push(KafkaMeters.of(streams, measured));
        streams.start();
    }

    /**
     * Returns when every report on the topic has been admitted, entered and tallied.
     *
     * @param listener told from time to time how far it is
     * @throws StreamException when the counting failed or the service was closed
     */
    public void awaitQuiet(Consumer<Progress> listener) {
        try (Quiet quiet = new Quiet(admin, settings, new MadeWith(conflicts, policy).all())) {
            while (streams.state() != KafkaStreams.State.RUNNING || !quiet.check(listener)) {
                stop.rethrow();
                if (closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new StreamException("The service was closed before all reports were counted.");
                }
            }
        } catch (InterruptedException e) {
            throw StreamException.interrupted(e);
        }
    }

    /**
     * The tallies of the conflict's windows of a kind, in reading order.
     *
     * @param kind of the windows that are kept: any but {@link WindowKind#SPAN}
     * @throws StoresNotReadyException when not all of them can be told now
     */
    public List<Tally> tallies(String conflict, WindowKind kind) {
        return tallies(Wanted.all(conflict), kind);
    }

    /**
     * The tallies of some scopes in the windows of a kind, in reading order. Reads no more than these, as far as the wanted
     * fields come before all others in {@link Keys}; of one scope, it asks nobody but the instance that has it.
     *
     * @param kind of the windows that are kept: any but {@link WindowKind#SPAN}
     * @throws StoresNotReadyException when not all of them can be told now
     */
    public List<Tally> tallies(Wanted wanted, WindowKind kind) {
        stop.rethrow();
        return new KeptTallies(queries, conflicts).of(wanted, kind);
    }

    /**
     * The tallies of one scope in the windows of a kind that begin in a stretch of time, in order.
     *
     * @param kind of the windows that are kept: any but {@link WindowKind#SPAN}
     * @param to exclusive
     * @throws StoresNotReadyException when not all of them can be told now
     */
    public List<Tally> tallies(Scope scope, WindowKind kind, Instant from, Instant to) {
        return tallies(Wanted.only(scope), kind).stream()
                .filter(t -> !t.window().period().from().isBefore(from)
                        && t.window().period().from().isBefore(to))
                .toList();
    }

    /**
     * What this instance has of some partitions of a store, for another instance; without those that are not here.
     *
     * @throws StoresNotReadyException when the streams cannot be asked
     * @throws IllegalArgumentException when the store is not asked
     */
    public byte[] part(String store, Range range, Set<Integer> partitions) {
        TallyTopology.topicOf(store, settings); // knows only the stores that may be asked
        return queries.written(store, range, partitions);
    }

    /** Whether all partitions of the stores are here and answer; why not, otherwise. */
    public Optional<String> notReady() {
        Optional<String> stopped = stopped();
        if (stopped.isPresent()) {
            return stopped;
        }
        if (queries.isCutOff()) {
            return Optional.of(Queries.CUT_OFF);
        }
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.RUNNING
                ? Optional.empty()
                : Optional.of("the streams are " + state.name().toLowerCase(Locale.ROOT)
                        + ": the state is being restored or moved");
    }

    /** Whether counting goes on, or can go on; what stopped it for good, otherwise. */
    public Optional<String> stopped() {
        return stop.reason(streams.state());
    }

    /**
     * The conflict's claims, by book and id.
     *
     * @throws StoresNotReadyException when not all of them can be told now
     */
    public List<LedgerEntry> claims(String conflict) {
        stop.rethrow();
        return ledger(conflict).map(Ledger::all).orElse(List.of());
    }

    /**
     * The conflict's claims to be asked, as they are now; empty for a conflict that is not known.
     *
     * @throws StoresNotReadyException when not all of them can be told now
     */
    public Optional<Ledger> ledger(String conflict) {
        return ledger(Wanted.all(conflict));
    }

    /**
     * The same, with no more than is needed to tell of the scopes that are wanted: the claims of the measure and item.
     *
     * @throws StoresNotReadyException when not all of them can be told now
     */
    public Optional<Ledger> ledger(Wanted wanted) {
        stop.rethrow();
        return conflicts.byId(wanted.conflict()).map(known -> ledgers.of(known, wanted));
    }

    /** Under which the tallies are kept. */
    public Policy policy() {
        return policy;
    }

    /** The reports that were admitted. */
    public ReportArchive reports() {
        stop.rethrow();
        return reports;
    }

    /** What comes to be on the topics, as it comes. */
    public NewsDesk news() {
        return news;
    }

    /** How many reports this instance rejected since it started, by {@link Reason#label()}. */
    public Map<String, Long> rejected() {
        return meters.rejections();
    }

    /** Stops counting, within a bounded time. What was not committed is counted at the next start. */
    @Override
    public synchronized void close() {
        closing.countDown();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // the others must be closed whatever this one does
                LOG.warn("Closing the service: {}", StreamException.rootOf(e));
            }
        }
    }
}
