package org.tollwatch.web;

import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a document is that is no feed, and where its feed is. */
final class OtherThings {

    private OtherThings() {}

    static String told(Document document, URI base) {
        boolean html = document.stream()
                .anyMatch(e -> e.normalName().equals("html") || e.normalName().equals("body"));
        if (!html) {
            Element first = document.firstElementChild();
            return first == null
                    ? "it is neither XML nor JSON; no feed is in it"
                    : "it begins with <" + Flaws.shown(first.tagName()) + ">; neither RSS nor Atom is in it";
        }
        Optional<URI> feed = document.stream()
                .filter(e -> e.normalName().equals("link"))
                .filter(e -> e.attr("type").matches("application/(rss|atom|feed)\\+(xml|json)"))
                .flatMap(e -> WebLinks.resolve(base, e.attr("href")).stream())
                .findFirst();
        return "it is an HTML page, no feed"
                + feed.map(uri -> "; the page names its feed: " + uri).orElse("");
    }
}
