package org.tollwatch.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tollwatch.ask.EvidenceJson;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.Point;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Measure;
import org.tollwatch.report.LedgerEntry;

/** Claims for other programs. */
final class ClaimListing {

    private final Evidence evidence;
    private final Labels labels;

    ClaimListing(Evidence evidence) {
        this.evidence = evidence;
        this.labels = new Labels(Optional.of(evidence.ledger().conflict()));
    }

    /** @param measure the only one among them; empty: there may be several */
    Listing<Claim> listing(Optional<Measure> measure) {
        EvidenceJson json = new EvidenceJson(evidence.ledger(), labels);
        List<Column<Claim>> columns = new ArrayList<>();
        columns.add(new Column<>("claim", "#meta+claim+id", Claim::id));
        columns.addAll(ScopeColumns.of(labels, Claim::scope));
        columns.add(new Column<>("lat", "#geo+lat", TallyListing.of(this::where, Point::lat)));
        columns.add(new Column<>("lon", "#geo+lon", TallyListing.of(this::where, Point::lon)));
        columns.addAll(Hxl.figures(
                measure,
                c -> c.count().low(),
                c -> c.count().best(),
                c -> c.count().high()));
        columns.add(
                said("words", "#description+words", entry -> entry.getClaim().getWords()));
        columns.add(new Column<>("claimant", "#org+claimant+name", claim -> labels.account(claim.account())));
        columns.add(new Column<>("account", "#org+claimant+code", Claim::account));
        columns.add(
                new Column<>("side", "#org+claimant+type", claim -> claim.side().name()));
        columns.add(
                new Column<>("extent", "#meta+extent", claim -> claim.extent().name()));
        columns.add(new Column<>(
                "coverage", "#meta+coverage", claim -> claim.coverage().name()));
        columns.add(new Column<>(
                "from", "#date+start", claim -> claim.period().from().toString()));
        columns.add(new Column<>("to", "#date+end", claim -> claim.period().to().toString()));
        columns.add(new Column<>(
                "published_at", "#date+reported", claim -> claim.publishedAt().toString()));
        columns.add(
                said("quote", "#description+quote", entry -> entry.getClaim().getQuote()));
        columns.add(said("source", "#meta+source+name", LedgerEntry::getSource));
        columns.add(said("url", "#meta+url", LedgerEntry::getUrl));
        columns.add(said("language", "#meta+language+code", LedgerEntry::getLanguage));
        columns.add(said("report", "#meta+report+id", LedgerEntry::getReportId));
        columns.add(new Column<>("retracts", "#meta+retracted+id", Claim::retracts));
        return new Listing<>(
                List.copyOf(columns),
                (claim, to) -> {
                    Json.text(to, "conflict", claim.scope().conflict());
                    json.fields(claim, to);
                },
                this::where);
    }

    private Column<Claim> said(String name, String tag, Function<LedgerEntry, String> part) {
        return new Column<>(
                name,
                tag,
                claim -> evidence.ledger().entry(claim.id()).map(part).orElse(null));
    }

    private Optional<Point> where(Claim claim) {
        return evidence.where(claim.scope().place(), List.of(claim.id()));
    }
}
