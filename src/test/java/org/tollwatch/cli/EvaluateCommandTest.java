package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void set() throws IOException {
        file(
                "articles.jsonl",
                "{\"id\":\"a\",\"language\":\"en\",\"publishedAt\":\"2020-10-05T12:00:00Z\",\"text\":\"Armenia said 21"
                        + " soldiers were killed.\"}\n{\"id\":\"b\",\"language\":\"en\",\"aside\":true,\"publishedAt\":"
                        + "\"2020-10-05T12:00:00Z\",\"text\":\"Armenia is a country.\"}");
        gold("");
    }

    @Test
    void peopleSeeALineALanguageAndTheMisses() {
        CommandRun run = CommandRun.of("evaluate", "--misses", folder.resolve("gold.jsonl"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("precision", "recall", "0.50 0.09–0.91", "missed: wounded 5", "“country”")
                .contains("party: azerbaijan, but read armenia");
    }

    @Test
    void machinesGetALineALanguageAndOneForAll() throws IOException {
        CommandRun run = CommandRun.of("evaluate", "--json", "--misses", folder);
        assertThat(run.lines()).hasSize(4);
        ObjectMapper json = new ObjectMapper();
        JsonNode english = json.readTree(run.lines().get(0));
        assertThat(english.path("language").asText()).isEqualTo("en");
        assertThat(english.path("recall").path("share").asDouble()).isEqualTo(0.5);
        assertThat(english.path("slots").path("party").path("wrong").asInt()).isEqualTo(1);
        assertThat(json.readTree(run.lines().get(1)).path("language").asText()).isEqualTo("all");
        assertThat(json.readTree(run.lines().get(3)).path("expected").asText()).isNotEmpty();
    }

    @Test
    void textsSetAsideCanBeLeftOut() {
        assertThat(CommandRun.of("evaluate", "--aside", "without", folder)
                        .succeeded()
                        .out())
                .contains("1.00");
        assertThat(CommandRun.of("evaluate", "--aside", "only", folder)
                        .succeeded()
                        .out())
                .contains("0.00");
        assertThat(CommandRun.of("evaluate", "--language", "th", folder).status())
                .isEqualTo(ExitStatus.FAILED);
        assertThat(CommandRun.of("evaluate", "--conflict", "atlantis", folder).err())
                .contains("Known are: ", "nagorno-karabakh");
    }

    @Test
    void badLinesAreToldAndTheRestIsMeasured() throws IOException {
        gold("\n{\"file\":\"a\",\"measure\":\"KILLED\"}");
        CommandRun run = CommandRun.of("evaluate", folder);
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED);
        assertThat(run.err()).contains("gold.jsonl:3:", "'low' is missing. Add it, such as \"low\": 54");
        assertThat(run.out()).contains("0.50");
    }

    private void gold(String more) throws IOException {
        file(
                "gold.jsonl",
                "{\"file\":\"a\",\"measure\":\"KILLED\",\"low\":21,\"quote\":\"21 soldiers\",\"party\":\"azerbaijan\"}\n"
                        + "{\"file\":\"b\",\"measure\":\"WOUNDED\",\"low\":5,\"high\":5,\"quote\":\"country\"}" + more);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
