package org.tollwatch.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tollwatch.fuzz.Fuzz;

/** Feeds, pages and robots.txt that nobody would serve: read as far as they go, and never given up for a mistake of ours. */
class WebFuzzTest {

    private static final URI BASE = URI.create("https://example.org/a/feed");
    private static final int LONGEST = 100_000;
    private static final List<String> WORDS = List.of(
            "<item>",
            "</item>",
            "<title>",
            "</title>",
            "<pubDate>",
            "<entry>",
            "<link href=\"",
            "<content type=\"xhtml\">",
            "<guid isPermaLink=\"true\">",
            "xml:base=\"http://[::1\"",
            "<?xml version=\"1.0\" encoding=\"utf-7\"?>",
            "&#x110000;",
            "&#55296;",
            "&nbsp",
            "<div>",
            "<p>",
            "</p>",
            "<script type=\"application/ld+json\">",
            "<time datetime=\"",
            "<meta property=\"article:published_time\" content=\"",
            "<article>",
            "<table>",
            "{\"items\":[",
            "\"date_published\":",
            "\"@graph\":[",
            "Mon, 05 Oct 2020 14:00:00 +0400",
            "2020-10-05T14:00:00Z",
            "1601892000",
            "Crawl-delay: 9e99",
            "Disallow: /*$*",
            "User-agent: *");

    private static List<byte[]> samples() {
        return Stream.concat(Corpus.read("/web/feeds.txt").stream(), Corpus.read("/web/pages.txt").stream())
                .map(Corpus::body)
                .toList();
    }

    @Test
    void feeds() throws Exception {
        Fuzz.of("feeds", samples(), WORDS, LONGEST).and(WebFuzzTest::feed).run(100, body -> {
            if (FeedDocument.read(body, type(body), BASE) instanceof FeedReading.NotAFeed not) {
                notOurs(not.reason());
            }
        });
    }

    @Test
    void pages() throws Exception {
        Fuzz.of("pages", samples(), WORDS, LONGEST).and(WebFuzzTest::page).run(80, body -> {
            if (PageText.read(body, type(body), BASE) instanceof PageReading.NoArticle none) {
                notOurs(none.reason());
            }
        });
    }

    @Test
    void robots() throws Exception {
        List<String> files = List.of(
                "User-agent: *\nDisallow: /private/*.html$\nAllow: /\nCrawl-delay: 3\n\nUser-agent: tollwatch\nDisallow:\n",
                "Sitemap: x\nUser-Agent: a\nUser-agent: b\nDisallow: /%7Ea*b*c\n# no\n");
        Fuzz.ofTexts("robots.txt", files, WORDS, 20_000).run(300, body -> {
            Robots robots = Robots.read(body);
            robots.allows(
                    "tollwatch", "/private/" + new String(body, 0, Math.min(60, body.length), StandardCharsets.UTF_8));
            robots.crawlDelay("tollwatch");
        });
    }

    @Test
    void dates() throws Exception {
        List<String> dates = List.of(
                "Mon, 05 Oct 2020 14:00:00 +0400",
                "2020-10-05T14:00:00.123456789+04:00",
                "5 октября 2020 г., 14:00 МСК",
                "5 ตุลาคม 2563 14:00 น.",
                "٥ أكتوبر ٢٠٢٠",
                "1601892000",
                "20201005T140000Z",
                "2020-W41-1",
                "yesterday at noon");
        Fuzz.ofTexts("dates", dates, List.of(" ", ":", "/", "AM", "GMT+4", "(MSK)", "T24:00", "Oct", "th"), 2_000)
                .run(800, body -> WebDates.read(new String(body, StandardCharsets.UTF_8)));
    }

    /** What a reader catches itself is still a mistake of the reader's. */
    private static void notOurs(String reason) {
        if (reason.startsWith("it cannot be read: ")) {
            throw new AssertionError(reason);
        }
    }

    private static Optional<String> type(byte[] body) {
        String[] types = {
            "text/xml", "text/html; charset=windows-1251", "application/json; charset=\"utf-16\"", ";charset"
        };
        return body.length % 5 == 4 ? Optional.empty() : Optional.of(types[body.length % 5]);
    }

    private static String feed(Random random) {
        StringBuilder feed = new StringBuilder(
                random.nextBoolean() ? "<rss><channel>" : "<feed xmlns='http://www.w3.org/2005/Atom'>");
        for (int items = random.nextInt(6); items >= 0; items--) {
            feed.append(random.nextBoolean() ? "<item>" : "<entry>");
            for (int fields = random.nextInt(6); fields >= 0; fields--) {
                String[] names = {
                    "title", "link", "guid", "id", "pubDate", "updated", "description", "content:encoded", "dc:date"
                };
                String name = names[random.nextInt(names.length)];
                feed.append('<')
                        .append(name)
                        .append(random.nextInt(4) == 0 ? " href='//x y/%' type='html'" : "")
                        .append('>');
                feed.append(any(random)).append(random.nextInt(8) == 0 ? "" : "</" + name + ">");
            }
            feed.append(random.nextInt(8) == 0 ? "" : random.nextBoolean() ? "</item>" : "</entry>");
        }
        return feed.toString();
    }

    private static String page(Random random) {
        String[] tags = {
            "p", "div", "h1", "article", "time", "a", "li", "td", "script", "template", "svg", "noscript", "select"
        };
        StringBuilder page =
                new StringBuilder("<html lang='").append(any(random)).append("'><body>");
        for (int i = random.nextInt(60); i >= 0; i--) {
            String tag = tags[random.nextInt(tags.length)];
            page.append('<')
                    .append(tag)
                    .append(random.nextInt(5) == 0 ? " datetime='" + any(random) + "' class='body'" : "");
            page.append('>').append(any(random)).append(random.nextInt(3) == 0 ? "" : "</" + tag + ">");
        }
        return page.toString();
    }

    private static String any(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "At least 21 people were killed in Ganja on Sunday, officials said, and 70 were wounded. ";
            case 1 -> "";
            case 2 -> WORDS.get(random.nextInt(WORDS.size()));
            case 3 -> "&lt;p&gt;" + random.nextInt() + "&amp;#" + random.nextInt(70_000) + ";";
            default -> Character.toString(random.nextInt(Character.MAX_CODE_POINT));
        };
    }
}
