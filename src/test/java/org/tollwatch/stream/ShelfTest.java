package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.Measure;

/** Whatever happens to a partition, what is held of it in memory reads as the partition itself. */
class ShelfTest {

    private static final Conflict CONFLICT =
            Conflicts.bundled().byId(Reports.CONFLICT).orElseThrow();
    private static final int PARTITION = 3;
    private static final int STEPS = 400;

    /** A partition of a ledger, in which more may come to lie while it is read. */
    private static final class Store implements Shelf.Source {
        private final SortedMap<String, LedgerEntry> entries = new TreeMap<>();
        private final EntryLog log = new EntryLog();
        private final Random random;
        private boolean here = true;
        private int reads;

        Store(long seed) {
            random = new Random(seed);
            log.opened(PARTITION);
        }

        void put(LedgerEntry entry) {
            entries.put(Keys.claim(Keys.book(entry), entry.getClaim().getId()), entry);
            if (here) {
                log.entered(PARTITION, entry);
            }
        }

        void putSome(int count) {
            for (int i = 0; i < count; i++) {
                put(entry(random.nextInt(60), random.nextInt(1_000), random.nextInt(8) == 0 ? "world" : CONFLICT.id()));
            }
        }

        void begin() {
            here = true;
            log.opened(PARTITION);
        }

        @Override
        public boolean isHere(int partition) {
            return here;
        }

        @Override
        public Optional<List<LedgerEntry>> read(int partition, String conflict) {
            reads++;
            putSome(random.nextInt(3));
            List<LedgerEntry> read = of(conflict);
            putSome(random.nextInt(3));
            return Optional.of(read);
        }

        List<LedgerEntry> of(String conflict) {
            return entries.values().stream()
                    .filter(entry -> entry.getConflict().equals(conflict))
                    .toList();
        }
    }

    private static LedgerEntry entry(int claim, long count, String conflict) {
        String party = List.of("armenia", "artsakh", "azerbaijan").get(claim % 3);
        Measure measure = claim % 2 == 0 ? Measure.KILLED : Measure.WOUNDED;
        return Entries.of(Reports.report(
                                "r" + claim,
                                Reports.killed("c" + claim, party, 1 + claim % 28, count)
                                        .setMeasure(measure)
                                        .build())
                        .setConflict(conflict)
                        .build())
                .get(0)
                .value;
    }

    private static List<LedgerEntry> told(Collection<Volume> books) {
        List<LedgerEntry> told = new ArrayList<>();
        books.forEach(book -> book.byId().values().forEach(item -> {
            assertThat(item.claim()).isEqualTo(Entries.claim(item.entry(), CONFLICT));
            told.add(item.entry());
        }));
        return told;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isNeverStaleAndNeverPartial(long seed) {
        Store store = new Store(seed);
        Shelf shelf = new Shelf(CONFLICT, store, store.log);
        for (int step = 0; step < STEPS; step++) {
            switch (store.random.nextInt(12)) {
                case 0 -> store.begin(); // taken over by itself: the same entries
                case 1 -> { // a transaction was given up: some of it never happened
                    store.entries.values().removeIf(e -> store.random.nextInt(5) == 0);
                    store.begin();
                }
                case 2 -> store.here = false;
                case 3 -> {
                    if (!store.here) {
                        store.begin();
                    }
                }
                case 4 -> store.putSome(EntryLog.HELD + 10);
                default -> store.putSome(store.random.nextInt(4));
            }
            Optional<Collection<Volume>> books = shelf.books(PARTITION);
            assertThat(books.isPresent()).isEqualTo(store.here);
            books.ifPresent(found -> assertThat(told(found)).isEqualTo(store.of(CONFLICT.id())));
        }
    }

    @Test
    void isReadOnceAndThenBroughtUpToDate() {
        Store store = new Store(0);
        Shelf shelf = new Shelf(CONFLICT, store, store.log);
        for (int step = 0; step < 100; step++) {
            store.putSome(10);
            assertThat(told(shelf.books(PARTITION).orElseThrow())).isEqualTo(store.of(CONFLICT.id()));
        }
        assertThat(store.reads).isEqualTo(1);
        assertThat(shelf.size()).isEqualTo(store.of(CONFLICT.id()).size());
    }

    @Test
    void whatWasGivenStaysAsItWas() {
        Store store = new Store(0);
        Shelf shelf = new Shelf(CONFLICT, store, store.log);
        store.putSome(20);
        List<Volume> given = List.copyOf(shelf.books(PARTITION).orElseThrow());
        List<LedgerEntry> before = told(given);
        store.putSome(50);
        shelf.books(PARTITION);
        assertThat(told(given)).isEqualTo(before);
    }
}
