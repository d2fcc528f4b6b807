package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What running totals alone say of single days, in three real daily series; and a series that began anew. */
class RunningTotalsTest {

    private static final Path FOLDER = Path.of("..", "shared", "data", "gaza");
    private static final ZoneId ZONE = ZoneId.of("Asia/Gaza");
    private static final LocalDate FIRST = LocalDate.of(2023, 10, 7);

    private static final Scope KILLED = new Scope("gaza", "palestine", Measure.KILLED, "", Status.ANY, "");

    /** One report of a series: the day's own figure and the running total, where it has them. */
    private record Report(LocalDate date, int hours, Optional<Long> killed, Optional<Long> total) {}

    @Test
    void fromTotalsAloneTheDaysOwnFigureLiesWithinTheBoundsExceptWhereTheSourceItselfDisagrees() throws IOException {
        List<Report> reports = read("casualties_daily.json", "killed", "killed_cum", "");
        Toll toll = account(reports, 1.0, new Random(0));
        Set<LocalDate> outside = new TreeSet<>();
        int exact = 0;
        int neighboured = 0;
        Map<LocalDate, Long> totals = totals(reports);
        for (Report report : reports) {
            if (report.killed.isEmpty() || report.hours != 24) {
                continue;
            }
            boolean beside = totals.containsKey(report.date) && totals.containsKey(report.date.minusDays(1));
            neighboured += beside ? 1 : 0;
            Optional<View> view = toll.heard(day(report.date)).map(Heard::view);
            exact += beside && view.filter(v -> v.low() == v.high()).isPresent() ? 1 : 0;
            // A day that no total begins or ends has no figure; no figure is not zero.
            view.filter(v -> report.killed.get() < v.low() || report.killed.get() > v.high())
                    .ifPresent(v -> outside.add(report.date));
        }
        System.out.printf("Totals alone: %d of %d days exact, outside %s%n", exact, neighboured, outside);
        assertThat(exact).isEqualTo(neighboured);
        assertThat(outside).isEqualTo(disagreeing(reports));
    }

    /** With both, each disagreement is named on its day, and the day keeps its own figure. */
    @Test
    void whereDayAndTotalDisagreeTheDifferenceIsNamed() throws IOException {
        List<Report> reports = read("casualties_daily.json", "killed", "killed_cum", "");
        Toll toll = account(reports, 1.0, new Random(0));
        reports.stream()
                .filter(r -> r.killed.isPresent() && r.hours == 24)
                .forEach(r -> toll.add(claim(r, "day", r.killed.get(), r.date, Coverage.DAY)));
        for (LocalDate date : disagreeing(reports)) {
            Period day = day(date);
            long own = reports.stream()
                    .filter(r -> r.date.equals(date))
                    .findFirst()
                    .orElseThrow()
                    .killed
                    .orElseThrow();
            assertThat(toll.heard(day).orElseThrow().view().best()).isEqualTo(own);
            assertThat(toll.findings(day)).as("%s", date).anySatisfy(f -> {
                assertThat(f.kind()).isIn(Finding.Kind.LATE_LUMP, Finding.Kind.REVISION);
                assertThat(f.before()).isEqualTo(own);
            });
        }
    }

