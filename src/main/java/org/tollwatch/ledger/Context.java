package org.tollwatch.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The claims of an account that its view of a window is read among. */
final class Context {

    private Context() {}

    /**
     * The ids of those whose period overlaps the window, of those that it cites or is bounded by from outside it, and of the
     * totals that show where a count began anew.
     */
    static Set<String> of(Account account, Evidence evidence, Workings book, Scope scope, Period window) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(evidence.low(), evidence.best(), evidence.high(), evidence.joining())
                .flatMap(List::stream)
                .map(Claim::id)
                .forEach(ids::add);
        account.heard(window).ifPresent(h -> h.claims().forEach(c -> ids.add(c.id())));
        book.claims(scope, account.name()).stream()
                .filter(c -> c.period().overlaps(window))
                .map(Claim::id)
                .forEach(ids::add);
        account.findings(window).stream()
                .filter(f -> f.kind() == Finding.Kind.RESTART)
                .forEach(f -> ids.addAll(f.claims()));
        ids.removeAll(book.setAside().keySet());
        return ids;
    }
}
