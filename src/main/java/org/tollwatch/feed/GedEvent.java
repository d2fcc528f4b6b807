package org.tollwatch.feed;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tollwatch.ledger.Period;
import org.tollwatch.report.Precision;
import org.tollwatch.report.ReportedPlace;
import org.tollwatch.stream.Reason;

/**
 * A row of UCDP GED, a list of events of organised violence with their deaths (columns as of its codebook, version 17 and
 * later).
 *
 * @param id the row's own
 * @param dyad who fights whom
 * @param from the first day, UTC
 * @param to the day after the last
 * @param deaths by class: deaths_a, deaths_b, deaths_civilians, deaths_unknown
 * @param low of the event; may lie above best, as such a list has rows of that kind
 * @param place the first-order division it lies in, with the event's own point; null where none is stated
 * @param words the row's figures, as stated
 */
record GedEvent(
        String id,
        String dyad,
        String sideA,
        String sideB,
        LocalDate from,
        LocalDate to,
        Precision precision,
        Map<String, Long> deaths,
        long low,
        long best,
        long high,
        ReportedPlace place,
        List<GedSource> sources,
        String words) {

    static final String SIDE_A = "deaths_a";
    static final String SIDE_B = "deaths_b";
    static final String CIVILIANS = "deaths_civilians";
    static final String UNKNOWN = "deaths_unknown";

    private static final List<String> REQUIRED = List.of(
            "id",
            "dyad_name",
            "side_a",
            "side_b",
            "date_start",
            "date_end",
            SIDE_A,
            SIDE_B,
            CIVILIANS,
            UNKNOWN,
            "low",
            "best",
            "high");

    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})([ T]00:00:00(\\.0+)?)?");
    private static final String ADVICE = "give it, as the UCDP GED codebook has it";

    /** Refuses a table that is none of UCDP GED. */
    static void check(List<String> columns) throws Flaw {
        List<String> missing =
                REQUIRED.stream().filter(c -> !columns.contains(c)).toList();
        if (!missing.isEmpty()) {
            throw new Flaw(
                    Reason.WRONG_SHAPE,
                    String.join(", ", missing) + ": no such column; this is no UCDP GED file of version 17 or later"
                            + " (for other tables: --format claims)");
        }
    }

    static GedEvent of(Row row) throws Flaw {
        LocalDate from = date(row, "date_start");
        LocalDate last = date(row, "date_end");
        if (last.isBefore(from)) {
            throw new Flaw(Reason.BAD_PERIOD, "date_end: " + last + " is before date_start, " + from + "; mend one");
        }
        return new GedEvent(
                row.required("id", ADVICE),
                row.required("dyad_name", ADVICE),
                row.required("side_a", ADVICE),
                row.required("side_b", ADVICE),
                from,
                last.plusDays(1),
                precision(row),
                Map.of(
                        SIDE_A,
                        count(row, SIDE_A),
                        SIDE_B,
                        count(row, SIDE_B),
                        CIVILIANS,
                        count(row, CIVILIANS),
                        UNKNOWN,
                        count(row, UNKNOWN)),
                count(row, "low"),
                count(row, "best"),
                count(row, "high"),
                place(row),
                GedSource.of(row),
                words(row));
    }

    /** A row of HXL tags, which some copies have under the header. */
    static boolean isTags(Row row) {
        return !row.cells().isEmpty() && row.cells().values().stream().allMatch(cell -> cell.startsWith("#"));
    }

    String conflict() {
        return "ucdp-" + Slug.of(dyad);
    }

    String partyA() {
        return Slug.of(sideA);
    }

    String partyB() {
        String id = Slug.of(sideB);
        return id.equals(partyA()) ? id + "-2" : id;
    }

    Period period() {
        return new Period(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate date(Row row, String column) throws Flaw {
        Matcher date = DATE.matcher(row.required(column, "write the day, as in 2014-01-22"));
        if (!date.matches()) {
            throw new Flaw(
                    Reason.BAD_DATE,
                    column + ": '" + Quoted.brief(row.cells().get(column)) + "' is no day; write it as in 2014-01-22");
        }
        return Dates.day(column, date.group(1));
    }

    private static long count(Row row, String column) throws Flaw {
        return Numbers.count(column, row.required(column, "write 0 where there is none"));
    }

    /** UCDP GED codebook, date_prec: 1 the day is known, 2 within six days, 3 the week, 4 the month, 5 the year. */
    private static Precision precision(Row row) {
        return switch (row.optional("date_prec").orElse("1")) {
            case "2", "3" -> Precision.WEEK;
            case "4" -> Precision.MONTH;
            case "5" -> Precision.YEAR;
            default -> Precision.DAY;
        };
    }

    private static ReportedPlace place(Row row) {
        return row.optional("adm_1")
                .map(name -> new ReportedPlace(name, degrees(row, "latitude", 90), degrees(row, "longitude", 180)))
                .orElse(null);
    }

    /** Where it lies only helps a map: what is no number is left out. */
    private static Double degrees(Row row, String column, int limit) {
        try {
            return row.optional(column)
                    .map(Double::valueOf)
                    .filter(d -> Math.abs(d) <= limit)
                    .orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String words(Row row) {
        StringBuilder words = new StringBuilder("UCDP GED " + row.cells().get("id"));
        for (String column : List.of(
                "relid",
                "dyad_name",
                "where_coordinates",
                "adm_1",
                "date_start",
                "date_end",
                SIDE_A,
                SIDE_B,
                CIVILIANS,
                UNKNOWN,
                "low",
                "best",
                "high")) {
            Optional<String> cell = row.optional(column);
            cell.ifPresent(text -> words.append(", ").append(column).append('=').append(text));
        }
        return Quoted.brief(words.toString(), 1_000);
    }
}
