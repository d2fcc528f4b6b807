package org.tollwatch.gather;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.tollwatch.report.FeedStateRecord;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.Producers;
import org.tollwatch.stream.Registry;
import org.tollwatch.stream.Settings;
import org.tollwatch.stream.Topics;

/** All feeds of a file, looked at until it is closed: two threads read, and a handful fetch. */
public final class FeedService implements AutoCloseable {

    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(10);
    private static final int READERS = 2;
    private static final int MOST_FILE_READERS = 8;

    private final Feeds feeds;
    private final Memory memory = new Memory();
    private final FeedMeters meters;
    private final Clock clock;
    private Turn turn;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private FeedService(Feeds feeds, FeedMeters meters, Clock clock) {
        this.feeds = feeds;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Begins to look. Of several processes on one cluster one looks at a time; the others know what it knows, and one of them
     * takes over when it ends.
     *
     * @throws org.tollwatch.stream.StreamException when Kafka or the registry refuse
     */
    public static FeedService start(
            Feeds feeds, Settings settings, ReportMaker maker, MeterRegistry registry, Clock clock) {
        FeedMeters meters = new FeedMeters(registry);
        FeedService service = new FeedService(feeds, meters, clock);
        try {
            service.open(settings, maker, registry);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private void open(Settings settings, ReportMaker maker, MeterRegistry registry) {
        Registry schemas = open(settings.cluster().registry());
        StateRecords states =
                new StateRecords(AvroSerde.register(schemas, Topics.FEED_STATE + "-value", FeedStateRecord.class));
        Outbox outbox = open(new Outbox(
                () -> Producers.transactional(
                        settings.cluster(), settings.applicationId() + "-feeds", LONGEST_TRANSACTION),
                AvroSerde.register(schemas, Topics.REPORTS + "-value", IncidentReport.class),
                states,
                new StateTopic(settings.cluster(), states),
                memory,
                registry));
        outbox.start();
        turn = open(new Turn(settings, outbox, clock));
        turn.start();
        ScheduledExecutorService dues = open(Executors.newSingleThreadScheduledExecutor(Threads.named("feeds-due")));
        ExecutorService readers = open(Executors.newFixedThreadPool(READERS, Threads.named("feeds-read")));
        Fetcher fetcher = new WebFetcher(open(new Wire()), clock);
        HostGate gate = new HostGate(feeds.pause(), dues);
        Pages pages = new Pages(fetcher, gate, new RobotsBook(fetcher, gate, clock), readers);
        Items items = new Items(maker, memory, meters);
        Entries entries = new Entries(pages, items, memory, outbox, readers);
        RandomGenerator random = RandomGenerator.getDefault();
        Pace pace = new Pace(random);
        Watcher web = new WebWatcher(fetcher, gate, entries, memory, outbox, meters, pace, clock, readers);
        long local = feeds.all().stream()
                .filter(feed -> !(feed.origin() instanceof Origin.Web))
                .count();
        ExecutorService files = open(Executors.newFixedThreadPool(
                (int) Math.min(MOST_FILE_READERS, Math.max(1, local)), Threads.named("feeds-files")));
        Watcher folders = new FolderWatcher(maker, memory, outbox, meters, pace, clock, files);
        Cluster servers = settings.cluster();
        Watcher topics = open(new TopicWatcher(servers, maker, memory, outbox, meters, pace, clock, files));
        Poller poller = new Poller(memory, meters, clock, turn, dues, random);
        for (Feed feed : feeds.all()) {
            boolean onTheWeb = feed.origin() instanceof Origin.Web;
            Watcher watcher = onTheWeb ? web : feed.origin() instanceof Origin.Folder ? folders : topics;
            poller.begin(feed, watcher, feeds.all().size());
        }
    }

    /** Whether this process is the one that looks at them. */
    public boolean looks() {
        return turn.isOurs();
    }

    /** How each feed does, in the order of the file. */
    public List<FeedHealth> health() {
        return feeds.all().stream()
                .map(feed -> FeedHealth.of(feed, memory.of(feed.name()), meters.errors(feed.name()), clock.instant()))
                .toList();
    }

    private <T extends AutoCloseable> T open(T part) {
        parts.push(part);
        return part;
    }

    private <T extends ExecutorService> T open(T executor) {
        parts.push(executor::shutdownNow);
        return executor;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The others must be stopped whatever this one does; what is not written is fetched again.
            }
        }
    }
}
