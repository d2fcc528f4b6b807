package org.tollwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reports that come with Tollwatch are sound articles of invented outlets, in the languages the demo promises. */
class SamplesTest {

    @Test
    void everySampleIsACompleteArticle() throws IOException {
        List<JsonNode> samples = samples();

        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.fieldNames())
                    .toIterable()
                    .containsExactly("id", "source", "url", "language", "publishedAt", "title", "text");
            assertThat(sample.path("url").asText()).startsWith("https://example.org/");
            assertThat(Instant.parse(sample.path("publishedAt").asText()))
                    .isBetween(Instant.parse("2020-09-27T00:00:00Z"), Instant.parse("2024-01-01T00:00:00Z"));
        });
        assertThat(samples).extracting(s -> s.path("id").asText()).doesNotHaveDuplicates();
        assertThat(samples).extracting(s -> s.path("language").asText()).contains("en", "th", "vi");
    }

    private static List<JsonNode> samples() throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/samples"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    samples.add(new ObjectMapper().readTree(line));
                }
            }
        }
        return samples;
    }
}
