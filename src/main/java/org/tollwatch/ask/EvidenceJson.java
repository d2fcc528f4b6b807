package org.tollwatch.ask;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.tollwatch.ledger.Claim;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.Measure;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Ledger;

/** A claim with its words and its source, in JSON. */
public record EvidenceJson(Ledger ledger, Labels labels) {

    /** The fields of the claim, into an object that is open. */
    public void fields(Claim claim, JsonGenerator to) throws IOException {
        Json.text(to, "claim", claim.id());
        Json.text(to, "party", claim.scope().party());
        Json.text(to, "measure", claim.scope().measure().name());
        Json.textIfAny(to, "item", claim.scope().item());
        Json.text(to, "status", claim.scope().status().name());
        Json.textIfAny(to, "place", labels.place(claim.scope().place()));
        TallyJson.range(claim.count().low(), claim.count().best(), claim.count().high(), to);
        Optional<LedgerEntry> entry = ledger.entry(claim.id());
        if (entry.isPresent()) {
            Json.text(to, "words", entry.get().getClaim().getWords());
        }
        Json.text(to, "claimant", labels.account(claim.account()));
        if (entry.isPresent()) {
            said(entry.get().getClaim(), to);
        }
        Json.text(to, "account", claim.account());
        Json.text(to, "side", claim.side().name());
        Json.text(to, "extent", claim.extent().name());
        Json.text(to, "coverage", claim.coverage().name());
        Json.field(to, "period", inner -> {
            Json.text(inner, "from", claim.period().from().toString());
            Json.text(inner, "to", claim.period().to().toString());
            if (entry.isPresent()) {
                Json.text(
                        inner,
                        "precision",
                        entry.get().getClaim().getPeriod().getPrecision().name());
            }
            if (claim.assumed()) {
                inner.writeBooleanField("assumed", true);
            }
        });
        Json.text(to, "publishedAt", claim.publishedAt().toString());
        if (entry.isPresent()) {
            Json.text(to, "quote", entry.get().getClaim().getQuote());
            Json.text(to, "source", entry.get().getSource());
            Json.text(to, "url", entry.get().getUrl());
            Json.text(to, "language", entry.get().getLanguage());
            Json.text(to, "report", entry.get().getReportId());
            HeaderJson.version(entry.get().getRevision(), to);
        }
        Json.textIfAny(to, "retracts", claim.retracts());
    }

    /** What the reckoning does not need, and a reader does. */
    private static void said(ReportedClaim said, JsonGenerator to) throws IOException {
        Json.text(to, "speaker", said.getClaimant().getName());
        Json.textIfAny(to, "kind", said.getMeasure() == Measure.STRIKES ? said.getKind() : said.getItem());
        Json.textIfAny(to, "target", said.getTarget());
        if (said.getParty() == null) {
            to.writeBooleanField("partyNamed", false);
        }
    }
}
