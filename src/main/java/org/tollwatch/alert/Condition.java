package org.tollwatch.alert;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.View;

/** What a rule asks of a tally. */
public sealed interface Condition {

    /** Which figure of a tally is looked at. */
    enum Bound {
        LOW,
        BEST,
        HIGH
    }

    /** The kind's name in files and records. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * @param earlier the tallies of the same scope in earlier windows of the kind, the newest last
     */
    Verdict judge(Tally tally, List<Tally> earlier);

    /**
     * A figure reaches a number.
     *
     * @param figure the only one looked at; empty: the high for what is possible, the low for what is established. A high
     *     that is open bounds nothing and reaches nothing: then the best is looked at
     */
    record Threshold(long at, Optional<Bound> figure) implements Condition {

        @Override
        public Verdict judge(Tally tally, List<Tally> earlier) {
            return reaches(tally, at, figure, "reaches " + at);
        }
    }

    /**
     * A figure is so many times the usual: the median of the bests of the windows before it. Windows that nothing is known
     * of do not count, as no figure is not zero.
     *
     * @param over how many windows before it
     * @param least of how many of them something must be known
     * @param floor what the usual is taken for at least
     */
    record Rise(double times, int over, int least, long floor, Optional<Bound> figure) implements Condition {

        @Override
        public Verdict judge(Tally tally, List<Tally> earlier) {
            if (earlier.size() < least) {
                return Verdict.NOTHING;
            }
            double usual = Math.max(
                    floor,
                    median(earlier.stream().mapToLong(Tally::best).sorted().toArray()));
            long at = (long) Math.ceil(times * usual);
            return reaches(
                    tally, at, figure, String.format(Locale.ROOT, "reaches %.1f times the usual %.0f", times, usual));
        }

        private static double median(long[] sorted) {
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
        }
    }

    /**
     * Claimants who speak of the whole window disagree: one's figure is so many times another's.
     *
     * @param floor how far apart they are at least
     */
    record Divergence(double times, long floor) implements Condition {

        @Override
        public Verdict judge(Tally tally, List<Tally> earlier) {
            List<View> speaking =
                    tally.claimants().stream().filter(View::covers).toList();
            Verdict found = Verdict.NOTHING;
            for (View less : speaking) {
                for (View more : speaking) {
                    Verdict verdict = between(less, more);
                    found = verdict.level().compareTo(found.level()) > 0 ? verdict : found;
                }
            }
            return found;
        }

        private Verdict between(View less, View more) {
            return Verdict.of(
                    less.high() != Count.OPEN && apart(less.high(), more.low()),
                    apart(less.best(), more.best()),
                    less.account() + " says " + less.best() + ", " + more.account() + " " + more.best());
        }

        private boolean apart(long less, long more) {
            return more - less >= floor && more >= times * Math.max(1, less);
        }
    }

    /**
     * The first figure above zero for a place, or of a measure.
     *
     * @param ofPlaces else of measures
     */
    record First(boolean ofPlaces) implements Condition {

        @Override
        public Verdict judge(Tally tally, List<Tally> earlier) {
            return Verdict.of(
                    tally.low() > 0,
                    tally.best() > 0 || tally.high() > 0 && tally.high() != Count.OPEN,
                    ofPlaces ? "is the first report of this place" : "is the first report of this kind");
        }
    }

    /**
     * Nothing was published for so long, by what else of the conflict was published.
     *
     * @param ofSources else of parties
     */
    record Silence(boolean ofSources, Duration after, Choice sources) implements Condition {

        @Override
        public Verdict judge(Tally tally, List<Tally> earlier) {
            return Verdict.NOTHING;
        }
    }

    private static Verdict reaches(Tally tally, long at, Optional<Bound> figure, String why) {
        if (figure.isPresent()) {
            long looked = switch (figure.get()) {
                case LOW -> tally.low();
                case BEST -> tally.best();
                case HIGH -> bounded(tally);
            };
            return Verdict.of(looked >= at, false, why);
        }
        return Verdict.of(tally.low() >= at, bounded(tally) >= at, why);
    }

    private static long bounded(Tally tally) {
        return tally.high() == Count.OPEN ? tally.best() : tally.high();
    }
}
