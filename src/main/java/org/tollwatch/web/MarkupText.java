package org.tollwatch.web;

import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The words below an element, a line a block; nothing of scripts, forms and captions. Deep nesting costs no stack. */
final class MarkupText implements NodeFilter {

    private final Element root;
    private final Predicate<Element> stop;
    private final StringBuilder out = new StringBuilder();
    private boolean blocks;

    private MarkupText(Element root, Predicate<Element> stop) {
        this.root = root;
        this.stop = stop;
    }

    /** @param stop where the text ends, before the end of {@code root} */
    static String of(Element root, Predicate<Element> stop) {
        MarkupText text = new MarkupText(root, stop);
        root.filter(text);
        return text.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            words(text.getWholeText());
        } else if (node instanceof Element element && element != root) {
            if (stop.test(element)) {
                return FilterResult.STOP;
            }
            String name = local(element);
            if (Tags.silent(name)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            part(name);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element != root) {
            part(local(element));
        }
        return FilterResult.CONTINUE;
    }

    /** Line breaks of the source mean nothing once there are blocks; before that they may be all there is. */
    private void words(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            out.append(blocks && (c == '\n' || c == '\r') ? ' ' : c);
        }
    }

    private void part(String name) {
        if (Tags.block(name)) {
            blocks = true;
            out.append('\n');
        } else if (Tags.cell(name)) {
            out.append(' ');
        }
    }

    private static String local(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }
}
