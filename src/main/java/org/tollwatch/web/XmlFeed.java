package org.tollwatch.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** RSS 0.9 to 2.0, RDF and Atom, told by their elements, not by what they say they are. */
final class XmlFeed {

    /** Some servers write more after the end. */
    private static final int TAIL = 2_000;

    private final URI base;
    private final Document document;
    private final Names names;

    private final List<String> flaws;
    private final boolean cut;
    private final boolean ended;

    XmlFeed(String text, URI base, List<String> flaws) {
        this.base = base;
        this.flaws = flaws;
        String repaired = XmlRepair.of(isCut(text) ? whole(text) : text, flaws);
        this.document = Parser.xmlParser().settings(ParseSettings.htmlDefault).parseInput(repaired, "");
        this.names = new Names(document);
        this.cut = isCut(text);
        this.ended = Math.max(text.lastIndexOf("</item"), text.lastIndexOf("</entry"))
                > Math.max(text.lastIndexOf("<item"), text.lastIndexOf("<entry"));
    }

    FeedReading read() {
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
        for (Element item : items.subList(0, Math.min(items.size(), Entries.MOST))) {
            entries.add(new EntryReader(item, names, base).read(language));
        }
        if (items.size() > Entries.MOST) {
            flaws.add("of " + items.size() + " entries the first " + Entries.MOST + " were read");
        }
        if (cut) {
            flaws.add("its end is missing: it is cut off");
        }
        Optional<String> title = parts.flatMap(
                        p -> p.named("title", "dc:title").map(p::unpacked).findFirst())
                .map(PlainText::ofTitle)
                .map(Lines::one)
                .filter(t -> !t.isEmpty());
        return new FeedReading.Feed(title, language, Entries.tidy(entries, cut && !ended, flaws), flaws);
    }

    /** Without the words after the last tag: half an address is a wrong one. */
    private static String whole(String text) {
        int end = text.lastIndexOf('>');
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static boolean isCut(String text) {
        String end = text.substring(Math.max(0, text.length() - TAIL)).toLowerCase(Locale.ROOT);
        return Stream.of("</rss", "rdf>", "feed>", "</channel").noneMatch(end::contains);
    }

    private Optional<Element> root() {
        return document.stream()
                .filter(e -> List.of("rss", "rdf:rdf").contains(names.of(e)))
                .findFirst();
    }
}
