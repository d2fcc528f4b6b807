package org.tollwatch.web;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One item of RSS or RDF, or one entry of Atom: whichever it says it is, the parts of the others are understood in it. */
final class EntryReader {

    private static final String[] PUBLISHED = {
        "pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created", "date"
    };
    private static final String[] UPDATED = {"updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date"};

    private final Element item;
    private final Parts parts;
    private final URI base;
    private final List<String> flaws = new ArrayList<>();

    EntryReader(Element item, Names names, URI base) {
        this.item = item;
        this.parts = new Parts(item, names);
        this.base = base;
    }

    Entry read(Optional<String> feedLanguage) {
        Optional<String> title = title();
        Words words = new WordsOf(parts).read();
        Optional<URI> link = new LinkOf(item, parts, base, flaws).read();
        Optional<Instant> published = date(PUBLISHED);
        Optional<Instant> updated = date(UPDATED).or(this::lastModified);
        String id = first("guid", "id")
                .or(() -> Optional.of(item.attr("rdf:about").strip()))
                .filter(s -> !s.isBlank())
                .or(() -> link.map(URI::toString))
                .orElseGet(() -> EntryId.of(title, words.text(), Lines.one(item.wholeText())));
        return new Entry(
                id,
                link,
                title,
                words.text(),
                words.whole(),
                published,
                updated,
                Languages.of(item, parts).or(() -> feedLanguage),
                flaws);
    }

    private Optional<String> title() {
        return parts.named("title", "dc:title", "media:title")
                .map(element -> element.attr("type").equalsIgnoreCase("text")
                        ? PlainText.ofText(parts.unpacked(element))
                        : PlainText.ofTitle(parts.unpacked(element)))
                .map(Lines::one)
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    private Optional<String> first(String... names) {
        return parts.named(names)
                .map(parts::text)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    /** The first that is understood; those before it that are not are named. */
    private Optional<Instant> date(String... names) {
        for (Element element : parts.named(names).toList()) {
            Optional<Instant> at = date(element.tagName(), parts.text(element));
            if (at.isPresent()) {
                return at;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> date(String tag, String text) {
        Moment moment = WebDates.read(text);
        String name = tag.equals("pubdate") ? "pubDate" : tag;
        moment.flaw()
                .map(flaw -> name + ": " + flaw)
                .filter(f -> !flaws.contains(f))
                .ifPresent(flaws::add);
        return moment.at();
    }

    /** Of CDF, the oldest kind of feed, which has dates as attributes. */
    private Optional<Instant> lastModified() {
        return Optional.of(item.attr("lastmod")).filter(s -> !s.isBlank()).flatMap(text -> date("lastmod", text));
    }
}
