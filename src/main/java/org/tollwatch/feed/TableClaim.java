package org.tollwatch.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NameBook;
import org.tollwatch.conflict.Party;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Scope;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.Measure;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.report.Side;
import org.tollwatch.report.Status;
import org.tollwatch.stream.Reason;

/** Makes a claim of one figure of a table's row. */
final class TableClaim {

    private final Conflict conflict;
    private final NameBook names;

    TableClaim(Conflict conflict) {
        this.conflict = conflict;
        this.names = new NameBook(conflict);
    }

    Conflict conflict() {
        return conflict;
    }

    /** @param words the row's own, for the quote */
    ReportedClaim of(ClaimColumns row, Instant publishedAt, String words) throws Flaw {
        Measure measure = row.word("measure", Measure.class)
                .orElseThrow(() -> new Flaw(
                        Reason.MISSING_FIELD, row.shown("measure") + ": missing; write what is counted, as in KILLED"));
        String party = party(row, "party");
        String target = party(row, "target");
        StatedCount stated = StatedCount.of(row);
        Count count = stated.count();
        Extent extent = extent(row);
        Coverage coverage = coverage(row, extent);
        CoveredPeriod period = StatedPeriod.of(row, coverage, publishedAt, conflict.zone());
        Claimant claimant = claimant(row, measure == Measure.STRIKES ? target : party, publishedAt);
        ReportedClaim.Builder claim = ReportedClaim.newBuilder()
                .setId("")
                .setMeasure(measure)
                .setKind(row.orNull("kind"))
                .setItem(row.orNull("item"))
                .setLow(count.low())
                .setBest(count.best())
                .setHigh(count.high() == Count.OPEN ? null : count.high())
                .setQualifier(stated.qualifier())
                .setWords(stated.words())
                .setVague(stated.vague() == null ? null : stated.vague().name())
                .setStatus(row.word("status", Status.class).orElse(Status.ANY))
                .setParty(party)
                .setTarget(target)
                .setClaimant(claimant)
                .setPeriod(period)
                .setExtent(extent)
                .setCoverage(coverage)
                .setPlace(place(row))
                .setIncident(row.orNull("incident"))
                .setRetracts(row.orNull("retracts"))
                .setQuote(row.optional("quote").orElse(words));
        return claim.setId(row.optional("id").orElseGet(() -> id(claim))).build();
    }

    /** What is said and by whom, never who printed it: five outlets with one figure make one claim. */
    private static String id(ReportedClaim.Builder claim) {
        List<Object> said = Arrays.asList(
                claim.getMeasure(),
                claim.getKind(),
                claim.getItem(),
                claim.getLow(),
                claim.getBest(),
                claim.getHigh(),
                claim.getStatus(),
                claim.getParty(),
                claim.getTarget(),
                claim.getClaimant().getAccount(),
                claim.getPeriod().getFrom(),
                claim.getPeriod().getTo(),
                claim.getExtent(),
                claim.getCoverage(),
                claim.getPlace() == null ? null : claim.getPlace().getName(),
                claim.getIncident(),
                claim.getRetracts());
        String text = said.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        byte[] hash = DigestUtils.sha256(text);
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    /** A day's figure or a total is all there is; else it is one incident, and others may exist. */
    private static Extent extent(ClaimColumns row) throws Flaw {
        Optional<Extent> stated = row.word("extent", Extent.class);
        if (stated.isPresent()) {
            return stated.get();
        }
        Coverage coverage = row.word("coverage", Coverage.class).orElse(Coverage.INCIDENT);
        return coverage == Coverage.INCIDENT ? Extent.PART : Extent.WHOLE;
    }

    private static Coverage coverage(ClaimColumns row, Extent extent) throws Flaw {
        return row.word("coverage", Coverage.class).orElse(extent == Extent.WHOLE ? Coverage.DAY : Coverage.INCIDENT);
    }

    private String party(ClaimColumns row, String column) throws Flaw {
        Optional<String> stated = row.optional(column);
        if (stated.isEmpty() || stated.get().equals(Scope.ALL)) {
            return stated.orElse(null);
        }
        Optional<Party> known = names.party(stated.get());
        if (known.isEmpty() && !conflict.parties().isEmpty()) {
            throw new Flaw(
                    Reason.BAD_VALUE,
                    row.shown(column) + ": '" + Quoted.brief(stated.get()) + "' is no party of " + conflict.id()
                            + "; write one of "
                            + conflict.parties().stream().map(Party::id).collect(Collectors.joining(", "))
                            + ", or * for all sides together");
        }
        return known.map(Party::id).orElse(stated.get());
    }

    private Claimant claimant(ClaimColumns row, String sufferer, Instant publishedAt) throws Flaw {
        String name = row.optional("claimant")
                .or(() -> row.optional("account"))
                .orElseGet(() -> row.optional("source").orElse(""));
        if (name.isEmpty()) {
            row.required("claimant", "write who says so, or the source if it says so itself");
        }
        String account = row.optional("account").orElse(name);
        Optional<NameBook.Voice> voice = names.voice(account, conflict.dayOf(publishedAt));
        String party = voice.flatMap(NameBook.Voice::party).orElse(null);
        Side known = sufferer == null
                ? Side.INDEPENDENT
                : Side.valueOf(conflict.sideOf(party, sufferer).name());
        return new Claimant(
                name,
                voice.map(NameBook.Voice::account).orElse(account),
                party,
                row.word("side", Side.class).orElse(known),
                false);
    }

    private static ReportedPlace place(ClaimColumns row) throws Flaw {
        String name = row.orNull("place");
        return name == null ? null : new ReportedPlace(name, degrees(row, "lat", 90), degrees(row, "lon", 180));
    }

    private static Double degrees(ClaimColumns row, String column, int limit) throws Flaw {
        String text = row.orNull(column);
        if (text == null) {
            return null;
        }
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= limit) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // told below, with what is out of bounds
        }
        throw new Flaw(
                Reason.BAD_VALUE,
                row.shown(column) + ": '" + Quoted.brief(text) + "' is not between -" + limit + " and " + limit
                        + " degrees; write it as in 39.82");
    }
}
