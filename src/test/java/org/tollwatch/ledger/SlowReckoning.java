package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link Reckoning#tallies} by the slow book and the slow roll-up. */
final class SlowReckoning {

    private SlowReckoning() {}

    static List<Tally> tallies(Collection<Claim> ledger, Collection<Window> windows) {
        Map<Scope, List<Claim>> books = ledger.stream()
                .collect(Collectors.groupingBy(
                        c -> Reckoning.bookOf(c.scope()), LinkedHashMap::new, Collectors.toList()));
        Map<Scope, List<Tally>> byMeasure = new LinkedHashMap<>();
        books.forEach((scope, claims) -> byMeasure
                .computeIfAbsent(scope.withParty(Scope.ALL), s -> new ArrayList<>())
                .addAll(new SlowBook(claims, Fixtures.PLACES, Fixtures.CALENDAR, Fixtures.POLICY).tallies(windows)));
        List<Tally> all = new ArrayList<>();
        byMeasure.values().forEach(ofParties -> {
            ofParties.stream()
                    .filter(t -> !Fixtures.PARTIES.isParent(t.scope().party()))
                    .forEach(all::add);
            all.addAll(SlowRollup.tallies(ofParties, Fixtures.PARTIES, Fixtures.PLACES, Fixtures.POLICY));
        });
        all.sort(Reckoning.READING_ORDER);
        return all;
    }
}
