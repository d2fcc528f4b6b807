package org.tollwatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Tally;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.stream.Keys;
import org.tollwatch.stream.Ledger;

/** The same as {@link Backtest} from its definition: at each publication all tallies are reckoned from the whole ledger. */
final class SlowBacktest {

    private SlowBacktest() {}

    static List<Alert> run(Rules rules, Ledger ledger, Instant from, Instant to) {
        Watcher watcher = new Watcher(new MemoryShelf<>(), new MemoryShelf<>(), new MemoryShelf<>(), published -> true);
        TreeSet<Instant> moments = new TreeSet<>();
        ledger.entries().forEach(entry -> moments.add(entry.getPublishedAt()));
        List<Alert> told = new ArrayList<>();
        Map<String, Tally> before = Map.of();
        String conflict = ledger.conflict().id();
        for (Instant moment : moments) {
            if (!moment.isBefore(from) && told.isEmpty()) {
                watcher.until(rules, conflict, from.minusMillis(1));
            }
            if (!moment.isBefore(to)) {
                told.addAll(watcher.until(rules, conflict, to.minusMillis(1)));
                break;
            }
            List<Alert> now = new ArrayList<>();
            for (LedgerEntry entry : ledger.entries()) {
                if (entry.getPublishedAt().equals(moment)) {
                    now.addAll(watcher.published(rules, conflict, entry.getSource(), moment));
                }
            }
            Map<String, Tally> after = new TreeMap<>();
            ledger.kept(moment, Policy.standard())
                    .forEach(tally -> after.put(Keys.tally(tally.scope(), tally.window()), tally));
            TreeSet<String> keys = new TreeSet<>(before.keySet());
            keys.addAll(after.keySet());
            for (String key : keys) {
                Optional<Tally> tally = Optional.ofNullable(after.get(key));
                if (!tally.equals(Optional.ofNullable(before.get(key)))) {
                    now.addAll(watcher.tally(rules, key, tally));
                }
            }
            before = after;
            if (!moment.isBefore(from)) {
                told.addAll(now);
            }
        }
        return told;
    }
}
