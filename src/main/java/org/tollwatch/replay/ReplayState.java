package org.tollwatch.replay;

import java.time.Instant;
import java.util.Map;

/**
 * How far a replay is. Kept with the copies of the reports in one transaction, so that it goes on exactly where it stopped.
 *
 * @param next by partition of the archive, the next offset to look at; in the order of arrival
 * @param looked how many records were looked at; in the order of publication, how many of those chosen were taken
 * @param total of how many; when it is known
 * @param taken how many reports were copied
 * @param left how many were left out and why
 * @param at the latest publication that was taken; {@link Instant#MIN} before the first
 * @param fed whether all were taken
 * @param done whether all were also counted
 */
public record ReplayState(
        ReplayPlan plan,
        Map<Integer, Long> next,
        long looked,
        long total,
        long taken,
        Left left,
        Instant at,
        boolean fed,
        boolean done,
        Changes changes) {

    /**
     * What was not taken.
     *
     * @param outside published at another time
     * @param unreadable not a report that can be read: it was not counted before either
     * @param ahead dated more than a day after it came: it was rejected for that, and would not be now
     */
    public record Left(long outside, long unreadable, long ahead) {

        static final Left NOTHING = new Left(0, 0, 0);

        Left plus(Left more) {
            return new Left(outside + more.outside, unreadable + more.unreadable, ahead + more.ahead);
        }
    }

    public ReplayState {
        next = Map.copyOf(next);
    }

    static ReplayState begin(ReplayPlan plan) {
        return new ReplayState(plan, Map.of(), 0, 0, 0, Left.NOTHING, Instant.MIN, false, false, Changes.NONE);
    }

    ReplayState counted() {
        return new ReplayState(plan, next, looked, total, taken, left, at, fed, true, changes);
    }
}
