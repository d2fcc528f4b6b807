package org.tollwatch.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What the ledger supports for a scope and a window: {@code low <= best <= high}.
 *
 * @param high {@link Count#OPEN} when nothing bounds it
 * @param origins the number of independent claimants behind it
 * @param claimants what each claimant says, by account
 * @param claims the ids of the claims it stands on, in order
 * @param policy the policy's name
 * @param asOf the latest publication that was taken in
 */
public record Tally(
        Scope scope,
        Window window,
        long low,
        long best,
        long high,
        Grade grade,
        int origins,
        List<View> claimants,
        List<String> claims,
        String policy,
        Instant asOf) {

    public Tally {
        if (low < 0 || low > best || best > high) {
            throw new IllegalArgumentException("a tally needs 0 <= low <= best <= high, but " + low + ", " + best + ", "
                    + high + " for " + scope + " in " + window);
        }
        claimants = List.copyOf(claimants);
        claims = List.copyOf(claims);
    }
}
