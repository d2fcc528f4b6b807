package org.tollwatch.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;

/** Windows and moments as people write them, and as they are shown again. */
class WindowRequestTest {

    private static final ZoneId YEREVAN = ZoneId.of("Asia/Yerevan");
    private static final Moment NOW = Moment.at(Instant.parse("2020-10-18T13:30:00Z"));

    @Test
    void kindsDaysTimesAndLengths() {
        assertThat(WindowRequest.parse("Day")).isEqualTo(new WindowRequest.Every(WindowKind.DAY));
        assertThat(WindowRequest.parse("year")).isEqualTo(new WindowRequest.Every(WindowKind.YEAR));
        assertThat(WindowRequest.parse("24h")).isEqualTo(new WindowRequest.Rolling(Duration.ofHours(24)));
        assertThat(WindowRequest.parse("30d")).isEqualTo(new WindowRequest.Rolling(Duration.ofDays(30)));
        assertThat(WindowRequest.parse("2020-09-27..2020-10-04"))
                .isEqualTo(new WindowRequest.Span(
                        WindowKind.SPAN,
                        LocalDateTime.parse("2020-09-27T00:00"),
                        Optional.of(LocalDateTime.parse("2020-10-04T00:00"))));
        for (String wrong : List.of(
                "years",
                "",
                "0h",
                "-3d",
                "2020-13",
                "2020-10-04..2020-09-27",
                "2020-02-30..2020-03-01",
                "..2020-10-04",
                "2020-10-04T25:00..",
                "2020-10-04..2020-10-04")) {
            assertThatThrownBy(() -> WindowRequest.parse(wrong)).hasMessageContaining("'" + wrong + "'");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-10-02, 2020-10-01T20:00:00Z, 2020-10-02T20:00:00Z, 2020-10-02, 2020-10-02",
        "2020-10, 2020-09-30T20:00:00Z, 2020-10-31T20:00:00Z, 2020-10-01, month of 2020-10-01 to 2020-10-31",
        "2020, 2019-12-31T20:00:00Z, 2020-12-31T20:00:00Z, 2020-01-01, year of 2020-01-01 to 2020-12-31",
        "2023-09-19T13:00..2023-09-20T13:00, 2023-09-19T09:00:00Z, 2023-09-20T09:00:00Z, 2023-09-19T13:00+04:00,"
                + " 2023-09-19 13:00 to 2023-09-20 13:00",
        "2020-10-10.., 2020-10-09T20:00:00Z, 2020-10-18T13:30:00Z, 2020-10-10T00:00+04:00,"
                + " 2020-10-10 00:00 to 2020-10-18 17:30",
        "24h, 2020-10-17T13:30:00Z, 2020-10-18T13:30:00Z, 2020-10-17T17:30+04:00,"
                + " last 24 hours (2020-10-17 17:30 to 2020-10-18 17:30)"
    })
    void oneWindowIsTimeOfTheConflictsZone(String asked, Instant from, Instant to, String json, String title) {
        WindowRequest request = WindowRequest.parse(asked);
        Window window = request instanceof WindowRequest.Rolling rolling
                ? rolling.window(NOW)
                : ((WindowRequest.Span) request).window(YEREVAN, NOW);
        assertThat(window.period()).isEqualTo(new Period(from, to));
        Conflict conflict = Conflicts.bundled().byId("nagorno-karabakh").orElseThrow();
        assertThat(new WindowText(conflict).from(window)).isEqualTo(json);
        assertThat(new WindowText(conflict).title(window)).isEqualTo(title);
    }

    @Test
    void aDateIsTheEndOfThatDayAndTheWindowsBeforeItAreWholeDays() {
        Moment day = AsOf.parse("2020-10-15").in(YEREVAN);
        assertThat(day.known()).isBefore(Instant.parse("2020-10-15T20:00:00Z"));
        assertThat(new WindowRequest.Rolling(Duration.ofHours(24)).window(day).period())
                .isEqualTo(new Period(Instant.parse("2020-10-14T20:00:00Z"), Instant.parse("2020-10-15T20:00:00Z")));
        assertThat(AsOf.parse("2020-10-15T18:00+04:00").in(YEREVAN))
                .isEqualTo(Moment.at(Instant.parse("2020-10-15T14:00:00Z")));
        for (String wrong : List.of("yesterday", "2020-10-15T18:00", "2020-02-30")) {
            assertThatThrownBy(() -> AsOf.parse(wrong)).hasMessageContaining("'" + wrong + "'");
        }
    }
}
