package org.tollwatch.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** RSS 0.9 to 2.0, RDF and Atom, told by their elements, not by what they say they are. */
final class XmlFeed {

    private final URI base;
    private final Document document;
    private final Names names;

    XmlFeed(String text, URI base) {
        this.base = base;
        this.document = Parser.xmlParser().settings(ParseSettings.htmlDefault).parseInput(XmlRepair.of(text), "");
        this.names = new Names(document);
    }

    FeedReading read(List<String> flaws) {
        Optional<Element> channel = document.stream()
                .filter(e -> List.of("channel", "feed").contains(names.of(e)))
                .findFirst();
        List<Element> items = document.stream()
                .filter(e -> List.of("item", "entry").contains(names.of(e)))
                .toList();
        if (channel.isEmpty() && items.isEmpty() && root().isEmpty()) {
            return new FeedReading.NotAFeed(OtherThings.told(document, base));
        }
        Optional<Parts> parts = channel.map(c -> new Parts(c, names));
        Optional<String> language = channel.flatMap(c -> Languages.of(c, parts.orElseThrow()));
        List<Entry> entries = new ArrayList<>();
        for (Element item : items) {
            entries.add(new EntryReader(item, names, base).read(language));
        }
        Optional<String> title = parts.flatMap(
                        p -> p.named("title").map(p::text).findFirst())
                .map(PlainText::ofText)
                .map(Lines::one)
                .filter(t -> !t.isEmpty());
        return new FeedReading.Feed(title, language, entries, flaws);
    }

    private Optional<Element> root() {
        return document.stream()
                .filter(e -> List.of("rss", "rdf:rdf").contains(names.of(e)))
                .findFirst();
    }
}
