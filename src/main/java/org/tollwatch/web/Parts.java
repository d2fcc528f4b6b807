package org.tollwatch.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The parts of one item, entry or channel by name: also those that stand inside another because its end tag is missing.
 */
final class Parts {

    /** What ends an unclosed part: none of these is ever inside the words of another. */
    private static final Set<String> ENDS = Set.of(
            "guid",
            "pubdate",
            "published",
            "updated",
            "issued",
            "modified",
            "description",
            "item",
            "entry",
            "id",
            "link",
            "title",
            "category",
            "comments",
            "enclosure",
            "author",
            "content:encoded",
            "dc:date",
            "dc:creator",
            "dc:subject",
            "dc:title",
            "dc:language",
            "dcterms:issued",
            "dcterms:modified",
            "media:content",
            "media:thumbnail",
            "slash:comments");

    /** What has a title, a link or a date of its own. */
    private static final Set<String> OTHERS =
            Set.of("item", "entry", "image", "textinput", "items", "xhtml:svg", "svg", "opensearch:query");

    private final Map<String, List<Element>> direct = new HashMap<>();
    private final Map<String, List<Element>> inside = new HashMap<>();
    private final Names names;

    Parts(Element whole, Names names) {
        this.names = names;
        Deque<Element> open = new ArrayDeque<>(whole.children());
        while (!open.isEmpty()) {
            Element element = open.poll();
            String name = names.of(element);
            if (OTHERS.contains(name) || (name.equals("source") && !element.hasAttr("url"))) {
                continue;
            }
            Map<String, List<Element>> parts = element.parent() == whole ? direct : inside;
            parts.computeIfAbsent(name, key -> new ArrayList<>()).add(element);
            List<Element> below = element.children();
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
    }

    /** By the order of the names; those that stand where they should before those inside another part. */
    Stream<Element> named(String... wanted) {
        return Stream.of(wanted)
                .flatMap(name -> Stream.concat(
                        direct.getOrDefault(name, List.of()).stream(), inside.getOrDefault(name, List.of()).stream()));
    }

    /** The raw text of a part, up to the next part. */
    String text(Element element) {
        return MarkupText.of(element, this::ends);
    }

    /** Likewise, out of base64 where Atom 0.3 or a type that is no text says so; what is not base64 stays as it is. */
    String unpacked(Element element) {
        String text = text(element);
        String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        boolean other = type.indexOf('/') > 0 && !type.startsWith("text/") && !type.endsWith("xml");
        if (!other && !element.attr("mode").strip().equalsIgnoreCase("base64")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Whether elements, not escaped ones, are the words' markup. */
    boolean marked(Element element) {
        return element.children().stream().anyMatch(child -> !ends(child));
    }

    /** A link of XHTML to a style sheet stands among the words; a link of a feed ends them. */
    private boolean ends(Element inner) {
        String name = names.of(inner);
        String rel = inner.attr("rel");
        return ENDS.contains(name) && !(name.equals("link") && !rel.isEmpty() && !rel.equalsIgnoreCase("alternate"));
    }
}
