package org.tollwatch.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.tollwatch.ask.Labels;
import org.tollwatch.ask.PeriodText;
import org.tollwatch.ledger.Claim;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.stream.Ledger;

/** A claim as evidence: what it says and who, in which words, and where they were published. */
final class EvidenceText {

    private static final String INDENT = "  ";

    private final Ledger ledger;
    private final ClaimText claims;
    private final int width;

    EvidenceText(Ledger ledger, Labels labels, int width) {
        this.ledger = ledger;
        this.claims = new ClaimText(labels, new PeriodText(ledger.conflict().zone()));
        this.width = width;
    }

    /** @param note what else is to be said of it, or "" */
    List<String> lines(Claim claim, String note) {
        return ledger.entry(claim.id()).map(entry -> lines(entry, note)).orElse(List.of(INDENT + claim.id()));
    }

    List<String> lines(LedgerEntry entry, String note) {
        ReportedClaim said = entry.getClaim();
        String source = entry.getSource() + ", " + entry.getPublishedAt()
                + (entry.getUrl() == null ? "" : ", " + entry.getUrl()) + ", claim " + said.getId();
        String head = claims.statement(said) + "; " + claims.attribution(said);
        return List.of(head, "“" + said.getQuote().replaceAll("\\s+", " ") + "”", source, note).stream()
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Table.wrap(text, width - 2 * INDENT.length()).stream()
                        .map(line -> (text.equals(head) ? INDENT : INDENT + INDENT) + line))
                .collect(Collectors.toList());
    }

    /** Who makes a claim: {@code Artsakh, claim 0923eb3aacab489a}. */
    String claimant(String claimId) {
        return ledger.entry(claimId)
                .map(entry -> entry.getClaim().getClaimant().getName() + ", claim " + claimId)
                .orElse("claim " + claimId);
    }

    /** A claim in few words, where another is told of: {@code 59 (Artsakh, claim 0923eb3aacab489a)}. */
    String brief(String claimId) {
        return ledger.entry(claimId)
                .map(LedgerEntry::getClaim)
                .map(said ->
                        Figures.range(said.getLow(), said.getBest(), said.getHigh()) + " (" + claimant(claimId) + ")")
                .orElse("claim " + claimId);
    }
}
