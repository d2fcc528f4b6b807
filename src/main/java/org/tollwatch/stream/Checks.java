package org.tollwatch.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.report.CoveredPeriod;
import org.tollwatch.report.Extent;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.Measure;
import org.tollwatch.report.ReportImprint;
import org.tollwatch.report.ReportedClaim;

/** Whether a report can be counted. The first fault found is told; nothing is mended silently. */
public final class Checks {

    /** Long before the first news agency's wire; anything older is a zero or a wrong unit. */
    private static final Instant EARLIEST_PUBLICATION = Instant.parse("1900-01-01T00:00:00Z");

    /** Clocks of publishers differ, and a date without a time may be tomorrow's elsewhere. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Instant EARLIEST_EVENT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST_EVENT = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_ID = 500;
    private static final int LARGEST_CLAIM = 64 << 10;
    private static final int LARGEST_IMPRINT = 64;

    private Checks() {}

    /** @param now by the wall clock, which only bounds the date of publication */
    public static Optional<Fault> fault(IncidentReport report, Instant now, Conflicts conflicts) {
        return id("id", report.getId())
                .or(() -> missing("source", report.getSource()))
                .or(() -> conflict(report, conflicts))
                .or(() -> published(report.getPublishedAt(), now))
                .or(() -> revision(report, now))
                .or(() -> imprint(report.getImprint()))
                .or(() -> claims(report));
    }

