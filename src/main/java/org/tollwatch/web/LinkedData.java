package org.tollwatch.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article in JSON-LD, as schema.org has it; nothing when it does not. */
final class LinkedData {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final int MOST_NODES = 2_000;

    private final JsonNode article;

    LinkedData(Document page) {
        this.article = page.select("script[type*=ld+json]").stream()
                .flatMap(script -> parsed(script).flatMap(LinkedData::article).stream())
                .findFirst()
                .orElse(JSON.createObjectNode());
    }

    /** A plain value of the article. */
    Optional<String> value(String name) {
        JsonNode value = article.path(name);
        return value.isTextual() ? Optional.of(value.asText().strip()).filter(s -> !s.isEmpty()) : Optional.empty();
    }

    private static Optional<JsonNode> parsed(Element script) {
        String text = script.data().strip();
        String bare = text.startsWith("<!--") ? text.substring(4).replace("-->", "") : text;
        try {
            return Optional.ofNullable(
                    JSON.readTree(bare.replace("//<![CDATA[", "").replace("//]]>", "")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The first article in it, nearest to the outside. */
    private static Optional<JsonNode> article(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isObject() && isArticle(node.path("@type"))) {
                return Optional.of(node);
            }
            node.forEach(open::add);
        }
        return Optional.empty();
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText("");
        return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
    }
}
