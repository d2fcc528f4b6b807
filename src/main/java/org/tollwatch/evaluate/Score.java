package org.tollwatch.evaluate;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** How well the claims of some texts were read. Of no texts, the shares are NaN. */
public record Score(Map<Tally, Long> tallies, Map<Slot, Marks> slots) {

    static final Score NONE = new Score(Map.of(), Map.of());

    public Score {
        tallies = Map.copyOf(tallies);
        slots = Map.copyOf(slots);
    }

    public static Score of(Collection<TextResult> results) {
        return results.stream().map(Scoring::score).reduce(NONE, Score::plus);
    }

    public long count(Tally tally) {
        return tallies.getOrDefault(tally, 0L);
    }

    /** Of the claims read, those that are right in measure and bounds. */
    public Share precision() {
        return new Share(count(Tally.FOUND), count(Tally.READ));
    }

    /** Of the claims wanted, those found with measure and bounds. */
    public Share recall() {
        return new Share(count(Tally.FOUND), count(Tally.WANTED));
    }

    /** Of the claims found, those with every slot right but the days covered. */
    public Share whole() {
        return new Share(count(Tally.FOUND_WHOLE), count(Tally.FOUND));
    }

    /**
     * The harmonic mean of precision and recall.
     *
     * @param right what counts as right: {@link Tally#FOUND} or one of those after it
     */
    public double f1(Tally right) {
        return 2.0 * count(right) / (count(Tally.WANTED) + count(Tally.READ));
    }

    /** How a slot was read in the claims found; bounds and measure in all that met. */
    public Marks marks(Slot slot) {
        return slots.getOrDefault(slot, Marks.NONE);
    }

    Score plus(Score other) {
        Map<Tally, Long> sums = new EnumMap<>(Tally.class);
        sums.putAll(tallies);
        other.tallies.forEach((tally, n) -> sums.merge(tally, n, Long::sum));
        Map<Slot, Marks> marks = new EnumMap<>(Slot.class);
        marks.putAll(slots);
        other.slots.forEach((slot, more) -> marks.merge(slot, more, Marks::plus));
        return new Score(sums, marks);
    }

    static <T> long count(Collection<T> things, Predicate<T> which) {
        return things.stream().filter(which).count();
    }
}
