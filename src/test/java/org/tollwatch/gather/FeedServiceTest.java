package org.tollwatch.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tollwatch.gather.FeedWorld.item;
import static org.tollwatch.gather.FeedWorld.page;
import static org.tollwatch.gather.FeedWorld.rss;
import static org.tollwatch.gather.WildServer.body;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tollwatch.report.IncidentReport;

/** Feeds from a wild web on a real broker. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedServiceTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DAY = "Sat, 17 Oct 2020 10:45:00 GMT";
    private static final String GANJA =
            "At least %d civilians were killed in Ganja, Azerbaijan's prosecutor general said.";

    @TempDir
    static Path directory;

    private FeedWorld world;

    @BeforeAll
    void start() throws Exception {
        world = new FeedWorld(directory);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void whatIsNewIsPublishedOnceAlsoAfterARestart() throws Exception {
        world.web.at("/once.xml", WildServer.tagged(rss(item("g1", "Ganja", GANJA.formatted(13), DAY, "")), "\"1\""));
        try (FeedService feeds = world.gather(feed("once", "/once.xml"))) {
            await().atMost(SOON).until(() -> of("once").size() == 1);
            await().atMost(SOON).until(() -> world.web.times("/once.xml") >= 3);
            FeedHealth health = feeds.health().get(0);
            assertThat(health.state()).isEqualTo(FeedHealth.State.HEARD);
            assertThat(health.lastNewItem()).isPresent();
            assertThat(health.items()).isEqualTo(1);
        }
        long before = world.web.times("/once.xml");
        world.web.at(
                "/once.xml",
                body(rss(
                        item(
                                "g2",
                                "Stepanakert",
                                "The Artsakh defence ministry said 54 of its soldiers were killed.",
                                DAY,
                                ""),
                        item("g1", "Ganja", GANJA.formatted(13), DAY, ""))));
        try (FeedService feeds = world.gather(feed("once", "/once.xml"))) {
            assertThat(feeds.health().get(0).lastSuccess())
                    .as("kept over the restart")
                    .isPresent();
            await().atMost(SOON).until(() -> of("once").size() == 2);
            await().atMost(SOON).until(() -> world.web.times("/once.xml") >= before + 3);
        }
        assertThat(of("once")).hasSize(2).allSatisfy(report -> {
            assertThat(report.getRevision()).isEqualTo(1);
            assertThat(report.getFirstSeenAt()).isNotNull();
            assertThat(report.getRevisedAt()).isNull();
            assertThat(report.getPublishedAt()).isEqualTo("2020-10-17T10:45:00Z");
        });
    }

    @Test
    void aChangedArticleIsANewVersionOfItsReport() throws Exception {
        world.web.at("/edit.xml", body(rss(item("g1", "Ganja", GANJA.formatted(13), DAY, ""))));
        try (FeedService feeds = world.gather(feed("edit", "/edit.xml"))) {
            await().atMost(SOON).until(() -> of("edit").size() == 1);
            world.web.at("/edit.xml", body(rss(item("g1", "Ganja", GANJA.formatted(15), DAY, ""))));
            await().atMost(SOON).until(() -> of("edit").size() == 2);
            assertThat(feeds.health().get(0).items()).isEqualTo(1);
        }
        List<IncidentReport> versions = of("edit");
        assertThat(versions.get(1).getId()).isEqualTo(versions.get(0).getId());
        assertThat(versions).extracting(IncidentReport::getRevision).containsExactly(1, 2);
        assertThat(versions.get(1).getFirstSeenAt()).isEqualTo(versions.get(0).getFirstSeenAt());
        assertThat(versions.get(1).getRevisedAt())
                .isAfterOrEqualTo(versions.get(1).getFirstSeenAt());
        String id = versions.get(0).getId();
        await().atMost(SOON)
                .until(() -> world.service
                        .reports()
                        .header(id)
                        .filter(h -> h.getRevision() == 2)
                        .isPresent());
    }

    @Test
    void aDateThatIsNotUnderstoodIsNeverNowAndIsToldOnce() throws Exception {
        world.web.at(
                "/dates.xml",
                body(rss(
                        item("bad", "Ganja", GANJA.formatted(21), "the day before yesterday", ""),
                        item("none", "Ganja", GANJA.formatted(22), "", ""))));
        try (FeedService feeds = world.gather(feed("dates", "/dates.xml"))) {
            await().atMost(SOON).until(() -> world.web.times("/dates.xml") >= 4);
            assertThat(feeds.health().get(0).items()).isEqualTo(2);
        }
        assertThat(of("dates")).isEmpty();
        assertThat(world.rejected())
                .filteredOn(told -> told.startsWith("bad_date"))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).contains("\"source\":", "\"text\":"))
                .anySatisfy(told -> assertThat(told).contains("the day before yesterday"));
    }

    @Test
    void thePageIsFetchedWhereTheFeedHasASummaryUnlessRobotsTxtAsksNotTo() throws Exception {
        String full =
                GANJA.formatted(13) + " The attack came at night, and rescuers were still digging in the morning.";
        world.web
                .at(
                        "/pages.xml",
                        exchange -> body(rss(
                                        item("a", "Ganja", "Many dead.", DAY, world.web.url("/open/a.html")),
                                        item(
                                                "b",
                                                "Ganja again",
                                                GANJA.formatted(31),
                                                DAY,
                                                world.web.url("/shut/b.html"))))
                                .answer(exchange))
                .at("/robots.txt", body("User-agent: tollwatch\nDisallow: /shut/\n"))
                .at("/open/a.html", body(page("Ganja", full), "Content-Type", "text/html; charset=utf-8"))
                .at("/shut/b.html", body(page("Ganja", full)));
        try (FeedService feeds = world.gather(feed("pages", "/pages.xml"))) {
            await().atMost(SOON).until(() -> of("pages").size() == 2);
            assertThat(feeds.health().get(0).failures()).isZero();
        }
        assertThat(world.web.times("/shut/b.html")).isZero();
        assertThat(world.web.times("/robots.txt")).isEqualTo(1);
        assertThat(of("pages"))
                .anySatisfy(report -> assertThat(report.getText()).contains("rescuers were still digging"))
                .anySatisfy(report -> assertThat(report.getText()).contains("At least 31"));
    }

    @Test
    void aBadFeedIsToldAndDelaysNoOther() throws Exception {
        world.web
                .at("/good.xml", body(rss(item("g", "Ganja", GANJA.formatted(41), DAY, ""))))
                .at("/drip.xml", WildServer.dripping())
                .at("/page.xml", body("<html><body>Welcome</body></html>", "Content-Type", "text/html"));
        StringBuilder yaml = new StringBuilder("pause: 0s\nevery: 500ms\nfeeds:\n");
        for (int i = 0; i < 40; i++) {
            yaml.append(line("drip-" + i, world.web.url("127.0.1." + (i + 1), "/drip.xml")));
        }
        yaml.append(line("not", world.web.url("127.0.2.1", "/page.xml")));
        yaml.append(line("good", world.web.url("127.0.2.2", "/good.xml")));
        long before = System.nanoTime();
        try (FeedService feeds = world.gather(yaml.toString())) {
            await().atMost(SOON).until(() -> of("good").size() == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
            await().atMost(SOON)
                    .until(() -> feeds.health().stream()
                                    .filter(h -> h.trouble()
                                            .filter(t -> t == Trouble.TIMEOUT)
                                            .isPresent())
                                    .count()
                            == 40);
            assertThat(feeds.health().get(0).state()).isEqualTo(FeedHealth.State.NEVER_SEEN);
            assertThat(feeds.health().get(40).trouble()).contains(Trouble.NOT_A_FEED);
            assertThat(feeds.health().get(40).errors()).containsKey(Trouble.NOT_A_FEED);
        }
    }

    private List<IncidentReport> of(String feed) {
        return world.reports().stream()
                .filter(report -> report.getId().startsWith(feed + "-"))
                .toList();
    }

    private String feed(String name, String path) {
        return "pause: 0s\nevery: 200ms\nfeeds:\n" + line(name, world.web.url(path));
    }

    private static String line(String name, String url) {
        return "  " + name + ": {url: '" + url + "', source: Wild " + name + ", allow-private: true, patience: 3s}\n";
    }
}
