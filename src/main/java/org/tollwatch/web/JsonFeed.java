package org.tollwatch.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFeed() {}

    static FeedReading read(String text, URI base, List<String> flaws) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return new FeedReading.NotAFeed("it is not JSON: " + Flaws.shown(e.getOriginalMessage()));
        }
        if (!root.path("items").isArray()) {
            return new FeedReading.NotAFeed("it is JSON, but has no list of 'items' as JSON Feed has");
        }
        List<Entry> entries = new ArrayList<>();
        Optional<String> language = string(root, "language").flatMap(Languages::tag);
        root.path("items").forEach(item -> entries.add(entry(item, base, language)));
        return new FeedReading.Feed(string(root, "title").map(Lines::one), language, entries, flaws);
    }

    private static Entry entry(JsonNode item, URI base, Optional<String> feedLanguage) {
        List<String> flaws = new ArrayList<>();
        Optional<String> title = string(item, "title").map(PlainText::ofText).map(Lines::one);
        Words words = Words.of(
                string(item, "content_html")
                        .map(PlainText::ofHtml)
                        .or(() -> string(item, "content_text").map(Lines::tidy)),
                string(item, "summary").map(PlainText::ofText));
        Optional<URI> link =
                string(item, "url").or(() -> string(item, "external_url")).flatMap(l -> WebLinks.resolve(base, l));
        String id =
                string(item, "id").or(() -> link.map(URI::toString)).orElseGet(() -> EntryId.of(title, words.text()));
        return new Entry(
                id,
                link,
                title,
                words.text(),
                words.whole(),
                date(item, "date_published", flaws),
                date(item, "date_modified", flaws),
                string(item, "language").flatMap(Languages::tag).or(() -> feedLanguage),
                flaws);
    }

    private static Optional<Instant> date(JsonNode item, String name, List<String> flaws) {
        return string(item, name).flatMap(text -> {
            Moment moment = WebDates.read(text);
            moment.flaw().ifPresent(flaw -> flaws.add(name + ": " + flaw));
            return moment.at();
        });
    }

    private static Optional<String> string(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText()).filter(s -> !s.isBlank())
                : Optional.empty();
    }
}
