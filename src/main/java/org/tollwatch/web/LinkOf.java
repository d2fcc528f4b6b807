package org.tollwatch.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Where an entry's article stands. */
final class LinkOf {

    private final Element item;
    private final Parts parts;
    private final URI base;
    private final List<String> flaws;

    LinkOf(Element item, Parts parts, URI base, List<String> flaws) {
        this.item = item;
        this.parts = parts;
        this.base = base;
        this.flaws = flaws;
    }

    /** RSS's link or Atom's alternate, else a guid that is a permanent link, else what RDF says the item is about. */
    Optional<URI> read() {
        return parts.named("link", "atom:link")
                .filter(LinkOf::alternate)
                .flatMap(link -> address(link, target(link)).stream())
                .findFirst()
                .or(() -> parts.named("content")
                        .flatMap(content -> address(content, content.attr("src")).stream())
                        .findFirst())
                .or(() -> Optional.of(item.attr("href")).flatMap(href -> address(item, href)))
                .or(() -> parts.named("guid", "id")
                        .filter(guid -> !guid.attr("ispermalink").strip().equalsIgnoreCase("false"))
                        .map(guid -> parts.text(guid).strip())
                        .filter(guid -> absolute(guid) || guid.startsWith("/"))
                        .flatMap(guid -> address(item, guid).stream())
                        .findFirst())
                .or(() -> Optional.of(item.attr("rdf:about"))
                        .filter(LinkOf::absolute)
                        .flatMap(a -> address(item, a)));
    }

    private String target(Element link) {
        for (String name : List.of("href", "url", "uri", "rdf:resource")) {
            if (!link.attr(name).isBlank()) {
                return link.attr(name);
            }
        }
        return parts.text(link).strip();
    }

    private Optional<URI> address(Element at, String link) {
        if (link.isBlank()) {
            return Optional.empty();
        }
        Optional<URI> address = WebLinks.resolve(Bases.of(at, base), link);
        if (address.isEmpty()) {
            flaws.add("link: '" + Flaws.shown(link) + "' is no address of a page");
        }
        return address;
    }

    private static boolean alternate(Element link) {
        String rel = link.attr("rel").strip();
        String type = link.attr("type").strip();
        return (rel.isEmpty() || rel.equalsIgnoreCase("alternate"))
                && (type.isEmpty() || type.toLowerCase(java.util.Locale.ROOT).contains("html"));
    }

    private static boolean absolute(String link) {
        return link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8);
    }
}
