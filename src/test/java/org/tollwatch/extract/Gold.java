package org.tollwatch.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads annotated claims and the articles they belong to. */
final class Gold {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An article with the claims a person reads from it. */
    record Text(Article article, List<JsonNode> claims) {}

    private Gold() {}

    static List<JsonNode> lines(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> parse(String text) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.isBlank() && !line.startsWith("//")) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }

    /** A development set among the test's resources: one text a line with its claims. */
    static List<Text> resource(String name) {
        try (InputStream in = Gold.class.getResourceAsStream("/extract/" + name)) {
            List<Text> texts = new ArrayList<>();
            for (JsonNode node : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                List<JsonNode> claims = new ArrayList<>();
                node.get("claims").forEach(claims::add);
                texts.add(new Text(
                        article(
                                "t" + texts.size(),
                                node.get("lang").asText(),
                                node.get("at").asText(),
                                node.get("text").asText()),
                        claims));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Article article(String id, String language, String at, String text) {
        return new Article(id, "Daily", null, language, Instant.parse(at), "Nagorno-Karabakh (นากอร์โน-คาราบัค)", text);
    }
}
