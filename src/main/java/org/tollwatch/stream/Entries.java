package org.tollwatch.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Extent;
import org.tollwatch.ledger.Imprint;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Side;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.ledger.Wording;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.LedgerEntry;
import org.tollwatch.report.ReportImprint;
import org.tollwatch.report.ReportedClaim;

/** From a report to the entries of its claims, and from an entry to the claim that is reckoned. */
final class Entries {

    /** Of two entries of the same claim the first published is kept, so that the order of arrival does not matter. */
    static final Comparator<LedgerEntry> FIRST_PUBLISHED = Comparator.comparing(LedgerEntry::getPublishedAt)
            .thenComparing(LedgerEntry::getReportId)
            .thenComparing(LedgerEntry::toString);

    private Entries() {}

    /** Since when what this version of the report says is known. */
    static Instant knownAt(IncidentReport report) {
        return report.getRevisedAt() == null ? report.getPublishedAt() : report.getRevisedAt();
    }

    /** One entry a claim, keyed by the book it belongs to. */
    static List<KeyValue<String, LedgerEntry>> of(IncidentReport report) {
        return of(new Admission.Admitted(report, List.of()));
    }

    /** One entry a claim and a retraction, keyed by the book it belongs to. */
    static List<KeyValue<String, LedgerEntry>> of(Admission.Admitted admitted) {
        IncidentReport report = admitted.report();
        return Stream.concat(report.getClaims().stream(), admitted.retractions().stream())
                .map(claim -> LedgerEntry.newBuilder()
                        .setConflict(report.getConflict())
                        .setReportId(report.getId())
                        .setSource(report.getSource())
                        .setUrl(report.getUrl())
                        .setLanguage(report.getLanguage())
                        .setPublishedAt(knownAt(report))
                        .setRevision(report.getRevision())
                        .setClaim(claim)
                        .setImprint(claim.getClaimant().getOutlet() ? report.getImprint() : null)
                        .build())
                .map(entry -> KeyValue.pair(Keys.book(entry), entry))
                .toList();
    }

    /** The claim as the reckoning sees it. */
    static Claim claim(LedgerEntry entry, Conflict conflict) {
        Claim claim = claim(entry, entry.getClaim(), conflict);
        ReportImprint imprint = entry.getImprint();
        return imprint == null ? claim : claim.withImprint(new Imprint(imprint.getWords(), imprint.getFigures()));
    }

    private static Claim claim(LedgerEntry entry, ReportedClaim said, Conflict conflict) {
        Long high = said.getHigh();
        return new Claim(
                said.getId(),
                new Scope(
                        entry.getConflict(),
                        party(said),
                        Measure.valueOf(said.getMeasure().name()),
                        item(said),
                        Status.valueOf(said.getStatus().name()),
                        said.getPlace() == null ? "" : place(said.getPlace().getName(), conflict)),
                account(said),
                Side.valueOf(said.getClaimant().getSide().name()),
                new Count(said.getLow(), said.getBest(), high == null ? Count.OPEN : high),
                new Period(said.getPeriod().getFrom(), said.getPeriod().getTo()),
                said.getPeriod().getAssumed(),
                // "Someone in the conflict" may be one side's: it says that all sides together have at least so many.
                said.getParty() == null
                        ? Extent.PART
                        : Extent.valueOf(said.getExtent().name()),
                Coverage.valueOf(said.getCoverage().name()),
                said.getIncident() == null ? "" : said.getIncident(),
                entry.getPublishedAt(),
                wording(said),
                said.getRetracts() == null ? "" : said.getRetracts());
    }

    private static Optional<Wording> wording(ReportedClaim said) {
        return Optional.ofNullable(said.getVague())
                .map(word -> new Wording(VagueWord.valueOf(word), bound(said.getQualifier())));
    }

    private static Wording.Bound bound(String qualifier) {
        return switch (qualifier) {
            case "AT_LEAST" -> Wording.Bound.AT_LEAST;
            case "UP_TO" -> Wording.Bound.UP_TO;
            case "FEARED" -> Wording.Bound.FEARED;
            default -> Wording.Bound.NONE;
        };
    }

    static String party(ReportedClaim claim) {
        return claim.getParty() == null ? Scope.ALL : claim.getParty();
    }

    /** Only lost equipment is counted by item. */
    static String item(ReportedClaim claim) {
        boolean byItem = claim.getMeasure() == org.tollwatch.report.Measure.EQUIPMENT_LOST;
        return byItem && claim.getItem() != null ? claim.getItem() : "";
    }

    /** The id of a known locality, "" for a name of the whole theatre; an unknown name stands for itself. */
    private static String place(String name, Conflict conflict) {
        return conflict.place(name)
                .map(place -> place.theatre() ? "" : place.id())
                .orElse(name);
    }

    private static String account(ReportedClaim claim) {
        String account = claim.getClaimant().getAccount();
        if (!account.isEmpty()) {
            return account;
        }
        String party = claim.getClaimant().getParty();
        return party == null || party.isEmpty() ? claim.getClaimant().getName() : party;
    }
}
