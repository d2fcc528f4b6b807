package org.tollwatch.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ask.IncidentJson;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.Point;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Measure;

/** Incidents for other programs, each with the claims that speak of it. */
final class IncidentListing {

    private final Evidence evidence;

    IncidentListing(Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param measure the only one among them; empty: there may be several */
    Listing<Incident> listing(Optional<Measure> measure) {
        IncidentJson json = new IncidentJson(evidence.ledger());
        Labels labels = new Labels(Optional.of(evidence.ledger().conflict()));
        List<Column<Incident>> columns = new ArrayList<>();
        columns.add(new Column<>("incident", "#event+id", Incident::id));
        columns.addAll(ScopeColumns.of(labels, Incident::scope));
        columns.add(new Column<>("lat", "#geo+lat", TallyListing.of(this::where, Point::lat)));
        columns.add(new Column<>("lon", "#geo+lon", TallyListing.of(this::where, Point::lon)));
        columns.add(new Column<>(
                "from", "#date+start", incident -> incident.period().from().toString()));
        columns.add(new Column<>(
                "to", "#date+end", incident -> incident.period().to().toString()));
        columns.addAll(Hxl.figures(
                measure,
                i -> i.count().low(),
                i -> i.count().best(),
                i -> i.count().high()));
        columns.addAll(Evidence.columns(evidence, IncidentListing::claims));
        return new Listing<>(
                List.copyOf(columns),
                (incident, to) -> {
                    Json.text(to, "conflict", incident.scope().conflict());
                    json.fields(
                            incident.id(),
                            incident.scope(),
                            incident.count(),
                            incident.period(),
                            incident.claims(),
                            to);
                    evidence.write(claims(incident), to);
                },
                this::where);
    }

    private Optional<Point> where(Incident incident) {
        return evidence.where(incident.scope().place(), claims(incident));
    }

    private static List<String> claims(Incident incident) {
        return incident.claims().stream().map(Claim::id).toList();
    }
}
