package org.tollwatch.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk sees, in a real browser on a running service; its screens are kept in target/screenshots. */
@Tag("browser")
class DashboardTest {

    private static final String WAR = "?conflict=nagorno-karabakh&from=2020-09-27&to=2020-11-11";

    @TempDir
    static Path directory;

    private static Chromium chromium;
    private static RunningDesk desk;
    private Screen screen;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        desk = RunningDesk.in(directory);
    }

    @AfterAll
    static void stop() {
        if (desk != null) {
            desk.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void leave() {
        screen.assertNoComplaint();
        screen.close();
    }

    private Page wide(String query) {
        screen = new Screen(chromium.browser(), desk.url(), 1280, ColorScheme.LIGHT);
        return screen.open(query);
    }

    private Page narrow(String query) {
        screen = new Screen(chromium.browser(), desk.url(), 400, ColorScheme.DARK);
        return screen.open(query);
    }

    @Test
    void theFirstScreenSaysTheTollAndWhoSaysSo() {
        Page page = wide(WAR);
        assertThat(page.locator("h1")).hasText("Second Karabakh War");
        assertThat(screen.number("artsakh|KILLED||ANY|")).hasText("673+");
        Locator cell = screen.number("artsakh|KILLED||ANY|").locator("..");
        assertThat(cell).containsText("673 or more");
        assertThat(cell).containsText("says Artsakh");
        assertThat(cell).containsText("confirmed");
        assertThat(cell).containsText("18 Oct 2020");
        assertThat(page.locator("#alerts")).isHidden(); // no rules: nothing is watched
        screen.keep("toll-1280-light");
        screen.assertAccessible();
    }

    @Test
    void noFigureIsNotZero() {
        Page page = wide(WAR);
        Locator killed = page.locator("#toll tbody tr").first();
        assertThat(killed.locator("td").nth(1)).containsText("no figure");
        assertThat(page.locator("#toll button.number").allTextContents()).doesNotContain("0");
    }

    @Test
    void aNumberOpensTheWordsItStandsOn() {
        Page page = wide(WAR);
        Locator number = screen.number("artsakh|KILLED||ANY|");
        number.focus();
        page.keyboard().press("Enter");
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog.locator("h3").first()).containsText("Sets the figure");
        assertThat(dialog.locator("blockquote").first()).hasText("toll to 673");
        assertThat(dialog.locator("blockquote[lang=th] mark").first()).isVisible();
        assertThat(page.evaluate("() => document.querySelector('dialog').contains(document.activeElement)"))
                .isEqualTo(true);
        screen.keep("explanation-1280-light");
        screen.assertAccessible();
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(number).isFocused();
    }

    @Test
    void aPastMomentIsShownWhole() {
        Page page = wide(WAR + "&asOf=2020-10-17T15:00:00Z");
        assertThat(screen.number("artsakh|KILLED||ANY|")).hasText("604+");
        assertThat(page.locator("#time output")).containsText("As it was known 17 Oct 2020, 19:00 there, 17:00 here");
        assertThat(page.locator("#changes")).containsText("Since then");
        assertThat(page.locator("#reports time").first()).hasAttribute("datetime", "2020-10-17T06:20:00Z");
        screen.keep("past-moment-1280-light");
        page.locator("text=Back to now").click();
        assertThat(screen.number("artsakh|KILLED||ANY|")).hasText("673+");
    }

    @Test
    void theWindowStandsInTheAddress() {
        Page page = wide("?conflict=nagorno-karabakh");
        page.locator("select[data-key=window]").selectOption("2020-09-27..2020-11-11");
        assertThat(screen.number("artsakh|KILLED||ANY|")).hasText("673+");
        assertThat(page.url()).contains("from=2020-09-27&to=2020-11-11");
        page.goBack();
        assertThat(page.locator("h1")).hasText("September 2023 offensive");
    }

    @Test
    void itFitsANarrowDarkScreen() {
        Page page = narrow(WAR);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(400);
        screen.keep("toll-400-dark");
        screen.assertAccessible();
    }

    @Test
    void arabicRunsFromTheRightAndMarkupIsOnlyText() {
        Page page = wide("?conflict=gaza-lebanon");
        Locator title = page.locator("#reports .headline[lang=ar]");
        assertThat(title).hasCSS("direction", "rtl");
        assertThat(page.locator("#reports")).containsText("<b>kill</b>");
        assertThat(page.locator("#reports .headline b")).hasCount(0);
        title.click();
        assertThat(page.locator("dialog .text")).hasCSS("direction", "rtl");
        assertThat(page.locator("dialog .text mark").first()).isVisible();
        screen.keep("report-arabic-1280-light");
        screen.assertAccessible();
    }

    @Test
    void thaiWordsAreMarkedInTheirReport() {
        Page page = narrow(WAR);
        page.locator("#reports .headline[lang=th]").first().click();
        assertThat(page.locator("dialog .text[lang=th] mark").first()).containsText("ราย");
        screen.keep("report-thai-400-dark");
    }

    @Test
    void whatIsShownCanBeTakenAwayByKeyboardAsOfTheSameMoment() throws IOException {
        Page page = wide(WAR + "&asOf=2020-10-17T15:00:00Z");
        Locator link = page.locator("#toll .exports a").first();
        link.focus();
        Download file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(file.suggestedFilename())
                .startsWith("tollwatch-tallies-nagorno-karabakh-asof")
                .endsWith(".csv");
        assertThat(Files.readString(file.path()))
                .contains(",604,604,,CONFIRMED,")
                .doesNotContain("673");
        for (String part : List.of("series", "map", "reports")) {
            for (Locator each : page.locator("#" + part + " .exports a").all()) {
                APIResponse answer =
                        page.request().get(each.evaluate("a => a.href").toString());
                assertThat(answer.status()).as(answer.url()).isEqualTo(200);
                assertThat(answer.headers().get("content-disposition")).startsWith("attachment");
            }
        }
        screen.keep("exports-1280-light");
    }

    @Test
    void theSeriesIsAlsoATable() {
        Page page = wide(WAR + "&party=artsakh");
        page.locator("#series summary").click();
        assertThat(page.locator("#series tbody tr").first()).containsText("30 Sept 2020");
        assertThat(page.locator("#series tbody tr").first()).containsText("23");
        screen.assertAccessible();
    }

    @Test
    void theArrowKeysGoFromWindowToWindowAndEnterOpensItsWords() {
        Page page = wide(WAR + "&party=artsakh");
        Locator chart = page.locator("#series .chart");
        chart.focus();
        assertThat(chart).hasAttribute("role", "slider");
        page.keyboard().press("Home");
        assertThat(chart).hasAttribute("aria-valuenow", "1");
        assertThat(chart).hasAttribute("aria-valuetext", Pattern.compile("^30 Sept 2020: .*23.*"));
        assertThat(page.locator("#series .told")).containsText("30 Sept 2020");
        page.keyboard().press("ArrowRight");
        assertThat(chart).hasAttribute("aria-valuenow", "2");
        assertThat(page.locator("#series .window.at")).hasCount(1);
        screen.keep("series-keyboard-1280-light");
        screen.assertAccessible();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog[open] blockquote").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(chart).isFocused();
    }

    @Test
    void anIncidentOpensItsClaimsWithTheirWords() {
        Page page = wide(WAR);
        page.locator("#map .places button.link").first().click();
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog.locator("blockquote").first()).isVisible();
        assertThat(dialog.locator("blockquote").first()).hasAttribute("lang", Pattern.compile("[a-z]{2}"));
        screen.keep("incident-1280-light");
        screen.assertAccessible();
    }

    @Test
    void aThaiQuoteKeepsItsLanguageInAnExplanation() {
        Page page = narrow(WAR);
        screen.number("artsakh|KILLED||ANY|").click();
        Locator quote = page.locator("dialog[open] blockquote[lang=th]").first();
        assertThat(quote).isVisible();
        assertThat(page.evaluate("() => document.querySelector('dialog').scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        quote.scrollIntoViewIfNeeded();
        screen.keep("explanation-400-dark");
        screen.assertAccessible();
    }

    @Test
    void aConflictWithoutFiguresInTheWindowSaysSoAndNotZero() {
        Page page = narrow("?conflict=nagorno-karabakh&from=2021-05-01&to=2021-05-03");
        assertThat(page.locator("#toll")).containsText("figure");
        assertThat(page.locator("#toll button.number")).hasCount(0);
        screen.keep("empty-400-dark");
        screen.assertAccessible();
    }

    @Test
    void theWholePageInTheDarkAndNarrowInTheLight() {
        screen = new Screen(chromium.browser(), desk.url(), 1280, ColorScheme.DARK);
        screen.open(WAR);
        screen.keep("toll-1280-dark");
        screen.assertAccessible();
        screen.close();
        screen = new Screen(chromium.browser(), desk.url(), 400, ColorScheme.LIGHT);
        screen.open("?conflict=gaza-lebanon");
        screen.keep("toll-400-light-gaza");
        screen.assertAccessible();
    }

    @Test
    void whatIsNewlyPublishedAppearsByItself() {
        wide("?conflict=gaza-lebanon");
        assertThat(screen.number("gaza|KILLED||ANY|")).hasText("25+");
        desk.take(List.of(RunningDesk.resource("later.jsonl")));
        assertThat(screen.number("gaza|KILLED||ANY|"))
                .hasText(
                        "31+",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }
}
