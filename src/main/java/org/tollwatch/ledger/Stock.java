package org.tollwatch.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one claimant says of a level that may fall, such as the people who live displaced: a window has the newest level
 * stated for a date in it. Levels of different days are never added up.
 */
final class Stock implements Account {

    private static final Comparator<Claim> NEWEST = Comparator.<Claim, Boolean>comparing(c -> c.extent() != Extent.PART)
            .thenComparing(c -> c.period().to())
            .thenComparing(Claim::publishedAt)
            .thenComparing(c -> c.count().low())
            .thenComparing(Claim::id);

    private final List<Claim> claims;

    Stock(List<Claim> claims) {
        this.claims = claims;
    }

    @Override
    public String name() {
        return claims.get(0).account();
    }

    @Override
    public Optional<Heard> heard(Period window) {
        return claims.stream().filter(c -> dated(c, window)).max(NEWEST).map(this::heard);
    }

    private Heard heard(Claim level) {
        Count count = level.count();
        boolean whole = level.extent() != Extent.PART;
        long high = whole ? count.high() : Count.OPEN;
        View view = new View(level.account(), level.side(), count.low(), count.best(), high, whole);
        return new Heard(view, level.publishedAt(), false, Heard.newest(List.of(level)));
    }

    /** The date of a level is the end of its period, exclusive like every end. */
    private static boolean dated(Claim level, Period window) {
        return level.period().to().isAfter(window.from())
                && !level.period().to().isAfter(window.to());
    }

    @Override
    public List<Finding> findings(Period window) {
        return List.of();
    }

    @Override
    public List<SetAside> setAside() {
        return List.of();
    }
}
