package org.tollwatch.gather;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.ClaimsReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.ReportReader;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.report.IncidentReport;

/**
 * Looks at folders. A file is read when it is finished: of the same size and time at two looks, and not called as one that is
 * being written. How much of it is published is remembered with what is published.
 */
final class FolderWatcher implements Watcher {

    private static final int WRITTEN_TOGETHER = 200;
    private static final int MOST_FILES = 20_000;

    private final ReportMaker maker;
    private final Memory memory;
    private final Outbox outbox;
    private final FeedMeters meters;
    private final Pace pace;
    private final Clock clock;
    private final Executor worker;
    private final Map<Path, String> seen = new ConcurrentHashMap<>();

    /** @param worker whose threads may wait */
    FolderWatcher(
            ReportMaker maker,
            Memory memory,
            Outbox outbox,
            FeedMeters meters,
            Pace pace,
            Clock clock,
            Executor worker) {
        this.maker = maker;
        this.memory = memory;
        this.outbox = outbox;
        this.meters = meters;
        this.pace = pace;
        this.clock = clock;
        this.worker = worker;
    }

    @Override
    public CompletableFuture<Instant> look(Feed feed) {
        return CompletableFuture.supplyAsync(() -> lookNow(feed), worker);
    }

    private Instant lookNow(Feed feed) {
        Origin.Folder folder = (Origin.Folder) feed.origin();
        Standing before = memory.of(feed.name()).standing(Poller.place(feed));
        Standing after;
        try {
            int found = 0;
            List<Path> files = files(folder.path());
            forgetAllBut(files, folder.path());
            for (Path file : files) {
                found += finished(file) ? take(feed, folder, file) : 0;
            }
            Instant now = clock.instant();
            after = before.succeeded(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    found > 0 ? Optional.of(now) : Optional.empty(),
                    now,
                    pace.afterSuccess(feed, now));
        } catch (IOException e) {
            meters.failed(feed.name(), Trouble.UNREADABLE);
            Instant now = clock.instant();
            Instant next = pace.afterFailure(feed, Trouble.UNREADABLE, before.failures() + 1, Optional.empty(), now);
            after = before.failed(Trouble.UNREADABLE, "cannot be read (" + e + "); check the folder", now, next);
        }
        outbox.put(new Batch().change(new Change.Stands(feed.name(), after))).join();
        return after.nextTry().orElseThrow();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("\\..*|.*(~|\\.part|\\.tmp|\\.crdownload)"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private void forgetAllBut(List<Path> files, Path folder) {
        Set<Path> there = Set.copyOf(files);
        seen.keySet().removeIf(file -> folder.equals(file.getParent()) && !there.contains(file));
    }

    /** As it is now; empty for one that is gone. */
    private static Optional<String> state(Path file) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(is.size() + "@" + is.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean finished(Path file) {
        Optional<String> state = state(file);
        return state.isPresent() && state.get().equals(seen.put(file, state.get()));
    }

    /** @return how many reports are in it, when it was not read before */
    private int take(Feed feed, Origin.Folder folder, Path file) {
        String mark = Hash.of(file.getFileName());
        String offered = seen.get(file);
        Optional<Item> known =
                memory.of(feed.name()).item(mark).filter(item -> item.offered().equals(offered));
        if (known.filter(Item::whole).isPresent()) {
            return 0;
        }
        Instant firstSeenAt = known.map(Item::firstSeenAt).orElseGet(clock::instant);
        Pieces pieces = new Pieces(
                feed, mark, offered, firstSeenAt, known.map(Item::position).orElse(0L));
        reader(feed, folder, file).read(file, pieces::take);
        pieces.write(true);
        return pieces.reports;
    }

    private SourceReader<IncidentReport> reader(Feed feed, Origin.Folder folder, Path file) {
        return switch (folder.format()) {
            case REPORTS -> new ReportReader(clock, maker.conflicts());
            case CLAIMS -> new ClaimsReader(clock, maker.conflicts(), folder.map());
            case ARTICLES ->
                WarcArticles.isArchive(file)
                        ? new WarcArticles(feed, maker)
                        : new ArticleFile(
                                feed,
                                maker,
                                new ArticleReader(
                                        new Defaults(
                                                feed.source(), feed.language().orElse(null), null),
                                        clock));
        };
    }

    /** The pieces of a file, written in parts. */
    private final class Pieces {
        private final Feed feed;
        private final String mark;
        private final String offered;
        private final Instant firstSeenAt;
        private final long from;
        private long position;
        private int reports;
        private Batch batch = new Batch();

        Pieces(Feed feed, String mark, String offered, Instant firstSeenAt, long from) {
            this.feed = feed;
            this.mark = mark;
            this.offered = offered;
            this.firstSeenAt = firstSeenAt;
            this.from = from;
        }

        void take(Input<IncidentReport> input) {
            position++;
            if (position <= from) {
                return;
            }
            reports += meters.enter(feed, input, batch) ? 1 : 0;
            if (batch.size() >= WRITTEN_TOGETHER) {
                write(false);
            }
        }

        void write(boolean whole) {
            Item item = new Item(mark, offered, "", Item.NONE, firstSeenAt, Math.max(position, from), whole);
            outbox.put(batch.change(new Change.Knows(feed.name(), item))).join();
            batch = new Batch();
        }
    }
}
