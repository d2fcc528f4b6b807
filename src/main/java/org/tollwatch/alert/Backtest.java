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

/** What rules would have told, had they watched while the reports of a ledger were published. Nobody is told. */
public final class Backtest {

    private final Rules rules;
    private final Policy policy;

    public Backtest(Rules rules, Policy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    /**
     * The alerts from one moment to another, as of each publication. What fired before the first is not told again.
     *
     * @param to exclusive
     */
    public List<Alert> run(Ledger ledger, Instant from, Instant to) {
        Watcher watcher = new Watcher(new MemoryShelf<>(), new MemoryShelf<>(), new MemoryShelf<>(), published -> true);
        List<Alert> told = new ArrayList<>();
        Map<String, Tally> before = Map.of();
        Instant known = Instant.MIN;
        for (Instant moment : moments(ledger, from, to)) {
            Map<String, Tally> after = tallies(ledger, moment);
            List<Alert> now = step(watcher, ledger, known, moment, before, after);
            if (!moment.isBefore(from)) {
                told.addAll(now);
            }
            before = after;
            known = moment;
        }
        return told;
    }

    /** The last publication before the first moment, and all from there on. */
    private static TreeSet<Instant> moments(Ledger ledger, Instant from, Instant to) {
        TreeSet<Instant> all = new TreeSet<>();
        ledger.entries().forEach(entry -> all.add(entry.getPublishedAt()));
        Instant last = all.lower(from);
        return new TreeSet<>(all.headSet(to).tailSet(last == null ? from : last));
    }

    private Map<String, Tally> tallies(Ledger ledger, Instant asOf) {
        Map<String, Tally> tallies = new TreeMap<>();
        ledger.kept(asOf, policy).forEach(tally -> tallies.put(Keys.tally(tally.scope(), tally.window()), tally));
        return tallies;
    }

    private List<Alert> step(
            Watcher watcher,
            Ledger ledger,
            Instant known,
            Instant moment,
            Map<String, Tally> before,
            Map<String, Tally> after) {
        String conflict = ledger.conflict().id();
        List<Alert> told = new ArrayList<>();
        for (LedgerEntry entry : ledger.entries()) {
            Instant at = entry.getPublishedAt();
            if (at.isAfter(known) && !at.isAfter(moment)) {
                told.addAll(watcher.published(rules, conflict, entry.getSource(), at));
            }
        }
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            Optional<Tally> now = Optional.ofNullable(after.get(key));
            if (!now.equals(Optional.ofNullable(before.get(key)))) {
                told.addAll(watcher.tally(rules, key, now));
            }
        }
        told.addAll(watcher.look(rules, conflict));
        return told;
    }
}
