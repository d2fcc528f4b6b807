package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to a ledger with a total that was revised, a figure withdrawn, and a count that began anew. */
class AskingTest {

    private static final String[] EPISODE = {"--window", "2020-09-27..2020-11-11"};

    @TempDir
    static Path folder;

    private static Path kept;
    private static CommandRun counted;

    @BeforeAll
    static void count() throws URISyntaxException {
        kept = folder.resolve("kept");
        Path sample =
                Path.of(AskingTest.class.getResource("/queries/revised.jsonl").toURI());
        counted = CommandRun.of("count", "--format", "reports", "--keep", kept, sample)
                .succeeded();
    }

    @AfterAll
    static void forget() {
        counted = null;
    }

    @Test
    void countMarksWhatIsUnusualAndSaysWhat() {
        assertThat(counted.out())
                .contains("*", "Artsakh: revised from 4,327 to 4,237")
                .contains("Azerbaijan: reported 123, counted on top of 4,047: the count began anew")
                .contains("Artsakh: withdrew 54");
    }

    @Test
    void explainTellsTheNumberFirstAndThenWhatHasWhichPart() throws IOException {
        CommandRun run = ask("explain", "--party", "Artsakh", "--measure", "killed", "--status", "combatant")
                .succeeded();
        assertThat(run.lines().get(0)).startsWith("4,237").contains("killed, combatants, Artsakh");
        assertThat(run.out())
                .containsSubsequence(
                        "What is unusual", "Sets the low", "4,237, after a recount", "Set aside", "revised by");
        CommandRun json = ask("explain", "--party", "artsakh", "--measure", "KILLED", "--status", "combatant", "--json")
                .succeeded();
        JsonNode told = new ObjectMapper().readTree(json.out());
        assertThat(told.path("tally").path("best").asLong()).isEqualTo(4_237);
        assertThat(told.path("tally").path("findings")).isNotEmpty();
        assertThat(roles(told, "c2")).contains("SETS_LOW", "SETS_BEST");
        assertThat(roles(told, "c3")).containsExactly("SET_ASIDE");
        assertThat(claim(told, "c3").path("by").path(0).asText()).isEqualTo("c4");
        assertThat(roles(told, "c4")).containsExactly("NOT_COUNTED");
        assertThat(claim(told, "c2").path("url").asText()).isEqualTo("https://example.org/r2");
    }

    @Test
    void aRestartSumsWhatWasReachedAndAnUnknownNameSaysWhichThereAre() {
        CommandRun run =
                ask("explain", "--party", "azerbaijan", "--measure", "killed").succeeded();
        assertThat(run.lines().get(0)).startsWith("4,197");
        CommandRun wrong = ask("explain", "--party", "atlantis", "--measure", "killed");
        assertThat(wrong.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(wrong.err())
                .contains("party 'atlantis'", "artsakh (Artsakh)")
                .doesNotContain("--debug");
    }

    @Test
    void diffTellsWhatChangedAndBecauseOfWhat() throws IOException {
        CommandRun run = ask("diff", "--from", "2020-10-05", "--to", "2020-10-08", "--party", "artsakh", "--json")
                .succeeded();
        List<JsonNode> changes = json(run);
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.path("before").path("best").asLong()).isEqualTo(4_327);
            assertThat(change.path("after").path("best").asLong()).isEqualTo(4_291);
            assertThat(change.path("causes").path(0).path("kind").asText()).isEqualTo("REVISED");
        });
        CommandRun withdrawn = ask("diff", "--from", "2020-10-08", "--to", "2020-10-10", "--party", "artsakh")
                .succeeded();
        assertThat(withdrawn.out()).contains("4,291", "4,237", "withdrawn", "published in error");
        assertThat(ask("diff", "--from", "2020-10-08", "--to", "2020-10-08")
                        .succeeded()
                        .out())
                .contains("Nothing changed.");
    }

    @Test
    void asOfCountsOnlyWhatWasPublishedByThen() throws IOException {
        CommandRun now = run("count", "--json", "--keep", kept.toString(), "--window", "episode,day")
                .succeeded();
        CommandRun later = run(
                        "count",
                        "--json",
                        "--keep",
                        kept.toString(),
                        "--window",
                        "episode,day",
                        "--as-of",
                        "2024-01-01")
                .succeeded();
        assertThat(later.out()).isEqualTo(now.out()).isNotEmpty();
        CommandRun then = run(
                        "count", "--json", "--keep", kept.toString(), "--window", "30d,year", "--as-of", "2020-10-05")
                .succeeded();
        assertThat(json(then))
                .isNotEmpty()
                .noneMatch(t -> t.path("best").asLong() == 4_237)
                .extracting(t -> t.path("window").path("kind").asText())
                .contains("rolling", "year");
    }

    private static CommandRun ask(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--keep", kept.toString()));
        words.addAll(List.of(EPISODE));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray());
    }

    private static CommandRun run(String... words) {
        return CommandRun.of((Object[]) words);
    }

    private static JsonNode claim(JsonNode told, String id) {
        for (JsonNode claim : told.path("claims")) {
            if (claim.path("claim").asText().equals(id)) {
                return claim;
            }
        }
        throw new AssertionError("no claim " + id + " in " + told);
    }

    private static List<String> roles(JsonNode told, String id) {
        List<String> roles = new ArrayList<>();
        claim(told, id).path("roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static List<JsonNode> json(CommandRun run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.lines()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
