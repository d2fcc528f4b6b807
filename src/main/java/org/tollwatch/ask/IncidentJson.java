package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.stream.Ledger;

/** Something that happened at a place, in JSON. */
public record IncidentJson(Ledger ledger) {

    /** The fields of the incident, into an object that is open. */
    public void fields(String id, Scope scope, Count count, Period period, Collection<Claim> claims, JsonGenerator to)
            throws IOException {
        Json.text(to, "incident", id);
        Json.field(to, "place", inner -> place(scope.place(), claims, inner));
        Json.text(to, "from", period.from().toString());
        Json.text(to, "to", period.to().toString());
        Json.text(to, "measure", scope.measure().name());
        Json.textIfAny(to, "item", scope.item());
        Json.text(to, "party", scope.party());
        TallyJson.range(count.low(), count.best(), count.high(), to);
        Json.texts(to, "claims", claims.stream().map(Claim::id).toList());
    }

    /** Where the conflict's file has it; else where a report said it is; else only by name. */
    private void place(String id, Collection<Claim> claims, JsonGenerator to) throws IOException {
        Optional<Place> known = ledger.conflict().place(id);
        Json.text(to, "name", known.map(Place::name).orElse(id));
        Optional<Place> located = known.filter(place -> place.lat() != null && place.lon() != null);
        Optional<ReportedPlace> reported = claims.stream()
                .flatMap(claim -> ledger.entry(claim.id()).stream())
                .map(LedgerEntry::getClaim)
                .map(org.tollwatch.report.ReportedClaim::getPlace)
                .filter(Objects::nonNull)
                .filter(place -> place.getLat() != null && place.getLon() != null)
                .findFirst();
        if (located.isPresent()) {
            to.writeNumberField("lat", located.get().lat());
            to.writeNumberField("lon", located.get().lon());
        } else if (reported.isPresent()) {
            to.writeNumberField("lat", reported.get().getLat());
            to.writeNumberField("lon", reported.get().getLon());
        }
    }
}
