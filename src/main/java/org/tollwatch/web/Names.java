package org.tollwatch.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What elements are called, whatever prefix a feed gives them: {@code title}, {@code dc:date}, {@code content:encoded}. A
 * prefix that is declared nowhere means what it usually does.
 */
final class Names {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", ""),
            Map.entry("http://purl.org/atom/ns#", ""),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://backend.userland.com/rss", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"));

    private final Map<String, String> prefixes = new HashMap<>(Map.of("atom", "atom", "rss", ""));

    Names(Document document) {
        document.stream().forEach(this::declared);
    }

    /** In lower case, {@code prefix:name}, or the bare name of what RSS, RDF and Atom call their own. */
    String of(Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name;
        }
        String prefix = name.substring(0, colon);
        String meant = prefixes.getOrDefault(prefix, prefix);
        String local = name.substring(colon + 1);
        return meant.isEmpty() ? local : meant + ":" + local;
    }

    private void declared(Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String meant = KNOWN.get(attribute.getValue().strip().toLowerCase(Locale.ROOT));
            if (key.startsWith("xmlns:") && meant != null) {
                prefixes.put(key.substring(6), atomWithin(element, meant, key));
            }
        }
    }

    /** Atom's link inside RSS is not RSS's link: it names the feed itself. */
    private static String atomWithin(Element element, String meant, String key) {
        boolean rss = element.tagName().toLowerCase(Locale.ROOT).endsWith("rss")
                || element.tagName().toLowerCase(Locale.ROOT).endsWith("channel");
        return rss && meant.isEmpty() && key.equals("xmlns:atom") ? "atom" : meant;
    }
}
