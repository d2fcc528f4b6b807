package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Claims by the end of their period; of those that end together the freshest is last. */
final class ByEnd {

    /** The later published, then the smaller id. */
    static final Comparator<Claim> FRESHEST_LAST =
            Comparator.comparing(Claim::publishedAt).thenComparing(Claim::id, Comparator.reverseOrder());

    private final NavigableMap<Instant, NavigableSet<Claim>> claims = new TreeMap<>();

    void add(Claim claim) {
        claims.computeIfAbsent(claim.period().to(), t -> new TreeSet<>(FRESHEST_LAST))
                .add(claim);
    }

    void remove(Claim claim) {
        NavigableSet<Claim> there = claims.get(claim.period().to());
        there.remove(claim);
        if (there.isEmpty()) {
            claims.remove(claim.period().to());
        }
    }

    boolean isEmpty() {
        return claims.isEmpty();
    }

    /** Those that end after the window begins, and not after it ends; the latest first. */
    Stream<Claim> endingIn(Period window) {
        return latestFirst(claims, window).flatMap(NavigableSet::stream);
    }

    /** The values of {@code from < key <= to}, the last first. A stream of a submap would count all of them first. */
    static <V> Stream<V> latestFirst(NavigableMap<Instant, V> byTime, Period window) {
        return Stream.iterate(
                        byTime.floorEntry(window.to()),
                        e -> e != null && e.getKey().isAfter(window.from()),
                        e -> byTime.lowerEntry(e.getKey()))
                .map(Map.Entry::getValue);
    }

    /** The freshest of those that end at the moment, or else next after it. */
    Optional<Claim> atOrAfter(Instant moment) {
        return Optional.ofNullable(claims.ceilingEntry(moment))
                .map(e -> e.getValue().last());
    }

    /** The freshest of those that end at the moment, or else last before it. */
    Optional<Claim> atOrBefore(Instant moment) {
        return Optional.ofNullable(claims.floorEntry(moment))
                .map(e -> e.getValue().last());
    }

    /** One of those that end first. */
    Optional<Claim> first() {
        return Optional.ofNullable(claims.firstEntry()).map(e -> e.getValue().last());
    }

    /** One of those that end last. */
    Optional<Claim> last() {
        return Optional.ofNullable(claims.lastEntry()).map(e -> e.getValue().last());
    }

    Stream<Claim> all() {
        return claims.values().stream().flatMap(NavigableSet::stream);
    }
}
