package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tollwatch.web.Entry;

class IdentityTest {

    @Test
    void aNumberBehindTheLinkCountsVersionsOfOneArticle() {
        assertThat(Identity.plain(entry("https://a.example/1#0", "https://a.example/1")))
                .isEqualTo(Identity.plain(entry("https://a.example/1#1", "https://a.example/1")))
                .isEqualTo("https://a.example/1");
        // A place in a page that stays is another item.
        assertThat(Identity.plain(entry("https://a.example/live#post-7", "https://a.example/live")))
                .isEqualTo("https://a.example/live#post-7");
        assertThat(Identity.plain(entry("https://a.example/live#7", "https://a.example/other")))
                .isEqualTo("https://a.example/live#7");
    }

    @Test
    void marksOfAdvertisementsMakeNoOtherItem() {
        assertThat(Identity.plain(entry("https://a.example/1?utm_source=rss&utm_medium=feed", "https://a.example/1")))
                .isEqualTo("https://a.example/1");
        assertThat(Identity.plain(entry("https://a.example/?id=1&utm_source=rss", "https://a.example/1")))
                .isEqualTo("https://a.example/?id=1");
        assertThat(Identity.plain(entry("tag:a.example,2020:1?utm_source=x", "https://a.example/1")))
                .isEqualTo("tag:a.example,2020:1?utm_source=x");
    }

    @Test
    void twoItemsOfOneFeedAreNeverOne() {
        List<String> marks = Identity.marks(List.of(
                entry("https://a.example/live#1", "https://a.example/live"),
                entry("https://a.example/live#2", "https://a.example/live"),
                entry("https://a.example/3#1", "https://a.example/3")));
        assertThat(marks).doesNotHaveDuplicates();
        assertThat(marks.get(2)).isEqualTo(Hash.of("https://a.example/3"));
    }

    private static Entry entry(String id, String link) {
        return new Entry(
                id,
                Optional.of(URI.create(link)),
                Optional.of("Title"),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
