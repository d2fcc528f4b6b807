package org.tollwatch.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
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
    private static final Set<String> OTHERS = Set.of(
            "item", "entry", "image", "textinput", "items", "media:group", "xhtml:svg", "svg", "opensearch:query");

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
        return MarkupText.of(element, inner -> ENDS.contains(names.of(inner)));
    }
}
