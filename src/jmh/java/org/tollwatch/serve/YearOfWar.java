package org.tollwatch.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tollwatch.report.Claimant;
import org.tollwatch.report.Coverage;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedClaim;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.report.Side;
import org.tollwatch.report.Status;
import org.tollwatch.stream.AvroSerde;

/**
 * Reports of the year 2023 of one conflict: for three parties and three measures, each day, what the party says of the day
 * and in all, what its enemy says in all, and incidents at six towns.
 */
final class YearOfWar {

    static final String CONFLICT = "russia-ukraine";
    private static final int TOWNS = 6;
    private static final int OFFICIAL = 3;
    private static final int KINDS = OFFICIAL + TOWNS;
    /** Of one report: one for each party and measure. */
    static final int CLAIMS = 9;

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final List<String> PARTIES = List.of("ukraine", "russia", "dpr");
    private static final List<Measure> MEASURES = List.of(Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED);
    private static final List<String> PLACES =
            List.of("Kharkiv", "Kherson", "Donetsk", "Bakhmut", "Zaporizhzhia", "Odesa");

    static {
        AvroSerde.trustOwnRecords();
    }

    private YearOfWar() {}

    /** About so many claims, as many days as that takes. */
    static List<IncidentReport> reports(int claims) {
        return IntStream.range(0, claims / CLAIMS).mapToObj(YearOfWar::report).toList();
    }

    private static int days(int claims) {
        return Math.max(1, claims / CLAIMS / KINDS);
    }

    /** The last day that so many claims tell of. */
    static LocalDate last(int claims) {
        return FIRST.plusDays(days(claims) - 1);
    }

    private static IncidentReport report(int i) {
        int day = i / KINDS;
        int kind = i % KINDS;
        List<ReportedClaim> claims = new ArrayList<>();
        for (int book = 0; book < CLAIMS; book++) {
            claims.add(claim("c" + i + "-" + book, day, kind, book, i));
        }
        return report("r" + i, day, kind * 600, claims);
    }

    /** One incident more in the last week that {@code claims} reach. */
    static IncidentReport late(int i, int claims) {
        int day = Math.max(0, days(claims) - 1 - i % 7);
        ReportedClaim claim = claim("late" + i, day, OFFICIAL + i % TOWNS, i % CLAIMS, i);
        return report("late" + i, day, 40_000 + i, List.of(claim));
    }

    private static IncidentReport report(String id, int day, int secondsLater, List<ReportedClaim> claims) {
        return IncidentReport.newBuilder()
                .setId(id)
                .setSource("wire-" + secondsLater % 10)
                .setLanguage("en")
                .setTitle("Report " + id)
                .setUrl("https://wire.example/" + id)
                .setPublishedAt(start(day + 1).plusSeconds(secondsLater))
                .setConflict(CONFLICT)
                .setClaims(claims)
                .build();
    }

    private static ReportedClaim claim(String id, int day, int kind, int book, int seed) {
        String party = PARTIES.get(book % PARTIES.size());
        boolean incident = kind >= OFFICIAL;
        boolean total = kind == 1 || kind == 2;
        long count = total ? (day + 1) * (kind == 1 ? 40L : 70L) : incident ? 1 + seed % 5 : 30 + day % 17;
        Instant from = start(total ? 0 : day);
        return ReportedClaim.newBuilder()
                .setId(id)
                .setMeasure(MEASURES.get(book / PARTIES.size()))
                .setLow(count)
                .setBest(count)
                .setHigh(count)
                .setQualifier("EXACT")
                .setWords(Long.toString(count))
                .setParty(party)
                .setStatus(incident ? Status.CIVILIAN : Status.ANY)
                .setPlace(incident ? place(PLACES.get(kind - OFFICIAL)) : null)
                .setIncident(incident ? "incident-" + id : null)
                .setClaimant(claimant(kind, party))
                .setPeriod(new CoveredPeriod(from, start(day + 1), Precision.DAY, false))
                .setExtent(incident ? Extent.PART : Extent.WHOLE)
                .setCoverage(incident ? Coverage.INCIDENT : total ? Coverage.CUMULATIVE : Coverage.DAY)
                .setQuote("The ministry said that " + count + " were counted by the evening of day " + day + ".")
                .build();
    }

    private static ReportedPlace place(String name) {
        return ReportedPlace.newBuilder().setName(name).build();
    }

    private static Claimant claimant(int kind, String party) {
        if (kind >= OFFICIAL) {
            return new Claimant("the monitors", "ohchr", "ohchr", Side.INDEPENDENT, false);
        }
        String enemy = party.equals("ukraine") ? "russia" : "ukraine";
        return kind == 2
                ? new Claimant("the general staff", enemy, enemy, Side.ADVERSARY, false)
                : new Claimant("the ministry", party, party, Side.SELF, false);
    }

    private static Instant start(int day) {
        return FIRST.plusDays(day).atStartOfDay(ZONE).toInstant();
    }
}
