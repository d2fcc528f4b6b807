package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;

/** Looking some tallies up gives those that are among all of them, and no others. */
@Timeout(300)
class KeptTalliesTest {

    @TempDir
    Path directory;

    @Test
    void whatIsLookedUpIsWhatIsAmongAll() throws Exception {
        try (Counting counting = new Counting(directory)) {
            TallyService service = counting.service;
            counting.count(Reports.many(0, 120));
            for (WindowKind kind : List.of(WindowKind.DAY, WindowKind.WEEK, WindowKind.MONTH, WindowKind.EPISODE)) {
                List<Tally> all = service.tallies(Reports.CONFLICT, kind);
                assertThat(all).isNotEmpty().allMatch(t -> t.window().kind() == kind);
                assertThat(all).isEqualTo(reckoned(service, kind));
                Set<Scope> scopes = all.stream().map(Tally::scope).collect(Collectors.toSet());
                assertThat(scopes).extracting(Scope::party).contains(Scope.ALL, "armenia", "azerbaijan");
                for (Scope scope : scopes) {
                    for (int known = 0; known < 1 << 4; known++) {
                        Wanted wanted = wanted(scope, known);
                        assertThat(service.tallies(wanted, kind))
                                .as(wanted.toString())
                                .isEqualTo(all.stream()
                                        .filter(t -> wanted.fits(t.scope()))
                                        .toList());
                    }
                }
            }
        }
    }

    private static List<Tally> reckoned(TallyService service, WindowKind kind) {
        return service.ledger(Reports.CONFLICT).orElseThrow().kept(Instant.MAX, Policy.standard()).stream()
                .filter(t -> t.window().kind() == kind)
                .toList();
    }

    /** @param known a bit for each field that is wanted */
    private static Wanted wanted(Scope scope, int known) {
        return new Wanted(
                scope.conflict(),
                Optional.of(scope.measure()).filter(m -> (known & 1) != 0),
                Optional.empty(),
                Optional.of(scope.party()).filter(p -> (known & 2) != 0),
                Optional.of(scope.status()).filter(s -> (known & 4) != 0),
                Optional.of(scope.place()).filter(p -> (known & 8) != 0));
    }
}
