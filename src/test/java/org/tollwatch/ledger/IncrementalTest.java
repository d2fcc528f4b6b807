package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.CALENDAR;
import static org.tollwatch.ledger.Fixtures.PARTIES;
import static org.tollwatch.ledger.Fixtures.PLACES;
import static org.tollwatch.ledger.Fixtures.POLICY;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is kept up to date claim by claim is what a reckoning of the whole ledger from nothing gives. */
class IncrementalTest {

    private static final int CASES = Cases.of(400);

    /** The changes that a reader was told, put together. */
    private static final class Reader {
        private final Map<List<Object>, Tally> tallies = new HashMap<>();

        void take(List<TallyChange> changes) {
            for (TallyChange change : changes) {
                List<Object> key = List.of(change.scope(), change.window());
                Tally next = change.tally().orElse(null);
                assertThat(next == null ? tallies.remove(key) : tallies.put(key, next))
                        .as("what is told as changed is not what it was")
                        .isNotEqualTo(next);
            }
        }

        Collection<Tally> known() {
            return tallies.values();
        }
    }

    @Test
    void claimByClaimABookSaysWhatTheWholeLedgerSays() {
        forEachSeed(random -> {
            List<Claim> ledger = BookLedgers.of(random, 14);
            List<Claim> arriving = arriving(random, ledger);
            Book book = new Book(PLACES, CALENDAR, POLICY);
            Reader reader = new Reader();
            Map<String, Claim> known = new HashMap<>();
            for (Claim claim : arriving) {
                book.add(claim);
                known.put(claim.id(), claim);
                if (random.nextInt(3) == 0) {
                    Set<Window> asked = spans(random);
                    assertThat(book.tallies(asked))
                            .containsExactlyInAnyOrderElementsOf(
                                    slow(known.values()).tallies(asked));
                }
                if (random.nextInt(3) == 0) {
                    reader.take(book.takeChanges());
                    assertThat(book.mayHaveChanged()).isFalse();
                    SlowBook slow = slow(known.values());
                    assertThat(reader.known()).containsExactlyInAnyOrderElementsOf(slow.tallies(slow.windows()));
                }
            }
            reader.take(book.takeChanges());
            SlowBook slow = slow(ledger);
            assertThat(reader.known()).containsExactlyInAnyOrderElementsOf(slow.tallies(slow.windows()));
            assertThat(book.windows()).isEqualTo(slow.windows());
            assertThat(TollTest.reasons(book.setAside())).isEqualTo(TollTest.reasons(slow.setAside()));
            assertThat(book.takeChanges()).isEmpty();
        });
    }

    @Test
    void anyWindowsAskedForReadAsFromTheWholeLedger() {
        forEachSeed(random -> {
            List<Claim> ledger = BookLedgers.of(random, 14);
            Book book = Book.of(ledger, PLACES, CALENDAR, POLICY);
            if (random.nextBoolean()) {
                book.takeChanges();
            }
            for (int times = 0; times < 3; times++) {
                Set<Window> asked = spans(random);
                assertThat(book.tallies(asked))
                        .containsExactlyInAnyOrderElementsOf(slow(ledger).tallies(asked));
            }
            Reader reader = new Reader();
            reader.take(book.takeChanges());
            assertThat(book.mayHaveChanged()).isFalse();
        });
    }

    @Test
    void aBookThatIsReckonedStepByStepIsTheSame() {
        forEachSeed(random -> {
            List<Claim> ledger = BookLedgers.of(random, 14);
            Book book = new Book(PLACES, CALENDAR, POLICY);
            for (Claim claim : ledger) {
                book.add(claim);
                book.reckon(() -> false);
            }
            while (!book.reckon(() -> false)) {
                assertThat(book.mayHaveChanged()).isTrue();
            }
            Reader reader = new Reader();
            reader.take(book.takeChanges());
            SlowBook slow = slow(ledger);
            assertThat(reader.known()).containsExactlyInAnyOrderElementsOf(slow.tallies(slow.windows()));
        });
    }

