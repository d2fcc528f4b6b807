package org.tollwatch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The lines of a page in their order, without what is noise. */
final class PageBlocks implements NodeFilter {

    private final Predicate<Element> noise;
    private final Element root;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private Element owner;
    private int links;
    private int linked;

    private PageBlocks(Element root, Predicate<Element> noise) {
        this.root = root;
        this.owner = root;
        this.noise = noise;
    }

    static List<Block> of(Element root, Predicate<Element> noise) {
        PageBlocks page = new PageBlocks(root, noise);
        root.filter(page);
        page.flush(root);
        return page.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText();
            line.append(words.replace('\n', ' ').replace('\r', ' '));
            linked += links > 0 ? words.strip().length() : 0;
        } else if (node instanceof Element element && element != root) {
            if (noise.test(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element);
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element) {
        if (Tags.block(element.normalName())) {
            flush(element.normalName().equals("br") ? owner : element);
        } else if (Tags.cell(element.normalName())) {
            flush(element);
        } else if (element.normalName().equals("a")) {
            links++;
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element != root) {
            String name = element.normalName();
            if ((Tags.block(name) && !name.equals("br")) || Tags.cell(name)) {
                flush(element.parent());
            } else if (name.equals("a")) {
                links--;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void flush(Element next) {
        String text = Lines.one(line.toString());
        if (!text.isEmpty()) {
            blocks.add(new Block(text, Math.min(linked, text.length()), owner));
        }
        line.setLength(0);
        linked = 0;
        owner = next == null ? root : next;
    }
}
