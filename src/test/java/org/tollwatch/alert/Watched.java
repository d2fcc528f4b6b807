package org.tollwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Keys;

/** A watcher in memory, and all that it told. */
final class Watched {

    private final Watcher watcher =
            new Watcher(new MemoryShelf<>(), new MemoryShelf<>(), new MemoryShelf<>(), at -> true);
    private final List<Alert> told = new ArrayList<>();
    private Rules rules;

    Watched(Rule... rules) {
        this.rules = new Rules(List.of(rules), List.of(), Duration.ofHours(48), Duration.ZERO);
    }

    /** @return what this alone was told for, each as EVENT TIER best */
    List<String> take(Tally tally) {
        return add(watcher.tally(rules, Keys.tally(tally.scope(), tally.window()), Optional.of(tally)));
    }

    List<String> vanish(Scope scope, Window window) {
        return add(watcher.tally(rules, Keys.tally(scope, window), Optional.empty()));
    }

    List<String> published(String source, Instant at) {
        return add(watcher.published(rules, Tallies.CONFLICT, source, at));
    }

    /** Something else was published. */
    List<String> until(Instant at) {
        return published("any", at);
    }

    /** Nothing was published, and time went on. */
    List<String> quietUntil(Instant at) {
        return add(watcher.until(rules, Tallies.CONFLICT, at));
    }

    List<String> reread(Rule... others) {
        rules = new Rules(List.of(others), List.of(), Duration.ofHours(48), Duration.ZERO);
        return add(watcher.reread(rules, Tallies.CONFLICT));
    }

    List<Alert> told() {
        return told;
    }

    private List<String> add(List<Alert> alerts) {
        told.addAll(alerts);
        return alerts.stream()
                .map(a -> a.event() + " " + a.tier()
                        + a.before().map(f -> " " + f.best()).orElse("")
                        + a.figures().map(f -> " " + f.best()).orElse(""))
                .toList();
    }
}
