package org.tollwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {

    static final URI BASE = URI.create("https://post.example/feeds/all.xml");

    @Test
    void readsRssThatSaysNothingOfItself() {
        FeedReading.Feed feed =
                feed("<rss><channel><title>The Post</title><item><title>Bridge&nbsp;hit & closed</title>"
                        + "<link>/news/1?a=1&copy=2</link><pubDate>Sat, 03 Oct 2020 15:00:00 GMT</pubDate>"
                        + "<description>&lt;p&gt;Two people were hurt.&lt;/p&gt;</description></item></channel></rss>");
        assertThat(feed.title()).contains("The Post");
        Entry entry = feed.entries().get(0);
        assertThat(entry.title()).contains("Bridge hit & closed");
        assertThat(entry.link()).contains(URI.create("https://post.example/news/1?a=1&copy=2"));
        assertThat(entry.publishedAt()).contains(Instant.parse("2020-10-03T15:00:00Z"));
        assertThat(entry.text()).contains("Two people were hurt.");
        assertThat(entry.whole()).isFalse();
    }

    static FeedReading.Feed feed(String text) {
        return (FeedReading.Feed) FeedDocument.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), BASE);
    }
}