    private static Optional<Fault> claims(IncidentReport report) {
        int around = report.getId().length() + report.getSource().length() + length(report.getUrl());
        List<ReportedClaim> claims = report.getClaims();
        return IntStream.range(0, claims.size())
                .mapToObj(i -> claim("claims[" + i + "]", claims.get(i), around))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Fault> claim(String at, ReportedClaim claim, int around) {
        return id(at + ".id", claim.getId())
                .or(() -> measure(at + ".measure", claim.getMeasure()))
                .or(() -> count(at, claim))
                .or(() -> period(at + ".period", claim.getPeriod()))
                .or(() -> missing(at + ".claimant.name", claim.getClaimant().getName()))
                .or(() -> key(at + ".party", claim.getParty()))
                .or(() -> key(at + ".item", claim.getItem()))
                .or(() -> claim.getPlace() == null
                        ? Optional.empty()
                        : key(at + ".place.name", claim.getPlace().getName()))
                .or(() -> key(at + ".retracts", claim.getRetracts()))
                .or(() -> vague(at + ".vague", claim.getVague()))
                .or(() -> values(at, claim))
                .or(() -> size(at, around + size(claim)));
    }

    private static Optional<Fault> measure(String at, Measure measure) {
        return measure == Measure.UNKNOWN
                ? fault(
                        Reason.UNKNOWN_MEASURE,
                        at + " is none that is counted here; a newer producer needs a newer Tollwatch")
                : Optional.empty();
    }

    private static Optional<Fault> conflict(IncidentReport report, Conflicts conflicts) {
        String conflict = report.getConflict();
        if (conflict == null || conflict.isBlank()) {
            return fault(Reason.NO_CONFLICT, "conflict is empty; name the conflict that the report is about");
        }
        return conflicts.byId(conflict).isPresent()
                ? Optional.empty()
                : fault(
                        Reason.UNKNOWN_CONFLICT,
                        "conflict '" + shown(conflict) + "' is not known; correct it or add its conflict file");
    }

    private static Optional<Fault> published(Instant at, Instant now) {
        if (at.isBefore(EARLIEST_PUBLICATION)) {
            return fault(
                    Reason.BAD_DATE,
                    "publishedAt " + at + " is before 1900; send milliseconds since 1970-01-01T00:00:00Z");
        }
        return at.isAfter(now.plus(AHEAD))
                ? fault(Reason.BAD_DATE, "publishedAt " + at + " is more than a day after now, " + now)
                : Optional.empty();
    }

    private static Optional<Fault> revision(IncidentReport report, Instant now) {
        if (report.getRevision() < 0) {
            return fault(Reason.BAD_VALUE, "revision is " + report.getRevision() + "; it is 0 or more");
        }
        Instant at = report.getRevisedAt();
        if (at == null) {
            return report.getRevision() > 1
                    ? fault(Reason.MISSING_FIELD, "revisedAt is missing; a later version says when it was published")
                    : Optional.empty();
        }
        return at.isBefore(report.getPublishedAt()) || at.isAfter(now.plus(AHEAD))
                ? fault(
                        Reason.BAD_DATE,
                        "revisedAt " + at + " is before publishedAt " + report.getPublishedAt() + " or after now, "
                                + now)
                : Optional.empty();
    }

    private static Optional<Fault> imprint(ReportImprint imprint) {
        boolean large = imprint != null
                && (imprint.getWords().size() > LARGEST_IMPRINT
                        || imprint.getFigures().size() > LARGEST_IMPRINT);
        return large
                ? fault(Reason.TOO_LARGE, "imprint has more than " + LARGEST_IMPRINT + " words or figures; send fewer")
                : Optional.empty();
    }

    private static Optional<Fault> count(String at, ReportedClaim claim) {
        long low = claim.getLow();
        long best = claim.getBest();
        Long high = claim.getHigh();
        String said = "low " + low + ", best " + best + ", high " + (high == null ? "open" : high);
        if (low < 0 || best < 0 || high != null && high < 0) {
            return fault(Reason.BAD_COUNT, at + ": " + said + "; a count is 0 or more");
        }
        if (claim.getExtent() != Extent.LISTED && (low > best || high != null && best > high)) {
            return fault(Reason.BAD_COUNT, at + ": " + said + "; send low <= best <= high");
        }
        return low > Count.LARGEST || best > Count.LARGEST || high != null && high > Count.LARGEST
                ? fault(Reason.BAD_COUNT, at + ": " + said + "; more than " + Count.LARGEST + " is no toll of people")
                : Optional.empty();
    }

    private static Optional<Fault> period(String at, CoveredPeriod period) {
        Instant from = period.getFrom();
        Instant to = period.getTo();
        if (!from.isBefore(to)) {
            return fault(Reason.BAD_PERIOD, at + ": from " + from + " to " + to + "; the end comes after the start");
        }
        return from.isBefore(EARLIEST_EVENT) || to.isAfter(LATEST_EVENT)
                ? fault(Reason.BAD_PERIOD, at + ": from " + from + " to " + to + " is outside the years 1 to 9999")
                : Optional.empty();
    }

    private static Optional<Fault> vague(String at, String word) {
        List<String> known =
                Arrays.stream(VagueWord.values()).map(VagueWord::name).toList();
        return word == null || known.contains(word)
                ? Optional.empty()
                : fault(
                        Reason.BAD_VALUE,
                        at + " '" + shown(word) + "' is no vague word; known are " + String.join(", ", known));
    }

    private static Optional<Fault> values(String at, ReportedClaim claim) {
        double confidence = claim.getConfidence();
        if (!(confidence >= 0 && confidence <= 1)) {
            return fault(Reason.BAD_VALUE, at + ".confidence is " + confidence + "; it lies between 0 and 1");
        }
        return claim.getStart() < 0 || claim.getEnd() < claim.getStart()
                ? fault(
                        Reason.BAD_VALUE,
                        at + ": start " + claim.getStart() + ", end " + claim.getEnd() + "; send 0 <= start <= end")
                : Optional.empty();
    }

    private static Optional<Fault> id(String field, String value) {
        return missing(field, value).or(() -> key(field, value));
    }

    private static Optional<Fault> missing(String field, String value) {
        return value.isBlank() ? fault(Reason.MISSING_FIELD, field + " is empty") : Optional.empty();
    }

    /** What becomes part of a key: no control characters, which part its fields, and no texts. */
    private static Optional<Fault> key(String field, String value) {
        if (value == null || value.length() <= LONGEST_ID && Keys.fits(value)) {
            return Optional.empty();
        }
        return fault(
                Reason.BAD_VALUE,
                field + " '" + shown(value) + "' holds control characters or more than " + LONGEST_ID + " characters");
    }

    private static Optional<Fault> size(String at, int characters) {
        return characters > LARGEST_CLAIM
                ? fault(Reason.TOO_LARGE, at + " has " + characters + " characters; quote the sentence, not the text")
                : Optional.empty();
    }

    private static int size(ReportedClaim claim) {
        return claim.getQuote().length()
                + claim.getWords().length()
                + claim.getQualifier().length()
                + claim.getClaimant().getName().length()
                + claim.getClaimant().getAccount().length()
                + length(claim.getClaimant().getParty())
                + length(claim.getKind())
                + length(claim.getTarget())
                + length(claim.getIncident());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "...";
    }

    private static Optional<Fault> fault(Reason reason, String detail) {
        return Optional.of(new Fault(reason, detail));
    }
}
