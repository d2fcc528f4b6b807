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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ministry's real series of 1,051 days: each day's figure beside a running total, with gaps and late lumps. */
class GazaSeriesTest {

    private static final Path SERIES = Path.of("..", "shared", "data", "gaza", "casualties_daily.json");
    private static final ZoneId ZONE = ZoneId.of("Asia/Gaza");
    private static final LocalDate FIRST = LocalDate.of(2023, 10, 7);
    private static final Scope KILLED = new Scope("gaza", "palestine", Measure.KILLED, "", Status.ANY, "");
    private static final Calendar CALENDAR = new Calendar(ZONE, List.of());

    private record Day(LocalDate date, int hours, long killed, long total) {}

    private static final List<Day> DAYS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(SERIES), "skipped: the daily series is not beside the project");
        DAYS.clear();
        for (JsonNode day : new ObjectMapper().readTree(SERIES.toFile())) {
            DAYS.add(new Day(
                    LocalDate.parse(day.get("report_date").asText()),
                    day.path("report_period").asInt(24),
                    day.path("killed").asLong(-1),
                    day.path("killed_cum").asLong(-1)));
        }
    }

    @Test
    void withLossesShufflingAndRepeatsTheTollIsExactAndNearlyEveryDay() {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            List<Claim> claims = new ArrayList<>();
            Map<LocalDate, Long> totals = new TreeMap<>();
            Map<LocalDate, Long> days = new TreeMap<>();
            for (Day day : DAYS) {
                boolean last = day == DAYS.get(DAYS.size() - 1);
                if (!last && random.nextInt(10) == 0) {
                    continue;
                }
                if (day.total >= 0) {
                    claims.add(total(day));
                    totals.put(day.date, day.total);
                }
                if (day.killed >= 0 && day.hours >= 24) {
                    claims.add(flow(day));
                    if (day.hours == 24) {
                        days.put(day.date, day.killed);
                    }
                }
            }
            claims.addAll(claims.stream().filter(c -> random.nextInt(20) == 0).toList());
            Collections.shuffle(claims, random);
            List<Claim> distinct = claims.stream().distinct().toList();

            Book book = Book.of(distinct, new Hierarchy("", Map.of()), CALENDAR, Policy.standard());
            List<Window> windows = new ArrayList<>();
            totals.keySet().forEach(d -> windows.add(CALENDAR.span(FIRST, d.plusDays(1))));
            days.keySet().forEach(d -> windows.add(CALENDAR.day(start(d))));
            Map<Window, Tally> tallies = new HashMap<>();
            book.tallies(windows).forEach(t -> tallies.put(t.window(), t));

            totals.forEach((d, toll) -> {
                Tally t = tallies.get(CALENDAR.span(FIRST, d.plusDays(1)));
                assertThat(List.of(t.low(), t.best(), t.high()))
                        .as("toll to %s", d)
                        .containsOnly(toll);
            });
            long exact = days.entrySet().stream()
                    .filter(e -> {
                        Tally t = tallies.get(CALENDAR.day(start(e.getKey())));
                        return t != null && t.low() == e.getValue() && t.high() == e.getValue();
                    })
                    .count();
            assertThat(days.size() - exact).isLessThanOrEqualTo(6);
        }
    }

    private static Claim total(Day day) {
        return claim(day, "total", day.total, FIRST, Coverage.CUMULATIVE);
    }

    private static Claim flow(Day day) {
        return claim(day, "flow", day.killed, day.date.plusDays(1).minusDays(day.hours / 24), Coverage.DAY);
    }

    private static Claim claim(Day day, String what, long n, LocalDate from, Coverage coverage) {
        return new Claim(
                what + day.date,
                KILLED,
                "ministry",
                Side.SELF,
                Count.exactly(n),
                new Period(start(from), start(day.date.plusDays(1))),
                false,
                Extent.WHOLE,
                coverage,
                "",
                start(day.date).plus(Duration.ofHours(15)),
                Optional.empty(),
                "");
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
