package org.tollwatch.web;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** What relative links at an element are relative to: {@code xml:base}, each relative to that around it. */
final class Bases {

    private static final int DEEPEST = 100;

    private Bases() {}

    static URI of(Element element, URI document) {
        Deque<String> bases = new ArrayDeque<>();
        Element at = element;
        for (int i = 0; at != null && i < DEEPEST; i++, at = at.parent()) {
            if (!at.attr("xml:base").isBlank()) {
                bases.push(at.attr("xml:base"));
            }
        }
        URI base = document;
        for (String inner : bases) {
            base = WebLinks.any(base, inner).orElse(base);
        }
        return base;
    }
}
