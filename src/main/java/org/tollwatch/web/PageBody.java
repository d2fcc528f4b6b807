package org.tollwatch.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Where on a page the article is: the element whose lines are long and no links, by how much of the running text it holds.
 * Nothing in it depends on words, so it is the same in every language.
 */
final class PageBody {

    /** How a page itself names its article, the surest first. */
    private static final List<String> MARKS =
            List.of("[itemprop~=articleBody]", "article", "[role=article]", "main, [role=main]");

    private final Element body;
    private final List<Block> blocks;
    private final Weights weights;

    PageBody(Element body) {
        this.body = body;
        List<Block> plain = PageBlocks.of(body, PageNoise::is);
        List<Block> all = PageBlocks.of(body, element -> Tags.silent(element.normalName()));
        this.blocks = enough(plain, all) ? plain : relaxed(all);
        this.weights = new Weights(blocks);
    }

    /** The article's lines; empty when there is no running text. */
    List<Block> lines() {
        Element article = marked().orElseGet(() -> widened(weights.densest()));
        return article == null
                ? List.of()
                : blocks.stream()
                        .filter(block -> inside(block.owner(), article))
                        .toList();
    }

    private static boolean enough(List<Block> plain, List<Block> all) {
        return new Weights(plain).whole() * 5 >= new Weights(all).whole();
    }

    /** A page whose every part is called a menu or a banner still has its text somewhere. */
    private List<Block> relaxed(List<Block> all) {
        Weights before = new Weights(all);
        return PageBlocks.of(
                body,
                element -> Tags.silent(element.normalName())
                        || (PageNoise.is(element) && before.of(element) * 2 < before.whole()));
    }

    /** What the page itself calls the article, when it holds at least half of the running text. */
    private Optional<Element> marked() {
        for (String mark : MARKS) {
            Optional<Element> best = body.select(mark).stream()
                    .max(Comparator.comparingInt(weights::of))
                    .filter(element -> weights.of(element) > 0 && weights.of(element) * 2 >= weights.whole());
            if (best.isPresent()) {
                return best.map(this::narrowed);
            }
        }
        return Optional.empty();
    }

    /** An article may hold lists of links beside its text: the part with nearly all of the text counts. */
    private Element narrowed(Element article) {
        Element at = article;
        Optional<Element> inner = Optional.of(article);
        while (inner.isPresent()) {
            Element here = inner.get();
            at = here;
            inner = here.children().stream()
                    .filter(child -> child.children().size() > 1)
                    .filter(child -> weights.of(child) * 20 >= weights.of(here) * 19)
                    .findFirst();
        }
        return at;
    }

    /** Paragraphs that each stand in a box of their own have their boxes' box in common. */
    private Element widened(Element chosen) {
        Element at = chosen;
        for (int up = 0; up < 3 && at != null && at.parent() != null && at != body; up++) {
            if (weights.of(at.parent()) * 4 < weights.of(at) * 5) {
                break;
            }
            at = at.parent();
        }
        return at;
    }

    private static boolean inside(Element owner, Element article) {
        for (Element at = owner; at != null; at = at.parent()) {
            if (at == article) {
                return true;
            }
        }
        return false;
    }
}
