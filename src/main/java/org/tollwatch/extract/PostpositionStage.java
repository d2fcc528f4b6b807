package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts what a language writes behind a word or phrase ("Bakü'de", "ordu tarafından", "bakanlığa göre") before it, where the
 * rest of the grammar looks for it. The trait {@code post} says how far back it reaches: a {@code word}, a {@code date}, a
 * {@code phrase}, a {@code clause}, the last {@code event}, or the whole {@code sentence} so far.
 */
final class PostpositionStage {

    /** Unknown words that a phrase may hold: a name with its titles. */
    private static final int WORDS = 3;

    private PostpositionStage() {}

    static List<Item> apply(List<Item> items) {
        if (!any(items)) {
            return items;
        }
        List<Item> ordered = new ArrayList<>(items.size());
        for (Item item : items) {
            int to = reach(item).map(r -> from(ordered, r)).orElse(ordered.size());
            if (to >= 0) {
                ordered.add(to, item);
            }
        }
        return ordered;
    }

    private static boolean any(List<Item> items) {
        for (Item item : items) {
            if (reach(item).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> reach(Item item) {
        for (Sense sense : item.senses()) {
            if (sense instanceof Lexeme lexeme && lexeme.has("post") && sense.tag() != Tag.MORE) {
                return Optional.of(lexeme.trait("post"));
            }
        }
        return Optional.empty();
    }

    private static int from(List<Item> items, String reach) {
        int from = items.size();
        return switch (reach) {
            case "word" -> {
                from -= from > 1 && items.get(from - 1).is(Tag.GENITIVE) ? 1 : 0; // a word with its ending
                yield from > 0 && place(items.get(from - 1)) ? from - 1 : -1;
            }
            case "date" -> from > 0 && items.get(from - 1).is(Tag.DATE) ? from - 1 : from;
            case "event" -> event(items);
            case "phrase" -> phrase(items);
            case "clause" -> {
                while (from > 0 && !ends(items.get(from - 1))) {
                    from--;
                }
                yield from;
            }
            case "sentence" -> {
                while (from > 0 && !items.get(from - 1).is(Tag.STOP) && !told(items, from - 1)) {
                    from--;
                }
                yield from;
            }
            default -> from;
        };
    }

    /** "X 5 PUA-nın vurulduğunu bildirib, ... isə təkzib edib": what was said before is not denied. */
    private static boolean told(List<Item> items, int comma) {
        return comma > 0
                && items.get(comma).is(Tag.COMMA)
                && items.get(comma - 1).is(Tag.SPEECH);
    }

    /** What a case is of use on: the case of a number or a date says nothing. */
    private static boolean place(Item item) {
        return item.isAny(Tag.NAME, Tag.OBJECT, Tag.ROLE, Tag.ENEMY) || item.unknown();
    }

    /** Before what happened last, with those it happened to. */
    private static int event(List<Item> items) {
        int from = items.size();
        while (from > 0 && !items.get(from - 1).isAny(Tag.TRIGGER, Tag.GROUP, Tag.STOP)) {
            from--;
        }
        from -= from > 0 && items.get(from - 1).is(Tag.TRIGGER) ? 1 : 0;
        while (from > 0 && !items.get(from - 1).isAny(Tag.TRIGGER, Tag.STOP, Tag.COMMA, Tag.SPEECH, Tag.BREAK)) {
            from--;
        }
        return from;
    }

    private static boolean ends(Item item) {
        boolean counted = Group.counted(item);
        return counted || item.isAny(Tag.STOP, Tag.COMMA, Tag.BREAK, Tag.SPEECH, Tag.ACCORDING, Tag.TRIGGER, Tag.QUOTE);
    }

    private static int phrase(List<Item> items) {
        int from = items.size();
        int words = 0;
        while (from > 0) {
            Item item = items.get(from - 1);
            boolean part = item.isAny(Tag.NAME, Tag.ROLE, Tag.GENITIVE, Tag.ENEMY, Tag.EPISODE, Tag.BEGAN, Tag.PERSON)
                    || item.is(Tag.DATE) && from >= items.size() - 1
                    || Group.bare(item)
                    || item.unknown() && ++words <= WORDS;
            if (!part) {
                return from;
            }
            from--;
        }
        return from;
    }
}
