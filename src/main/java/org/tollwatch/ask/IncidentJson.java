package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.tollwatch.conflict.Place;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
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

    private void place(String id, Collection<Claim> claims, JsonGenerator to) throws IOException {
        Json.text(to, "name", ledger.conflict().place(id).map(Place::name).orElse(id));
        Optional<Point> where =
                new Places(ledger).where(id, claims.stream().map(Claim::id).toList());
        if (where.isPresent()) {
            to.writeNumberField("lat", where.get().lat());
            to.writeNumberField("lon", where.get().lon());
        }
    }
}
