package org.tollwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The alerts of a desk whose own rules fire on what it reads. */
@Tag("browser")
@Timeout(300)
class AlertsPanelTest {

    private static final String RULES = """
            rules:
              heavy-day: {severity: critical, party: each, measure: KILLED, threshold: {at: 50}, origins: 1, rest: 9000d}
              high-toll: {severity: critical, party: each, measure: KILLED, window: episode, threshold: {at: 20}, origins: 1, rest: 9000d}
              gaza-grows: {party: gaza, measure: KILLED, window: episode, threshold: {at: 30}, origins: 1, rest: 9000d}
            """;

    @TempDir
    Path directory;

    @Test
    void whatFiresIsShownWithItsWordsAndWhatFiresLaterAppearsByItself() throws IOException {
        Path rules = Files.writeString(directory.resolve("rules.yaml"), RULES, StandardCharsets.UTF_8);
        try (Chromium chromium = Chromium.start();
                RunningDesk desk = RunningDesk.in(directory.resolve("data"), Optional.of(rules))) {
            try (Screen screen = new Screen(chromium.browser(), desk.url(), 1280, ColorScheme.LIGHT)) {
                Page page = screen.open("?conflict=nagorno-karabakh&from=2020-09-27&to=2020-11-11");
                Locator active = page.locator("#alerts .active");
                assertThat(active.first()).isVisible();
                assertThat(active.first()).containsText("active");
                screen.keep("alerts-1280-light");
                screen.assertAccessible();
                active.locator("button.number").first().click();
                assertThat(page.locator("dialog[open] blockquote").first()).isVisible();
                assertThat(page.locator("dialog .close")).isFocused();
                screen.keep("alert-explained-1280-light");
                screen.assertNoComplaint();
            }
            try (Screen screen = new Screen(chromium.browser(), desk.url(), 400, ColorScheme.DARK)) {
                Page page = screen.open("?conflict=gaza-lebanon");
                Locator grown = page.locator("#alerts li", new Page.LocatorOptions().setHasText("reaches 30"));
                assertThat(grown).hasCount(0);
                desk.take(List.of(RunningDesk.resource("later.jsonl")));
                assertThat(grown).hasCount(1, new HasCountOptions().setTimeout(60_000));
                assertThat(page.locator("body")).hasJSProperty("scrollWidth", 400);
                screen.keep("alerts-400-dark");
                screen.assertAccessible();
                screen.assertNoComplaint();
            }
        }
    }
}
