package org.tollwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page of the dashboard in a browser of its own; what the browser complains of fails the test. */
final class Screen implements AutoCloseable {

    private static final Path KEPT = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Screen(Browser browser, String url, int width, ColorScheme colours) {
        this.url = url;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setTimezoneId("Europe/Berlin"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean unwatched = message.location().contains("/alerts"); // 404 where there are no rules
            if (message.type().equals("error") && !unwatched) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Opens it and waits until every part was shown. */
    Page open(String query) {
        page.navigate(url + "/" + query);
        page.waitForFunction("() => Number(document.body.dataset.shown) > 0");
        return page;
    }

    Locator number(String key) {
        return page.locator("#toll button.number[data-key='" + key + "']");
    }

    /** The whole page, or the screen when a dialog lies on it. */
    void keep(String name) {
        boolean dialog = page.locator("dialog[open]").count() > 0;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(KEPT.resolve(name + ".png"))
                .setFullPage(!dialog));
    }

    /** What axe finds serious or worse. */
    void assertAccessible() {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList();
        assertThat(found).isEmpty();
    }

    void assertNoComplaint() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
