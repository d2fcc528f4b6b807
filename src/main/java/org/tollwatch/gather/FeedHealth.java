package org.tollwatch.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a feed does.
 *
 * @param place for people
 * @param lastSuccess when it last answered as it should
 * @param lastNewItem when something new was last seen
 * @param perDay the usual number of items a day
 * @param items how many are remembered
 * @param failures in a row
 * @param errors since this process started
 */
public record FeedHealth(
        Feed feed,
        String place,
        State state,
        Optional<Instant> lastTry,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastNewItem,
        Optional<Double> perDay,
        int items,
        int failures,
        Optional<Trouble> trouble,
        Optional<String> why,
        Optional<String> moved,
        Map<Trouble, Long> errors,
        Optional<Instant> nextTry) {

    /** In one word. None of them says that nothing happens where the feed reports from. */
    public enum State {
        /** It answers, and has news about as often as usual. */
        HEARD,
        /** It answers, and has had no news for far longer than usual. */
        SILENT,
        /** The last look failed. */
        FAILING,
        /** It never answered yet. */
        NEVER_SEEN;

        /** As in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration QUIET = Duration.ofHours(6);
    private static final double FAR = 5;
    private static final double DAY = Duration.ofDays(1).toMillis();

    static FeedHealth of(Feed feed, FeedMemory memory, Map<Trouble, Long> errors, Instant now) {
        Standing standing = memory.standing(Poller.place(feed));
        return new FeedHealth(
                feed,
                feed.origin().shown(),
                state(standing, now),
                standing.lastTry(),
                standing.lastSuccess(),
                standing.lastNewItem(),
                standing.perDay(),
                memory.size(),
                standing.failures(),
                standing.trouble(),
                standing.why(),
                standing.moved(),
                errors,
                standing.nextTry());
    }

    private static State state(Standing standing, Instant now) {
        if (standing.lastSuccess().isEmpty()) {
            return State.NEVER_SEEN;
        }
        if (standing.trouble().isPresent()) {
            return State.FAILING;
        }
        return silent(standing, now) ? State.SILENT : State.HEARD;
    }

    /** For six hours and for five times the usual pause; a feed that never had an item is silent. */
    private static boolean silent(Standing standing, Instant now) {
        if (standing.lastNewItem().isEmpty()) {
            return true;
        }
        Duration since = Duration.between(standing.lastNewItem().get(), now);
        double usual = standing.perDay().map(n -> FAR * DAY / n).orElse(DAY);
        return since.compareTo(QUIET) > 0 && since.toMillis() > usual;
    }
}
