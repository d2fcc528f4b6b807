package org.tollwatch.web;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article out of a page of HTML. */
public final class PageText {

    private PageText() {}

    /**
     * Reads title, text, date, canonical address and language. Never throws.
     *
     * @param body as served, after content encodings such as gzip were undone
     * @param contentType the header as served, for its charset
     * @param address where it was served, for relative links; absolute
     */
    public static PageReading read(byte[] body, Optional<String> contentType, URI address) {
        try {
            Document page = Jsoup.parse(WebText.decode(body, contentType).text(), address.toString());
            Element whole = Optional.ofNullable(page.selectFirst("article")).orElse(page.body());
            StringBuilder text = new StringBuilder();
            whole.select("p").forEach(p -> text.append(Lines.one(p.text())).append('\n'));
            if (text.toString().isBlank()) {
                return new PageReading.NoArticle("no paragraphs of text are in it");
            }
            return new PageReading.Page(
                    Optional.of(Lines.one(page.title())).filter(t -> !t.isEmpty()),
                    Lines.tidy(text.toString()),
                    Optional.empty(),
                    Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
                            .flatMap(link -> WebLinks.resolve(address, link.attr("href"))),
                    Languages.tag(page.select("html").attr("lang")));
        } catch (RuntimeException | StackOverflowError e) {
            return new PageReading.NoArticle("it cannot be read: " + Flaws.shown(String.valueOf(e)));
        }
    }
}
