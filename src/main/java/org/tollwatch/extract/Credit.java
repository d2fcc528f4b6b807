package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/**
 * The agency a text credits itself to: in its dateline, "YEREVAN, Oct 2 (Reuters) -", or in a last line of its own, "Source: AFP".
 * Every outlet that prints the text speaks with that agency's voice.
 */
final class Credit {

    /** Items within which a dateline ends. */
    private static final int DATELINE = 14;

    /** More than this is no credit line. */
    private static final int LINE = 6;

    /** Sentences, headlines among them, before which the dateline stands. */
    private static final int HEAD = 3;

    private Credit() {}

    static Optional<Item> of(List<Sentence> sentences) {
        for (int i = 0; i < Math.min(HEAD, sentences.size()); i++) {
            Optional<Item> head = dateline(sentences.get(i).items());
            if (head.isPresent()) {
                return head;
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : line(sentences.get(sentences.size() - 1).items());
    }

    /** An agency in brackets, or before a dash, ahead of everything told. */
    private static Optional<Item> dateline(List<Item> items) {
        for (int i = 0; i < items.size() && i < DATELINE; i++) {
            Item item = items.get(i);
            if (outlet(item)) {
                boolean bracketed = Items.is(items, i - 1, Tag.PAREN) && Items.is(items, i + 1, Tag.PAREN);
                boolean dashed =
                        Items.is(items, i + 1, Tag.DASH) && items.get(i + 1).start() > item.end();
                return bracketed || dashed ? Optional.of(item) : Optional.empty();
            }
            if (item.isAny(Tag.TRIGGER, Tag.GROUP, Tag.SPEECH, Tag.ACCORDING)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Item> line(List<Item> items) {
        boolean told = items.stream().anyMatch(i -> i.isAny(Tag.TRIGGER, Tag.GROUP, Tag.AUX));
        return items.size() > LINE || told
                ? Optional.empty()
                : items.stream().filter(Credit::outlet).findFirst();
    }

    private static boolean outlet(Item item) {
        return Reading.name(item, Name.Kind.OUTLET).isPresent();
    }
}
