package org.tollwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RobotsTest {

    @Test
    void theLongestRuleCountsAndOfTwoThatWhichAllows() {
        Robots robots = robots("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /p\nDisallow: /p");
        assertThat(robots.allows("any", "/a")).isFalse();
        assertThat(robots.allows("any", "/a/b")).isTrue();
        assertThat(robots.allows("any", "/a/b/c/d")).isFalse();
        assertThat(robots.allows("any", "/p")).isTrue();
        assertThat(robots.allows("any", "/other")).isTrue();
    }

    @Test
    void starsAndEnds() {
        Robots robots = robots("user-agent: *\ndisallow: /*.pdf$\ndisallow: /x*y\ndisallow: /end$");
        assertThat(robots.allows("any", "/doc/1.pdf")).isFalse();
        assertThat(robots.allows("any", "/doc/1.pdf?a=1")).isTrue();
        assertThat(robots.allows("any", "/x/1/y/2")).isFalse();
        assertThat(robots.allows("any", "/x/1")).isTrue();
        assertThat(robots.allows("any", "/end")).isFalse();
        assertThat(robots.allows("any", "/ending")).isTrue();
    }

    @Test
    void theGroupOfTheAgentHidesThatOfAll() {
        Robots robots =
                robots("User-Agent: *\nDisallow: /\n\nUser-agent: one\nUser-agent: Tollwatch\nDisallow: /private\n"
                        + "Crawl-delay: 2.5\n\nUser-agent: tollwatch\nDisallow: /also\n");
        assertThat(robots.allows("tollwatch", "/news")).isTrue();
        assertThat(robots.allows("TOLLWATCH", "/private/1")).isFalse();
        assertThat(robots.allows("tollwatch", "/also")).isFalse();
        assertThat(robots.allows("other", "/news")).isFalse();
        assertThat(robots.crawlDelay("tollwatch")).contains(Duration.ofMillis(2500));
        assertThat(robots.crawlDelay("other")).isEmpty();
    }

    @Test
    void whatIsNoRuleIsPassedOver() {
        assertThat(robots("").allows("any", "/")).isTrue();
        assertThat(robots("<html>not found</html>").allows("any", "/")).isTrue();
        assertThat(robots("Disallow: /\n").allows("any", "/")).isTrue();
        assertThat(robots("User-agent: *\nDisallow:\n").allows("any", "/")).isTrue();
        assertThat(robots("\ufeffUser-agent : * # all\r\nDisallow : /a # here\r\nSitemap: x\r\nDisallow: /b\r\n")
                        .allows("any", "/b"))
                .isFalse();
        assertThat(robots("User-agent: *\nDisallow: /\n").allows("any", "/robots.txt"))
                .isTrue();
        assertThat(robots("User-agent: *\nCrawl-delay: soon\n").crawlDelay("any"))
                .isEmpty();
    }

    @Test
    void bothSidesAreWrittenAlike() {
        Robots robots = robots("User-agent: *\nDisallow: /мост\nDisallow: /a%7eb\nDisallow: /c%2fd");
        assertThat(robots.allows("any", "/%D0%BC%D0%BE%D1%81%D1%82/1")).isFalse();
        assertThat(robots.allows("any", "/a~b")).isFalse();
        assertThat(robots.allows("any", "/c%2Fd")).isFalse();
        assertThat(robots.allows("any", "/c/d")).isTrue();
    }

    @Test
    void manyStarsTakeNoTime() {
        Robots robots = robots("User-agent: *\nDisallow: /" + "a*".repeat(2_000) + "b$");
        assertThat(robots.allows("any", "/" + "a".repeat(4_000))).isTrue();
    }

    private static Robots robots(String text) {
        return Robots.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
