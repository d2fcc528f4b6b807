package org.tollwatch.web;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** How much running text each element of a page holds, all that is below it together; in characters. */
final class Weights {

    /** No line counts for more, or one legal notice would outweigh an article. */
    private static final int MOST_A_LINE = 600;

    private final Map<Element, Integer> weights = new IdentityHashMap<>();
    private final Map<Element, Double> scores = new IdentityHashMap<>();
    private int whole;

    Weights(List<Block> blocks) {
        blocks.stream().filter(Block::good).forEach(this::add);
    }

    private void add(Block block) {
        int weight = Math.min(block.text().length(), MOST_A_LINE);
        whole += weight;
        for (Element at = block.owner(); at != null; at = at.parent()) {
            weights.merge(at, weight, Integer::sum);
        }
        Element at = block.container();
        double share = weight;
        for (int up = 0; up < 3 && at != null; up++, at = at.parent()) {
            scores.merge(at, share, Double::sum);
            share /= 2;
        }
    }

    int of(Element element) {
        return weights.getOrDefault(element, 0);
    }

    int whole() {
        return whole;
    }

    /** What has most text directly below it; null when there is none. */
    Element densest() {
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