    @Test
    void theWestBanksVerifiedTollIsExactWhateverIsLost() throws IOException {
        List<Report> reports = read("west_bank_daily.json", "killed", "killed_cum", "verified");
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            Toll toll = account(reports, 0.9, random);
            Map<LocalDate, Long> totals = totals(reports);
            for (Report report : reports) {
                if (report.killed.isEmpty() || report.hours != 24) {
                    continue;
                }
                Optional<Heard> heard = toll.heard(day(report.date));
                if (heard.isPresent()) {
                    assertThat(report.killed.get())
                            .isBetween(
                                    heard.get().view().low(), heard.get().view().high());
                }
            }
            long last = totals.values().stream().mapToLong(n -> n).max().orElseThrow();
            View all = toll.heard(new Period(start(FIRST), start(FIRST.plusDays(5_000))))
                    .orElseThrow()
                    .view();
            assertThat(all.low()).isEqualTo(last);
        }
    }

    @Test
    void lebanonsCountBeganAnewOnce() throws IOException {
        List<Report> reported = read("lebanon_casualties_daily.json", "killed", "killed_cum_reported", "");
        List<Report> rebased = read("lebanon_casualties_daily.json", "killed", "killed_cum", "");
        Toll toll = account(reported, 1.0, new Random(0));
        Period all = new Period(start(FIRST), start(LocalDate.of(2026, 8, 17)));
        View view = toll.heard(all).orElseThrow().view();
        long last = rebased.get(rebased.size() - 1).total.orElseThrow();
        assertThat(List.of(view.low(), view.best(), view.high())).containsOnly(last);
        assertThat(toll.findings(all))
                .filteredOn(f -> f.kind() == Finding.Kind.RESTART)
                .singleElement()
                .satisfies(restart -> {
                    assertThat(restart.before()).isEqualTo(4_047);
                    assertThat(restart.after()).isEqualTo(123);
                });
        for (Report report : rebased) {
            View to = toll.heard(new Period(start(FIRST), start(report.date.plusDays(1))))
                    .orElseThrow()
                    .view();
            assertThat(to.best()).as("%s", report.date).isEqualTo(report.total.orElseThrow());
        }
    }

    private static Set<LocalDate> disagreeing(List<Report> reports) {
        Map<LocalDate, Long> totals = totals(reports);
        Set<LocalDate> disagreeing = new TreeSet<>();
        for (Report report : reports) {
            Long before = totals.get(report.date.minusDays(1));
            if (report.hours == 24 && report.killed.isPresent() && report.total.isPresent() && before != null) {
                if (report.total.get() - before != report.killed.get()) {
                    disagreeing.add(report.date);
                }
            }
        }
        assertThat(disagreeing).hasSize(7);
        return disagreeing;
    }

    private static Map<LocalDate, Long> totals(List<Report> reports) {
        Map<LocalDate, Long> totals = new TreeMap<>();
        reports.forEach(r -> r.total.ifPresent(t -> totals.put(r.date, t)));
        return totals;
    }

    private static Toll account(List<Report> reports, double kept, Random random) {
        List<Claim> claims = new ArrayList<>();
        for (Report report : reports) {
            boolean last = report == reports.get(reports.size() - 1);
            if (report.total.isPresent() && (last || random.nextDouble() < kept)) {
                claims.add(claim(report, "total", report.total.get(), FIRST, Coverage.CUMULATIVE));
            }
        }
        Collections.shuffle(claims, random);
        Toll toll = new Toll("ministry");
        claims.forEach(toll::add);
        return toll;
    }

    private static Claim claim(Report report, String what, long n, LocalDate from, Coverage coverage) {
        return new Claim(
                what + report.date,
                KILLED,
                "ministry",
                Side.SELF,
                Count.exactly(n),
                new Period(start(from), start(report.date.plusDays(1))),
                false,
                Extent.WHOLE,
                coverage,
                "",
                start(report.date).plus(Duration.ofHours(15)),
                Optional.empty(),
                "");
    }

    private static Period day(LocalDate date) {
        return new Period(start(date), start(date.plusDays(1)));
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /** @param within the field that holds the figures, or "" */
    private static List<Report> read(String file, String killed, String total, String within) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "skipped: the daily series is not beside the project");
        List<Report> reports = new ArrayList<>();
        for (JsonNode day : new ObjectMapper().readTree(path.toFile())) {
            JsonNode figures = within.isEmpty() ? day : day.path(within);
            reports.add(new Report(
                    LocalDate.parse(day.get("report_date").asText()),
                    day.path("report_period").asInt(24),
                    number(figures, killed),
                    number(figures, total)));
        }
        return reports;
    }

    private static Optional<Long> number(JsonNode figures, String field) {
        return figures.has(field) ? Optional.of(figures.get(field).asLong()) : Optional.empty();
    }
}
