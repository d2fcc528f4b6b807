package org.tollwatch.web;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The article out of a page of HTML, whatever language it is in. */
public final class PageText {

    private PageText() {}

    /**
     * Reads title, text, date, canonical address and language. Never throws; time and memory are bounded by the length of
     * the body.
     *
     * @param body as served, after content encodings such as gzip were undone
     * @param contentType the header as served, for its charset
     * @param address where it was served, for relative links; absolute
     */
    public static PageReading read(byte[] body, Optional<String> contentType, URI address) {
        try {
            String html = WebText.decode(WebText.bounded(body), contentType).text();
            return html.isBlank() ? new PageReading.NoArticle("it is empty") : article(html, address);
        } catch (RuntimeException | StackOverflowError e) {
            return new PageReading.NoArticle("it cannot be read: " + Flaws.shown(String.valueOf(e)));
        }
    }

    private static PageReading article(String html, URI address) {
        Document page = Jsoup.parse(html, address.toString());
        LinkedData data = new LinkedData(page);
        PageMeta meta = new PageMeta(page, data, address);
        PageWords words = new PageWords(new PageBody(page.body()).lines(), meta.title());
        Optional<String> text = words.text(data.value("articleBody"));
        if (text.isEmpty()) {
            return new PageReading.NoArticle("there is no running text on it, only links, labels or nothing");
        }
        return new PageReading.Page(meta.title(), text.get(), meta.publishedAt(), meta.canonical(), meta.language());
    }
}
