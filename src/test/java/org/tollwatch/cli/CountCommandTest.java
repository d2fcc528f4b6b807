package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.feed.DeadLetterReader;
import org.tollwatch.local.LocalCluster;
import org.tollwatch.stream.Reason;

/** The whole way, through the broker, the registry and the topology in this process. */
class CountCommandTest {

    static final List<String> ARTICLES = List.of(
            article(
                    "1",
                    "Wire",
                    "2020-10-02T18:00:00Z",
                    "Nagorno-Karabakh's defence ministry said on Friday that 54"
                            + " of its soldiers had been killed on 2 October."),
            article(
                    "2",
                    "Post",
                    "2020-10-03T18:00:00Z",
                    "Nagorno-Karabakh's defence ministry said on Saturday that 51"
                            + " of its soldiers had been killed on 3 October."),
            article(
                    "3",
                    "Gazette",
                    "2020-10-04T09:00:00Z",
                    "Azerbaijan's prosecutor general said on Sunday that 19"
                            + " civilians had been killed in Azerbaijan since 27 September. Nagorno-Karabakh was quiet."));

    @TempDir
    Path folder;

    @Test
    void theOrderOfArrivalAndRepetitionsChangeNothing() throws IOException {
        CommandRun once = count(ARTICLES, "once");
        assertThat(once.status()).isZero();
        assertThat(once.lines()).isNotEmpty();

        List<String> again = new ArrayList<>(ARTICLES);
        ARTICLES.forEach(line ->
                again.add(line.replace("\"id\":\"", "\"id\":\"copy-").replace("example.org", "mirror.example.org")));
        Collections.shuffle(again, new Random(7));
        CommandRun twice = count(again, "twice");
        assertThat(withoutAsOf(twice)).isEqualTo(withoutAsOf(once));
        assertThat(twice.err()).contains("Reports read: 6");
    }

    @Test
    void aKeptDirectoryCountsOnAndTheSameInputChangesNothing() throws IOException {
        Path kept = folder.resolve("kept");
        CommandRun first = CommandRun.of("count", "--json", "--keep", kept, file(ARTICLES.subList(0, 2), "two"));
        CommandRun all = CommandRun.of("count", "--json", "--keep", kept, file(ARTICLES, "all"));
        CommandRun again = CommandRun.of("count", "--json", "--keep", kept, file(ARTICLES, "all"));
        assertThat(first.status()).isZero();
        assertThat(all.out()).isNotEqualTo(first.out());
        assertThat(again.out()).isEqualTo(all.out());
        Path changed = file(List.of(ARTICLES.get(0).replace("54", "45")), "changed");
        CommandRun other = CommandRun.of("count", "--json", "--keep", kept, changed);
        assertThat(other.out()).isEqualTo(all.out());
        assertThat(other.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(other.err()).contains("rejected reports-", "1 duplicate id");
    }

    @Test
    void rejectedInputIsKeptWithItsReason() throws IOException {
        Path kept = folder.resolve("kept");
        CommandRun.of("count", "--json", "--keep", kept, file(List.of("not json", ARTICLES.get(0)), "mixed"));
        try (LocalCluster cluster = LocalCluster.start(kept)) {
            assertThat(new DeadLetterReader(cluster.at()).since(Instant.EPOCH))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.reason()).isEqualTo(Reason.NOT_JSON);
                        assertThat(letter.origin()).endsWith("mixed.jsonl:1");
                        assertThat(letter.detail()).contains("not JSON");
                    });
        }
    }

    @Test
    void twoDaysOfOneAccountAreAddedInASpanAndBadInputIsTold() throws IOException {
        List<String> lines = new ArrayList<>(ARTICLES);
        lines.add(1, "not json");
        lines.add(ARTICLES.get(0).replace("54", "45"));
        CommandRun run = CommandRun.of("count", "--json", "--window", "2020-10-02..2020-10-04", file(lines, "mixed"));
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(run.err())
                .contains("mixed.jsonl:2: not JSON", "mixed.jsonl:5: id: '1' was given to another text")
                .contains("Rejected: 1 duplicate id, 1 not json");
        assertThat(run.lines())
                .map(CountCommandTest::json)
                .filteredOn(t -> t.path("party").asText().equals("artsakh")
                        && t.path("status").asText().equals("COMBATANT")
                        && !t.has("place"))
                .singleElement()
                .satisfies(tally -> {
                    assertThat(tally.path("low").asLong()).isEqualTo(105);
                    assertThat(tally.path("window").path("kind").asText()).isEqualTo("span");
                    assertThat(tally.path("window").path("to").asText()).isEqualTo("2020-10-04");
                    assertThat(tally.path("claims")).hasSize(2);
                    assertThat(tally.path("claimants").path(0).path("side").asText())
                            .isEqualTo("SELF");
                });
    }

    @Test
    void peopleSeeATableAndWhatBecameOfTheInput() throws IOException {
        CommandRun run = CommandRun.of("count", "--window", "episode,day", file(ARTICLES, "people"));
        assertThat(run.out())
                .contains("Second Karabakh War (2020-09-27 to 2020-11-10)", "2020-10-02", "killed, combatants")
                .contains("Reports read: 3.", "explain")
                .doesNotContain("\u001b");
        assertThat(run.lines())
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(100));
    }

    @Test
    void aDirectoryThatCannotBeUsedIsToldWithoutAStackTrace() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file");
        CommandRun run = CommandRun.of("count", "--keep", occupied, file(ARTICLES, "x"));
        assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.err()).contains(occupied.toString()).doesNotContain("\tat ");
    }

    private CommandRun count(List<String> lines, String name) throws IOException {
        return CommandRun.of("count", "--json", "--window", "day,week,month,episode", file(lines, name));
    }

    private Path file(List<String> lines, String name) throws IOException {
        return Files.write(folder.resolve(name + ".jsonl"), lines, StandardCharsets.UTF_8);
    }

    private static List<String> withoutAsOf(CommandRun run) {
        return run.lines().stream()
                .map(line -> line.replaceAll(",\"asOf\":\"[^\"]*\"", ""))
                .toList();
    }

    static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    static String article(String id, String source, String publishedAt, String text) {
        return "{\"id\":\"%s\",\"source\":\"%s\",\"url\":\"https://example.org/%s\",\"language\":\"en\",\"publishedAt\":\"%s\",\"text\":\"%s\"}"
                .formatted(id, source, id, publishedAt, text);
    }
}
