package org.tollwatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;

/**
 * What a rule is shown: a tally as it is now.
 *
 * @param key the tally's
 * @param tally empty where there is none any more
 * @param earlier of the same scope in the windows before, the newest last; none where the rule does not ask for them
 * @param now the newest publication of the conflict
 * @param recent whether a publication is so recent that it is news
 */
record Seen(
        String key, Window window, Optional<Tally> tally, List<Tally> earlier, Instant now, Predicate<Instant> recent) {

    Verdict judgedBy(Condition condition) {
        return tally.map(t -> condition.judge(t, earlier)).orElse(Verdict.NOTHING);
    }
}
