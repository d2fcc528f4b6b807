package org.tollwatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Kept;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.TallyChange;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.stream.Keys;
import org.tollwatch.stream.Ledger;

/**
 * What rules would have told, had they watched while the reports of a ledger were published. Nobody is told. The tallies are
 * kept claim by claim, so that a year costs about twelve times a month.
 */
public final class Backtest {

    private final Rules rules;
    private final Policy policy;

    public Backtest(Rules rules, Policy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    /**
     * The alerts from one moment to another, as of each publication. What was told before the first is known, and not told
     * again.
     *
     * @param to exclusive; where more is published later, time goes on until then
     */
    public List<Alert> run(Ledger ledger, Instant from, Instant to) {
        Watcher watcher = new Watcher(new MemoryShelf<>(), new MemoryShelf<>(), new MemoryShelf<>(), published -> true);
        Conflict conflict = ledger.conflict();
        Kept kept = new Kept(conflict.partyTree(), conflict.placeTree(), conflict.calendar(), policy);
        Map<String, Claim> claims = ledger.claims().stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        List<Alert> told = new ArrayList<>();
        TreeMap<Instant, List<LedgerEntry>> published = ledger.entries().stream()
                .collect(Collectors.groupingBy(LedgerEntry::getPublishedAt, TreeMap::new, Collectors.toList()));
        published.headMap(from).forEach((moment, entries) -> step(watcher, kept, entries, claims));
        if (!published.tailMap(from).isEmpty()) {
            watcher.until(rules, conflict.id(), from.minusMillis(1));
        }
        published.subMap(from, to).forEach((moment, entries) -> told.addAll(step(watcher, kept, entries, claims)));
        if (!published.tailMap(to).isEmpty()) {
            told.addAll(watcher.until(rules, conflict.id(), to.minusMillis(1)));
        }
        return told;
    }

    /** What was published at one moment. */
    private List<Alert> step(Watcher watcher, Kept kept, List<LedgerEntry> entries, Map<String, Claim> claims) {
        List<Alert> told = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            told.addAll(watcher.published(rules, entry.getConflict(), entry.getSource(), entry.getPublishedAt()));
            kept.add(claims.get(entry.getClaim().getId()));
        }
        kept.takeChanges().stream()
                .sorted(Comparator.comparing(Backtest::key))
                .forEach(change -> told.addAll(watcher.tally(rules, key(change), change.tally())));
        return told;
    }

    private static String key(TallyChange change) {
        return Keys.tally(change.scope(), change.window());
    }
}
