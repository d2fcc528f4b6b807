package org.tollwatch.ledger;

import java.time.Instant;

/**
 * What is known of a stretch of time between two moments that no claim reaches over, except running totals from the
 * origins. Two stretches combine to one, so that a year is known from its days.
 *
 * @param low the least that the count grew over it
 * @param high the most, {@link #NEVER} if nothing bounds it
 * @param best what the figures inside add up to by their bests
 * @param linked whether WHOLE claims join its two ends
 * @param origins by origin, what running totals that end inside say of its ends
 * @param pairs by two origins p and q at {@code p * n + q}: the least that the count grew from p to q
 * @param joins by origin, a bit for every origin that WHOLE claims inside join it to
 */
record Stretch(
        Instant from,
        Instant to,
        long low,
        long high,
        long best,
        boolean linked,
        Ends[] origins,
        long[] pairs,
        long[] joins) {

    /** Nothing bounds it; larger than any sum of counts, and far from an overflow. */
    static final long NEVER = 1L << 60;

    /**
     * What one origin's totals say of the two ends: the count there, since the origin.
     *
     * @param leftLow {@code -NEVER} if they say nothing
     * @param leftHigh {@code NEVER} if they say nothing
     * @param rightBest the largest total and what follows it, by bests; {@code -NEVER} if there is none
     * @param leftJoined whether WHOLE claims join the left end to the origin
     */
    record Ends(
            long leftLow,
            long leftHigh,
            long rightLow,
            long rightHigh,
            long rightBest,
            boolean leftJoined,
            boolean rightJoined) {

        static final Ends NOTHING = new Ends(-NEVER, NEVER, -NEVER, NEVER, -NEVER, false, false);
    }

    static long plus(long a, long b) {
        long sum = a + b;
        return sum > NEVER / 2 ? NEVER : sum < -NEVER / 2 ? -NEVER : sum;
    }

    /** This and a later one; between them the count may have grown by anything. */
    Stretch then(Stretch later) {
        boolean touching = to.equals(later.from);
        int n = origins.length;
        Ends[] ends = new Ends[n];
        for (int p = 0; p < n; p++) {
            ends[p] = ends(origins[p], later.origins[p], later, touching);
        }
        long[] both = n < 2 ? pairs : new long[n * n];
        long[] joined = n < 2 ? joins : new long[n];
        if (n > 1) {
            for (int p = 0; p < n; p++) {
                joined[p] = joins[p] | later.joins[p];
                for (int q = 0; q < n; q++) {
                    both[p * n + q] = pair(p, q, later, touching);
                    if (touching
                            && (origins[p].rightJoined && later.origins[q].leftJoined
                                    || origins[q].rightJoined && later.origins[p].leftJoined)) {
                        joined[p] |= 1L << q;
                    }
                }
            }
        }
        return new Stretch(
                from,
                later.to,
                low + later.low,
                touching ? plus(high, later.high) : NEVER,
                best + later.best,
                touching && linked && later.linked,
                ends,
                both,
                joined);
    }

    private Ends ends(Ends here, Ends there, Stretch later, boolean touching) {
        if (here == Ends.NOTHING && there == Ends.NOTHING) {
            return Ends.NOTHING;
        }
        return new Ends(
                Math.max(here.leftLow, touching ? plus(there.leftLow, -high) : -NEVER),
                Math.min(here.leftHigh, plus(there.leftHigh, -low)),
                Math.max(there.rightLow, plus(here.rightLow, later.low)),
                Math.min(there.rightHigh, touching ? plus(here.rightHigh, later.high) : NEVER),
                Math.max(there.rightBest, plus(here.rightBest, later.best)),
                here.leftJoined || touching && linked && there.leftJoined,
                there.rightJoined || touching && later.linked && here.rightJoined);
    }

    /** Along a total from p that ends in one of them, and back along one from q that ends in the other. */
    private long pair(int p, int q, Stretch later, boolean touching) {
        int at = p * origins.length + q;
        long forward = plus(origins[p].rightLow, -later.origins[q].leftHigh);
        long backward = touching ? plus(later.origins[p].leftLow, -origins[q].rightHigh) : -NEVER;
        return Math.max(Math.max(pairs[at], later.pairs[at]), Math.max(forward, backward));
    }
}
