package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of events of the shape of UCDP GED, the whole way through the broker. */
class CountGedTest {

    private static final Path INVENTED = Path.of("src", "test", "resources", "ged", "invented.csv");

    @TempDir
    Path folder;

    @Test
    void eventsAddUpAsStatedAndBadRowsAreTold() {
        CommandRun run = CommandRun.of(
                "count", "--format", "ucdp-ged", "--json", "--window", "2019-01-01..2020-01-01", INVENTED);
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(run.err())
                .contains("invented.csv:6: date_start: missing; write the day")
                .contains("invented.csv:7: deaths_b: 'one' is no whole number; write digits")
                .contains("invented.csv:8: deaths_b: -1 is no count; write a number from 0")
                .contains("invented.csv:10: the row has 4 fields, and the header has 23; put")
                .contains("invented.csv:11: date_end: 2019-07-01 is before date_start, 2019-07-02; mend one")
                .contains("Reports read: 5.", "Rejected: 2 bad count, 1 bad period, 1 missing field, 1 wrong shape");
        assertThat(figures(run, "*", "ANY", "")).containsExactly(14L, 14L, 23L);
        assertThat(figures(run, "northland", "COMBATANT", "")).containsExactly(1L, 2L, 11L);
        assertThat(figures(run, "hill-front", "COMBATANT", "")).containsExactly(4L, 5L, 14L);
        assertThat(figures(run, "*", "CIVILIAN", "")).containsExactly(4L, 4L, 13L);
        assertThat(figures(run, "*", "UNKNOWN", "")).containsExactly(3L, 3L, 12L);
        assertThat(figures(run, "*", "ANY", "Lower Province")).containsExactly(7L, 7L, 16L);
    }

    @Test
    void withoutAWindowItIsTheTimeOfTheFileAndZipIsToldByItsBytes() throws IOException {
        Path zipped = folder.resolve("list.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(INVENTED, out);
        }
        CommandRun run = CommandRun.of("count", "--format", "ucdp-ged", zipped);
        assertThat(run.out())
                .contains("Northland - Hill Front (2019-03-01 to 2019-08-01)", "killed, of unknown status", "UCDP GED");
    }

    @Test
    void anotherTableIsRefusedWithWhatItLacks() throws IOException {
        Path other = Files.write(folder.resolve("other.csv"), List.of("date,killed", "2019-01-01,3"));
        CommandRun run = CommandRun.of("count", "--format", "ucdp-ged", "--json", other);
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(run.err()).contains("other.csv:1: id, dyad_name, side_a", "no such column", "--format claims");
        assertThat(run.out()).isEmpty();
    }

    private static List<Long> figures(CommandRun run, String party, String status, String place) {
        return run.lines().stream()
                .map(CountGedTest::json)
                .filter(t -> t.path("party").asText().equals(party)
                        && t.path("status").asText().equals(status)
                        && t.path("place").asText().equals(place))
                .map(t -> List.of(
                        t.path("low").asLong(),
                        t.path("best").asLong(),
                        t.path("high").asLong()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
