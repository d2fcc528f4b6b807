package org.tollwatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are: nothing throws, and time is bounded. */
class WebTroubleTest {

    private static final URI BASE = URI.create("https://post.example/feeds/all.xml");

    /** Far above what is needed, for a machine that has other things to do. */
    private static final Duration BOUND = Duration.ofSeconds(120);

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!DOCTYPE x [",
            "<item>",
            "</item>",
            "<title>",
            "&#x110000;",
            "&#55296;",
            "&#;",
            "\0",
            "<a b=\"",
            "<rss xmlns:a=\"b\">",
            "<guid>",
            "<pubDate>99999999999",
            "{\"items\":[{",
            "%zz",
            "\ud800");

    @Test
    void damagedFeedsAndPagesAreRead() {
        List<Corpus> all = Stream.concat(Corpus.read("/web/feeds.txt").stream(), Corpus.read("/web/pages.txt").stream())
                .toList();
        Random random = new Random(20201003);
        assertTimeoutPreemptively(BOUND, () -> {
            for (int round = 0; round < 8; round++) {
                for (Corpus one : all) {
                    byte[] body = damaged(one.body(), random);
                    assertThat(FeedDocument.read(body, one.type(), BASE)).isNotNull();
                    assertThat(PageText.read(body, one.type(), BASE)).isNotNull();
                    assertThat(Robots.read(body).allows("any", "/")).isIn(true, false);
                }
            }
        });
    }

    /** Cut, flipped, doubled, or with something in it that has no business there; up to four times. */
    private static byte[] damaged(byte[] body, Random random) {
        byte[] out = body;
        for (int i = random.nextInt(4); i >= 0 && out.length > 2; i--) {
            int at = random.nextInt(out.length);
            int to = at + random.nextInt(out.length - at);
            out = switch (random.nextInt(5)) {
                case 0 -> joined(out, 0, at, new byte[0], out.length, out.length);
                case 1 -> joined(out, 0, at, new byte[0], to, out.length);
                case 2 -> joined(out, 0, to, new byte[0], at, out.length);
                case 3 -> joined(out, 0, at, new byte[] {(byte) random.nextInt(256)}, at + 1, out.length);
                default -> joined(out, 0, at, piece(random), at, out.length);
            };
        }
        return out;
    }

    private static byte[] piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()))
                .repeat(1 + random.nextInt(5))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] body, int a, int b, byte[] between, int c, int d) {
        byte[] out = new byte[b - a + between.length + d - c];
        System.arraycopy(body, a, out, 0, b - a);
        System.arraycopy(between, 0, out, b - a, between.length);
        System.arraycopy(body, c, out, b - a + between.length, d - c);
        return out;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<!--",
                "<![CDATA[",
                "<a ",
                "&",
                "<item>",
                "<item><title>",
                "<a b=\"",
                "<a b='x' ",
                "<!DOCTYPE [",
                "]]>",
                "<div>",
                "<table>",
                "<p><b>",
                "<a x=1 y=2 ",
                "[",
                "{\"items\":[",
                "<entry xml:base='a/'>",
                "<item><guid>x</guid></item>",
                "<p>words of no article at all</p>",
                "<article>",
                "<h1>x"
            })
    void theSameOverAndOver(String piece) {
        byte[] body = piece.repeat(50_000 / piece.length()).getBytes(StandardCharsets.UTF_8);
        byte[] inside = ("<rss><channel><item><title>" + piece.repeat(50_000 / piece.length()))
                .getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(BOUND, () -> {
            assertThat(FeedDocument.read(body, Optional.empty(), BASE)).isNotNull();
            assertThat(FeedDocument.read(inside, Optional.empty(), BASE)).isNotNull();
            assertThat(PageText.read(body, Optional.empty(), BASE)).isNotNull();
        });
    }

    @Test
    void bytesWithoutSense() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] body = new byte[random.nextInt(2_000)];
            random.nextBytes(body);
            assertThat(FeedDocument.read(body, Optional.of("x; charset=" + i), BASE))
                    .isInstanceOf(FeedReading.class);
            assertThat(PageText.read(body, Optional.of(";;charset"), BASE)).isInstanceOf(PageReading.class);
        }
    }

    @Test
    void datesWithoutSense() {
        Random random = new Random(9);
        String letters = "0123456789:-/., +TZaepmtGMTСб月";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder date = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                date.append(letters.charAt(random.nextInt(letters.length())));
            }
            Moment moment = WebDates.read(date.toString());
            assertThat(moment.at().isPresent() || moment.flaw().isPresent()).isTrue();
        }
    }
}
