package org.tollwatch.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON Feed 1.0 and 1.1, whose items are told by their list. */
final class JsonFeed {

    private JsonFeed() {}

    static FeedReading read(String text, URI base, List<String> flaws) {
        LooseJson json = LooseJson.of(text, "items");
        if (json.list().isEmpty()) {
            return new FeedReading.NotAFeed(json.flaw()
                    .map(flaw -> "it is not JSON: " + flaw)
                    .orElse("it is JSON, but has no list of 'items' as JSON Feed has"));
        }
        json.flaw().ifPresent(flaw -> flaws.add("it is not JSON to its end: " + flaw));
        Optional<String> language = string(json.head(), "language").flatMap(Languages::tag);
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : json.list().get()) {
            if (entries.size() == Entries.MOST) {
                flaws.add("only the first " + Entries.MOST + " items were read");
                break;
            }
            if (item.isObject()) {
                entries.add(entry(item, base, language));
            } else {
                flaws.add("an item that is no object was left out");
            }
        }
        Optional<String> title = string(json.head(), "title").map(Lines::one);
        return new FeedReading.Feed(title, language, Entries.tidy(entries, false, flaws), flaws);
    }

    private static Entry entry(JsonNode item, URI base, Optional<String> feedLanguage) {
        List<String> flaws = new ArrayList<>();
        Optional<String> title = string(item, "title").map(PlainText::ofText).map(Lines::one);
        Words words = Words.of(content(item), string(item, "summary").map(PlainText::ofText));
        Optional<URI> link = string(item, "url")
                .or(() -> string(item, "external_url"))
                .or(() -> string(item, "id").filter(id -> id.startsWith("http")))
                .flatMap(l -> WebLinks.resolve(base, l));
        String id = string(item, "id")
                .or(() -> link.map(URI::toString))
                .orElseGet(() -> EntryId.of(title, words.text(), item.size() == 0 ? "" : item.toString()));
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

    private static Optional<String> content(JsonNode item) {
        return string(item, "content_html")
                .map(PlainText::ofHtml)
                .or(() -> string(item, "content_text").map(Lines::tidy))
                .filter(s -> !s.isEmpty());
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
        boolean plain = value.isTextual() || value.isNumber();
        return plain ? Optional.of(value.asText()).filter(s -> !s.isBlank()) : Optional.empty();
    }
}
