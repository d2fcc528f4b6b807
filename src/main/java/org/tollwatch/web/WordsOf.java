package org.tollwatch.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The words of an entry in XML: the longest of its contents, the first of its summaries. */
final class WordsOf {

    private final Parts parts;

    WordsOf(Parts parts) {
        this.parts = parts;
    }

    Words read() {
        Stream<Element> contents = parts.named(
                        "content:encoded", "content", "fullitem", "xhtml:body", "body", "fulltext")
                .filter(element -> !element.hasAttr("src"));
        Stream<Element> summaries = parts.named(
                "description", "summary", "dc:description", "abstract", "itunes:summary", "media:description");
        return Words.of(
                longest(contents),
                summaries.map(this::plain).filter(s -> !s.isEmpty()).findFirst());
    }

    private Optional<String> longest(Stream<Element> elements) {
        return elements.map(this::plain).filter(s -> !s.isEmpty()).reduce((a, b) -> b.length() > a.length() ? b : a);
    }

    private String plain(Element element) {
        String text = parts.unpacked(element);
        String type = element.attr("type").strip();
        boolean verbatim =
                type.equalsIgnoreCase("text") || type.equalsIgnoreCase("text/plain") || parts.marked(element);
        return verbatim ? PlainText.ofText(text) : PlainText.ofHtml(text);
    }
}
