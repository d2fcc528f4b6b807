package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.conflict.Names;
import org.tollwatch.conflict.Party;
import org.tollwatch.feed.ClaimsReader;
import org.tollwatch.feed.Input;
import org.tollwatch.ledger.Book;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Side;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.report.IncidentReport;

/** A ministry's real table, a row a day with the day's figure and the running total, read with a map. */
class GazaTableTest {

    private static final Path SERIES = Path.of("..", "shared", "data", "gaza", "casualties_daily.json");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(2023, 10, 7);
    private static final String MAP = """
            columns: {publishedAt: report_date, to: report_date}
            values: {party: palestine, claimant: Ministry of Health, account: Palestine}
            words: {measure: {dead: KILLED}}
            claims:
              - columns: {best: killed, from: first_day}
                values: {measure: dead, coverage: DAY}
              - columns: {best: killed_cum}
                values: {measure: dead, coverage: CUMULATIVE, from: 2023-10-07}
            """;
    private static final Conflict GAZA = new Conflict(
            "gaza",
            "Gaza",
            ZoneId.of("Asia/Gaza"),
            List.of(new Party(
                    "palestine",
                    "Palestine",
                    "*",
                    List.of(),
                    List.of(),
                    Names.NONE,
                    Names.NONE,
                    Names.NONE,
                    Names.NONE)),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    private final Map<LocalDate, Long> totals = new TreeMap<>();
    private final Map<LocalDate, Long> days = new TreeMap<>();

    @Test
    void theTollIsExactAndNearlyEveryDay() throws IOException {
        assumeTrue(Files.exists(SERIES), "skipped: the daily series is not beside the project");
        List<Claim> claims = claims(table());
        assertThat(claims).allSatisfy(c -> assertThat(c.side()).isEqualTo(Side.SELF));
        List<Window> windows = new ArrayList<>();
        totals.keySet().forEach(d -> windows.add(GAZA.calendar().span(FIRST, d.plusDays(1))));
        days.keySet().forEach(d -> windows.add(day(d)));
        Map<Window, Tally> tallies = new HashMap<>();
        Book.of(claims, GAZA.placeTree(), GAZA.calendar(), Policy.standard())
                .tallies(windows)
                .forEach(t -> tallies.put(t.window(), t));
        totals.forEach((d, toll) -> {
            Tally t = tallies.get(GAZA.calendar().span(FIRST, d.plusDays(1)));
            assertThat(List.of(t.low(), t.best(), t.high())).as("toll to %s", d).containsOnly(toll);
        });
        long exact = days.entrySet().stream()
                .filter(e -> {
                    Tally t = tallies.get(day(e.getKey()));
                    return t != null && t.low() == e.getValue() && t.high() == e.getValue();
                })
                .count();
        assertThat(days.size() - exact).isLessThanOrEqualTo(6);
    }

    /** A figure of 48 hours covers two days; one of less than a day is no day's. */
    private Path table() throws IOException {
        List<String> rows = new ArrayList<>(List.of("report_date;first_day;killed;killed_cum;report_source"));
        for (JsonNode row : new ObjectMapper().readTree(SERIES.toFile())) {
            LocalDate date = LocalDate.parse(row.get("report_date").asText());
            int hours = row.path("report_period").asInt(24);
            String killed = hours >= 24 ? row.path("killed").asText() : "";
            String total = row.path("killed_cum").asText();
            rows.add(String.join(
                    ";", date.toString(), date.plusDays(1).minusDays(hours / 24).toString(), killed, total, "x"));
            if (!total.isEmpty()) {
                totals.put(date, Long.valueOf(total));
            }
            if (hours == 24 && !killed.isEmpty()) {
                days.put(date, Long.valueOf(killed));
            }
        }
        return Files.write(folder.resolve("table.csv"), rows, StandardCharsets.UTF_8);
    }

    private List<Claim> claims(Path table) throws IOException {
        Path map = Files.writeString(folder.resolve("map.yaml"), MAP, StandardCharsets.UTF_8);
        Map<String, Claim> claims = new HashMap<>();
        new ClaimsReader(CLOCK, Conflicts.of(GAZA), Optional.of(map)).read(table, input -> {
            assertThat(input).isInstanceOf(Input.Taken.class);
            Entries.of(((Input.Taken<IncidentReport>) input).value())
                    .forEach(e -> claims.put(e.value.getClaim().getId(), Entries.claim(e.value, GAZA)));
        });
        assertThat(claims).hasSizeGreaterThan(1_700);
        return List.copyOf(claims.values());
    }

    private static Window day(LocalDate date) {
        return GAZA.calendar().day(date.atStartOfDay(GAZA.zone()).toInstant());
    }
}
