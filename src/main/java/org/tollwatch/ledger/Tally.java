package org.tollwatch.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What the ledger supports for a scope and a window: {@code low <= best <= high}.
 *
 * @param high {@link Count#OPEN} when nothing bounds it
 * @param origins the number of independent claimants behind it
 * @param claimants what each claimant says, by account
 * @param claims the claims it stands on: the newest {@link #MOST_CLAIMS}, newest first
 * @param findings what is unusual in the figures behind it: the newest {@link #MOST_FINDINGS}
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
        List<Citation> claims,
        List<Finding> findings,
        String policy,
        Instant asOf) {

    /** A tally of thousands of claims must not carry thousands of ids wherever it goes. */
    public static final int MOST_CLAIMS = 20;

    public static final int MOST_FINDINGS = 20;

    public Tally {
        if (low < 0 || low > best || best > high) {
            throw new IllegalArgumentException("a tally needs 0 <= low <= best <= high, but " + low + ", " + best + ", "
                    + high + " for " + scope + " in " + window);
        }
        claimants = List.copyOf(claimants);
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
    }
}
