package org.tollwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {

    private static final URI BASE = URI.create("https://post.example/feeds/all.xml");
    private static final String SENTENCE = "Two people were hurt when the old bridge was hit on Saturday. ";

    @Test
    void contentOfSomeLengthIsTheWholeArticle() {
        assertThat(whole("<content:encoded><![CDATA[<p>" + SENTENCE.repeat(8) + "</p>]]></content:encoded>"))
                .isTrue();
        assertThat(whole("<content:encoded>" + SENTENCE + "</content:encoded>")).isFalse();
        assertThat(whole("<description>" + SENTENCE.repeat(8) + "</description>"))
                .isFalse();
        assertThat(whole("<description>" + SENTENCE.repeat(40) + "</description>"))
                .isTrue();
    }

    @Test
    void contentThatBreaksOffOrSendsOneOnIsNotWhole() {
        for (String end :
                new String[] {"and then …", "[...]", "Read more", "Читать далее", "Xem thêm", "اقرأ المزيد", "อ่านต่อ"
                }) {
            String content = "<content:encoded>" + SENTENCE.repeat(8) + end + "</content:encoded>";
            assertThat(whole(content)).as(end).isFalse();
        }
    }

    @Test
    void theLastEntryOfWhatIsCutOffIsNotWhole() {
        String cut = "<rss><channel><item><guid>1</guid><content:encoded>&lt;p>" + SENTENCE.repeat(9) + "&lt;/p> <b>x";
        assertThat(feed(cut).entries().get(0).whole()).isFalse();
    }

    @Test
    void charactersThatXmlForbidsAreLeftOut() {
        FeedReading.Feed feed =
                feed("<rss><channel><item><title>Br\u0000idge\u0008 hi\u001ft</title></item></channel></rss>");
        assertThat(feed.entries().get(0).title()).contains("Bridge hit");
        assertThat(feed.flaws()).containsExactly("characters that XML forbids, left out: 3");
    }

    @Test
    void aThousandItemsWithoutAnEndAreAThousandItems() {
        StringBuilder text = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 1_000; i++) {
            text.append("<item><title>T").append(i).append("<link>/").append(i).append("<description>D");
        }
        assertThat(feed(text + "</channel></rss>").entries()).hasSize(1_000).allSatisfy(entry -> {
            assertThat(entry.title()).isPresent();
            assertThat(entry.link()).isPresent();
        });
    }

    @Test
    void aWrongByteInUtf8SpoilsNoMore() {
        byte[] body = "<rss><channel><item><title>Мост разрушен, двое ранены</title></item></channel></rss>"
                .getBytes(StandardCharsets.UTF_8);
        body[30] = (byte) 0xff;
        FeedReading.Feed feed = (FeedReading.Feed) FeedDocument.read(body, Optional.empty(), BASE);
        assertThat(feed.entries().get(0).title().orElseThrow()).endsWith("разрушен, двое ранены");
        assertThat(feed.flaws()).isNotEmpty();
    }

    private static boolean whole(String parts) {
        return feed("<rss><channel><item><title>T</title>" + parts + "</item></channel></rss>")
                .entries()
                .get(0)
                .whole();
    }

    private static FeedReading.Feed feed(String text) {
        return (FeedReading.Feed) FeedDocument.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), BASE);
    }
}
