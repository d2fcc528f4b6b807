package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.ReportReader;
import org.tollwatch.report.IncidentReport;

class ExtractCommandTest {

    private static final String TEXT =
            "😀 Nagorno-Karabakh's defence ministry said on Friday that 54 more of its soldiers had been killed.";
    private static final String GOOD = "{\"id\":\"a1\",\"source\":\"Outlet\",\"language\":\"en\","
            + "\"publishedAt\":\"2020-10-02T18:00:00Z\",\"text\":\"" + TEXT + "\"}";

    @TempDir
    Path folder;

    @Test
    void jsonHasTheClaimsWithTheirWords() throws IOException {
        CommandRun run = CommandRun.of("extract", "--json", file("a.jsonl", GOOD));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.lines().get(0));
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "source", "url", "language", "publishedAt", "title", "conflict", "claims", "imprint");
        JsonNode claim = report.path("claims").path(0);
        assertThat(claim.path("measure").asText()).isEqualTo("KILLED");
        assertThat(claim.path("low").asLong()).isEqualTo(54);
        assertThat(claim.path("claimant").path("side").asText()).isEqualTo("SELF");
        assertThat(claim.path("period").path("from").asText()).isEqualTo("2020-10-02");
        int[] points = TEXT.codePoints().toArray();
        int start = claim.path("start").asInt();
        assertThat(new String(points, start, claim.path("end").asInt() - start))
                .isEqualTo(claim.path("quote").asText())
                .contains("54");
    }

    @Test
    void whatIsPrintedCanBeReadBack() throws IOException {
        Path printed = file(
                "printed.jsonl",
                CommandRun.of("extract", "--json", file("a.jsonl", GOOD))
                        .succeeded()
                        .out());
        List<Input<IncidentReport>> read = new ArrayList<>();
        new ReportReader(CommandRun.CLOCK, Conflicts.bundled()).read(printed, read::add);
        assertThat(read).singleElement().isInstanceOf(Input.Taken.class);
    }

    @Test
    void peopleSeeTheWordsMarkedAndTheClaimsNumbered() throws IOException {
        CommandRun run = CommandRun.of("extract", file("a.jsonl", GOOD));
        assertThat(run.out())
                .contains("]{1}", "  1  killed 54, combatants, Artsakh", "says ")
                .doesNotContain("\u001b[");
    }

    @Test
    void aTextFileIsReadWithItsDate() throws IOException {
        Path text = file("bulletin.txt", TEXT);
        assertThat(CommandRun.of("extract", text).status()).isEqualTo(ExitStatus.REJECTED);
        CommandRun told = CommandRun.of("extract", "--json", "--published", "2020-10-02T18:00:00Z", text);
        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("\"source\":\"bulletin.txt\"", "\"low\":54");
    }

    @Test
    void badInputIsToldAndTheRestGoesOn() throws IOException {
        Path mixed = file(
                "mixed.jsonl",
                "not json\n" + GOOD + "\n{\"source\":\"o\",\"text\":\"x\"}\n"
                        + GOOD.replace("2020-10-02T18:00:00Z", "2034-10-02T18:00:00Z") + "\n");
        CommandRun run = CommandRun.of("extract", "--json", folder.resolve("none.jsonl"), mixed);
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("none.jsonl: there is no such file"),
                        line -> assertThat(line).contains("mixed.jsonl:1: not JSON"),
                        line -> assertThat(line).contains("mixed.jsonl:3: publishedAt: missing"),
                        line -> assertThat(line).contains("mixed.jsonl:4: publishedAt", "lies in the future"));
    }

    @Test
    void unknownLanguagesAndOtherSubjectsAreTold() throws IOException {
        CommandRun run = CommandRun.of(
                "extract",
                file("tlh.jsonl", GOOD.replace("\"en\"", "\"tlh\"")),
                file("other.jsonl", GOOD.replace(TEXT, "The bakery on the corner sold 54 loaves on Friday.")));
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(run.err()).contains("tlh.jsonl:1", "other.jsonl:1");
    }

    @Test
    void anArticleWithoutClaimsIsNoError() throws IOException {
        CommandRun run = CommandRun.of(
                "extract", file("calm.jsonl", GOOD.replace(TEXT, "Talks on Nagorno-Karabakh went on in Geneva.")));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("No claims in it.");
    }

    @Test
    void wrongUsageSaysWhatIsRight() throws IOException {
        assertThat(CommandRun.of("extract").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(CommandRun.of("extract", "--jsn", file("a.jsonl", GOOD)).err())
                .contains("--json");
        assertThat(CommandRun.of("extract", "--published", "soon", "x").err()).contains("2020-10-03T15:00:00Z");
        assertThat(CommandRun.of("count", "--window", "years", "x").err()).contains("'years' is no window");
    }

    @Test
    void anUnknownConflictIsToldWithoutAStackTrace() throws IOException {
        CommandRun run = CommandRun.of("extract", "--conflict", "atlantis", file("a.jsonl", GOOD));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err())
                .contains("--conflict atlantis", "nagorno-karabakh")
                .doesNotContain("\tat ");
        assertThat(CommandRun.of("--debug", "extract", "--conflict", "atlantis", "x")
                        .err())
                .contains("\tat ");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
