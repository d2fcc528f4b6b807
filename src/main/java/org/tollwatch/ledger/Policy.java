package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The named rules that turn words into counts and disagreeing claimants into one figure.
 *
 * @param name as shown on every tally
 * @param words what vague words mean
 * @param best which claimant's figure is quoted
 */
public record Policy(String name, WordProfile words, Best best) {

    /** A claimant's view, with when the newest claim behind it was first published. */
    public record Candidate(View view, Instant published) {}

    /** Chooses the figure to quote among claimants who cover the window. */
    @FunctionalInterface
    public interface Best {
        long of(List<Candidate> candidates);
    }

    /** Those who are not the adversary first, then the latest first publication; ties by the higher low, then name. */
    private static final Comparator<Candidate> LATEST = Comparator.<Candidate, Boolean>comparing(
                    c -> c.view().side() != Side.ADVERSARY)
            .thenComparing(Candidate::published)
            .thenComparing(c -> c.view().low())
            .thenComparing(c -> c.view().account(), Comparator.reverseOrder());

    /** {@code default}: the latest who is not the adversary; vague words are intervals. */
    public static Policy standard() {
        return new Policy(
                "default",
                WordProfile.interval(),
                candidates ->
                        candidates.stream().max(LATEST).orElseThrow().view().best());
    }
}
