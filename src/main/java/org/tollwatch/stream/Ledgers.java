package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.report.LedgerEntry;

/**
 * The ledgers as they are when they are asked for. What lies here is held in memory and brought up to date; what lies at
 * other instances is asked of them each time.
 */
final class Ledgers {

    /** Of so many claims the ledgers are held, the last asked for; one that is larger is held alone. */
    private static final int HELD = 200_000;

    private static final int MEASURE = 3;

    private record Here(Queries queries) implements Shelf.Source {

        @Override
        public boolean isHere(int partition) {
            return queries.isHere(Stores.LEDGER, partition);
        }

        @Override
        public Optional<List<LedgerEntry>> read(int partition, String conflict) {
            return queries.here(Stores.LEDGER, Range.of(conflict), partition);
        }
    }

    private final Queries queries;
    private final EntryLog log;
    private final Memory<Shelf> shelves = new Memory<>(HELD);

    Ledgers(Queries queries, EntryLog log) {
        this.queries = queries;
        this.log = log;
    }

    /**
     * The claims of the conflict, or of the measure and item that are wanted.
     *
     * @throws StoresNotReadyException when not all of them can be told now
     */
    Ledger of(Conflict conflict, Wanted wanted) {
        List<String> known = wanted.known();
        String fields = Keys.fields(known.subList(0, Math.min(MEASURE, known.size())));
        List<Volume> books = new ArrayList<>();
        Set<Integer> away = here(conflict, fields, books);
        if (!away.isEmpty()) {
            List<LedgerEntry> entries = new ArrayList<>();
            queries.<LedgerEntry>inPartitions(Stores.LEDGER, Range.of(fields), away)
                    .values()
                    .forEach(entries::addAll);
            books.addAll(Shelf.with(new TreeMap<>(), entries, conflict).values());
        }
        books.sort(Comparator.comparing(Volume::book));
        return new Ledger(conflict, books);
    }

    /** @return the partitions that must be asked elsewhere */
    private Set<Integer> here(Conflict conflict, String fields, List<Volume> into) {
        Set<Integer> away = new TreeSet<>();
        Shelf shelf = shelf(conflict);
        synchronized (shelf) {
            for (int partition : queries.partitions(Stores.LEDGER)) {
                Optional<Collection<Volume>> books = shelf.books(partition);
                books.ifPresent(found -> found.stream()
                        .filter(volume -> volume.book().startsWith(Keys.prefix(fields)))
                        .forEach(into::add));
                if (books.isEmpty()) {
                    away.add(partition);
                }
            }
            hold(conflict, shelf, shelf.size());
        }
        return away;
    }

    private synchronized Shelf shelf(Conflict conflict) {
        Optional<Shelf> held = shelves.get(conflict.id());
        Shelf shelf = held.orElseGet(() -> new Shelf(conflict, new Here(queries), log));
        if (held.isEmpty()) {
            shelves.hold(conflict.id(), shelf, 0);
        }
        return shelf;
    }

    private synchronized void hold(Conflict conflict, Shelf shelf, int size) {
        shelves.hold(conflict.id(), shelf, size);
    }
}
