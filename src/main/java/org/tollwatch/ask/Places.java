package org.tollwatch.ask;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Ledger;

/** Where the places of claims are. */
public record Places(Ledger ledger) {

    /**
     * As the conflict's file has it, else as one of the reports said.
     *
     * @param place its id, or the name of one that is not known; "" is the whole theatre, which is nowhere
     * @param claims the ids of claims about it
     */
    public Optional<Point> where(String place, Collection<String> claims) {
        return place.isEmpty()
                ? Optional.empty()
                : known(place).or(() -> reported(place, claims).findFirst());
    }

    private Optional<Point> known(String place) {
        return ledger.conflict()
                .place(place)
                .filter(found -> found.lat() != null && found.lon() != null)
                .map(found -> new Point(found.lat(), found.lon()));
    }

    /** A tally stands also on claims about places inside of its own, which say nothing of where it is. */
    private Stream<Point> reported(String place, Collection<String> claims) {
        return claims.stream()
                .flatMap(id -> ledger.entry(id).stream())
                .map(LedgerEntry::getClaim)
                .map(ReportedClaim::getPlace)
                .filter(Objects::nonNull)
                .filter(said -> isNamed(place, said.getName()))
                .filter(said -> said.getLat() != null && said.getLon() != null)
                .map(said -> new Point(said.getLat(), said.getLon()));
    }

    private boolean isNamed(String place, String name) {
        return name.equals(place)
                || ledger.conflict()
                        .place(name)
                        .filter(found -> found.id().equals(place))
                        .isPresent();
    }
}
