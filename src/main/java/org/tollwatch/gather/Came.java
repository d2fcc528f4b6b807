package org.tollwatch.gather;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.stream.DeadLetter;

/**
 * How something came, for the topic of what was rejected.
 *
 * @param original its bytes; of what was read from the web, the article in them as JSON
 * @param besides what must be known to read it again, by header
 */
record Came(byte[] original, Map<String, String> besides) {

    /** From the folder or topic of a feed. */
    static Came from(Feed feed, byte[] original) {
        Map<String, String> besides = feedOf(feed);
        feed.language().ifPresent(language -> besides.put(DeadLetter.LANGUAGE, language));
        return new Came(original, besides);
    }

    /** From the web: pages and feeds are mostly other things than the article. */
    static Came from(Feed feed, String id, Content content, Stamp stamp) {
        Map<String, String> besides = feedOf(feed);
        content.language().ifPresent(tag -> besides.put(DeadLetter.TAG, tag));
        besides.put(DeadLetter.REVISION, Integer.toString(stamp.revision()));
        stamp.revisedAt().ifPresent(at -> besides.put(DeadLetter.REVISED_AT, at.toString()));
        besides.put(DeadLetter.FIRST_SEEN_AT, stamp.firstSeenAt().toString());
        return new Came(article(feed, id, content), besides);
    }

    private static Map<String, String> feedOf(Feed feed) {
        Map<String, String> besides = new HashMap<>(Map.of(DeadLetter.FEED, feed.name()));
        feed.conflict().ifPresent(conflict -> besides.put(DeadLetter.CONFLICT, conflict));
        return besides;
    }

    private static byte[] article(Feed feed, String id, Content content) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("source", feed.source());
        content.url().ifPresent(url -> json.put("url", url.toString()));
        feed.language().ifPresent(language -> json.put("language", language));
        content.publishedAt().ifPresent(at -> json.put("publishedAt", at.toString()));
        Optional.of(content.title()).filter(title -> !title.isBlank()).ifPresent(title -> json.put("title", title));
        json.put("text", content.text());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