    @Test
    void partiesRollUpTallyByTallyAsAllAtOnce() {
        forEachSeed(random -> {
            List<Claim> ledger = LawsTest.ledger(random);
            Map<Scope, Book> books = new HashMap<>();
            Rollup rollup = new Rollup(ledger.get(0).scope(), PARTIES, PLACES, POLICY);
            Reader ofParties = new Reader();
            Reader rolled = new Reader();
            for (Claim claim : withRetractions(random, ledger)) {
                Book book =
                        books.computeIfAbsent(Reckoning.bookOf(claim.scope()), s -> new Book(PLACES, CALENDAR, POLICY));
                book.add(claim);
                List<TallyChange> changes = new ArrayList<>(book.takeChanges());
                ofParties.take(changes);
                Collections.shuffle(changes, random);
                changes.forEach(change -> change.tally()
                        .ifPresentOrElse(rollup::put, () -> rollup.remove(change.scope(), change.window())));
                if (random.nextInt(3) == 0) {
                    rolled.take(rollup.takeChanges());
                }
            }
            rolled.take(rollup.takeChanges());
            assertThat(rolled.known())
                    .containsExactlyInAnyOrderElementsOf(
                            SlowRollup.tallies(ofParties.known(), PARTIES, PLACES, POLICY));
            assertThat(rollup.size()).isEqualTo(ofParties.known().size());
        });
    }

    @Test
    void theWholeMethodGivesWhatItGaveBefore() {
        forEachSeed(random -> {
            List<Claim> ledger = LawsTest.ledger(random);
            Set<Window> asked = spans(random);
            assertThat(Fixtures.RECKONING.tallies(ledger, asked, Instant.MAX))
                    .isEqualTo(SlowReckoning.tallies(ledger, asked));
        });
    }

    /** Shuffled, some more than once, some first as published later. */
    private static List<Claim> arriving(Random random, List<Claim> ledger) {
        List<Claim> arriving = new ArrayList<>();
        for (Claim claim : ledger) {
            if (random.nextInt(4) == 0) {
                arriving.add(BookLedgers.later(claim, Duration.ofHours(1 + random.nextInt(40))));
            }
        }
        Collections.shuffle(arriving, random);
        List<Claim> last = new ArrayList<>(ledger);
        Collections.shuffle(last, random);
        arriving.addAll(last);
        for (Claim claim : ledger) {
            if (random.nextInt(4) == 0) {
                arriving.add(
                        arriving.indexOf(claim) + 1 + random.nextInt(arriving.size() - arriving.indexOf(claim)), claim);
            }
        }
        return arriving;
    }

    private static List<Claim> withRetractions(Random random, List<Claim> ledger) {
        List<Claim> all = new ArrayList<>(ledger);
        for (Claim claim : ledger) {
            if (random.nextInt(3) == 0) {
                all.add(BookLedgers.later(
                        BookLedgers.retracting(Fixtures.renamed(claim, "not-" + claim.id()), claim.id()),
                        Duration.ofHours(2)));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private static SlowBook slow(Collection<Claim> claims) {
        return new SlowBook(claims, PLACES, CALENDAR, POLICY);
    }

    /** Some spans, single days and registered windows, in the days of the claims and around them. */
    private static Set<Window> spans(Random random) {
        Set<Window> spans = new LinkedHashSet<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(BookLedgers.DAYS) - 1;
            int to = from + 1 + random.nextInt(BookLedgers.DAYS);
            spans.add(BookLedgers.pick(
                    random,
                    span(from, to),
                    new Window(WindowKind.DAY, days(from, from + 1)),
                    CALENDAR.week(Fixtures.start(from)),
                    new Window(WindowKind.ROLLING, shifted(days(from, to))),
                    CALENDAR.episodes().stream()
                            .map(e -> new Window(WindowKind.EPISODE, e.period()))
                            .findFirst()
                            .orElseThrow()));
        }
        return spans;
    }

    private static Period shifted(Period period) {
        return new Period(period.from().plus(Duration.ofHours(7)), period.to().plus(Duration.ofHours(7)));
    }

    private static void forEachSeed(Consumer<Random> law) {
        for (int seed = 0; seed < CASES; seed++) {
            try {
                law.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
