package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The named rules that turn words into counts and disagreeing claimants into one figure.
 *
 * @param name as shown on every tally
 * @param words what vague words mean
 * @param quote which figure is quoted
 */
public record Policy(String name, WordProfile words, Quote quote) {

    /** Which of the covering claimants' figures is the tally's best. */
    public enum Quote {
        /** SELF and INDEPENDENT before ADVERSARY, then the latest first publication. */
        LATEST,
        /** The lowest (ACLED codebook: the most conservative estimate, until a more reliable one comes). */
        LOWEST,
        /** The middle one; of two middle ones the lower. */
        MEDIAN,
        /** The tally's own low: what surely happened. */
        FLOOR
    }

    /**
     * A claimant's view, with when the newest claim behind it was first published, and whether it rests on a step that
     * the days inside contradict.
     */
    record Candidate(View view, Instant published, boolean adjusted) {}

    /** Those who are not the adversary first, then the latest first publication; ties by the higher low, then name. */
    private static final Comparator<Candidate> LATEST = Comparator.<Candidate, Boolean>comparing(
                    c -> c.view().side() != Side.ADVERSARY)
            .thenComparing(Candidate::published)
            .thenComparing(c -> c.view().low())
            .thenComparing(c -> c.view().account(), Comparator.reverseOrder());

    public Policy {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(quote, "quote");
    }

    /** {@code default}: the latest who is not the adversary; vague words are intervals. */
    public static Policy standard() {
        return new Policy("default", WordProfile.interval(), Quote.LATEST);
    }

    /** @param candidates at least one; what is below the tally's low is raised to it */
    long best(List<Candidate> candidates) {
        return switch (quote) {
            case LATEST -> candidates.stream().max(LATEST).orElseThrow().view().best();
            case LOWEST -> bests(candidates)[0];
            case FLOOR -> 0;
            case MEDIAN -> bests(candidates)[(candidates.size() - 1) / 2];
        };
    }

    /** What is quoted of an adversary who is alone and knows only a part, which bounds nothing: its low, or nothing. */
    long alone(long low) {
        return quote == Quote.FLOOR ? 0 : low;
    }

    private static long[] bests(List<Candidate> candidates) {
        return candidates.stream().mapToLong(c -> c.view().best()).sorted().toArray();
    }
}
