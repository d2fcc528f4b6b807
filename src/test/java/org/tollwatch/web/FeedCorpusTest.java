package org.tollwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds of all kinds and ills, most of them as feedparser reads them. */
class FeedCorpusTest {

    static final URI BASE = URI.create("https://post.example/feeds/all.xml");

    static List<Corpus> feeds() {
        return Corpus.read("/web/feeds.txt");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void readsWhatCanBeRead(Corpus feed) {
        String shown = Shown.of(FeedDocument.read(feed.body(), feed.type(), BASE));
        assertThat(trimmed(shown)).isEqualTo(trimmed(feed.expected()));
        assertThat(feed.name()).isEqualTo(feed.name().toLowerCase(Locale.ROOT));
    }

    /** Lines end in a field that may be empty. */
    private static String trimmed(String lines) {
        return lines.lines().map(String::stripTrailing).reduce("", (a, b) -> a + "\n" + b);
    }
}
