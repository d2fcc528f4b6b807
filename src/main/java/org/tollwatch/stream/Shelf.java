package org.tollwatch.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.report.LedgerEntry;

/**
 * One conflict's books as they lie in the partitions here, brought up to date by what was entered since they were read. What
 * it gives of a partition is what reading it now would give. Not for several threads at a time.
 */
final class Shelf {

    /** A partition is read again when it was opened anew meanwhile: more often than this, something is wrong with it. */
    private static final int TRIES = 3;

    /** Where the partitions lie. */
    interface Source {

        /** Whether the partition is here, and may be asked. */
        boolean isHere(int partition);

        /** The conflict's entries in the partition; empty when it is not here. */
        Optional<List<LedgerEntry>> read(int partition, String conflict);
    }

    private record Read(EntryLog.Point at, SortedMap<String, Volume> books) {}

    private final Conflict conflict;
    private final Source source;
    private final EntryLog log;
    private final Map<Integer, Read> partitions = new HashMap<>();

    Shelf(Conflict conflict, Source source, EntryLog log) {
        this.conflict = conflict;
        this.source = source;
        this.log = log;
    }

    /** The conflict's books in the partition, by their keys; empty when it is not here, or cannot be asked. */
    Optional<Collection<Volume>> books(int partition) {
        // Asked first: what is known of a partition that another instance works on now may be old.
        if (!source.isHere(partition)) {
            partitions.remove(partition);
            return Optional.empty();
        }
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Read> read = Optional.ofNullable(partitions.get(partition)).or(() -> read(partition));
            Optional<Read> now = read.flatMap(r -> forward(partition, r));
            if (now.isPresent()) {
                partitions.put(partition, now.get());
                return Optional.of(now.get().books().values());
            }
            partitions.remove(partition);
        }
        return Optional.empty();
    }

    /** The point is taken before: what comes in while it is read is then taken in once more, which changes nothing. */
    private Optional<Read> read(int partition) {
        return log.at(partition)
                .flatMap(at -> source.read(partition, conflict.id())
                        .map(entries -> new Read(at, with(new TreeMap<>(), entries, conflict))));
    }

    private Optional<Read> forward(int partition, Read read) {
        return log.since(partition, read.at()).map(since -> {
            List<LedgerEntry> ours = since.entries().stream()
                    .filter(entry -> entry.getConflict().equals(conflict.id()))
                    .toList();
            return new Read(since.now(), ours.isEmpty() ? read.books() : with(read.books(), ours, conflict));
        });
    }

    /** The books with the entries taken in; those given stay as they are. */
    static SortedMap<String, Volume> with(
            SortedMap<String, Volume> books, Collection<LedgerEntry> entries, Conflict conflict) {
        SortedMap<String, Volume> all = new TreeMap<>(books);
        entries.stream()
                .collect(Collectors.groupingBy(Keys::book, LinkedHashMap::new, Collectors.toList()))
                .forEach((book, into) ->
                        all.put(book, all.getOrDefault(book, Volume.empty(book)).with(into, conflict)));
        return all;
    }

    /** How many claims it holds. */
    int size() {
        return partitions.values().stream()
                .flatMap(read -> read.books().values().stream())
                .mapToInt(book -> book.byId().size())
                .sum();
    }
}
