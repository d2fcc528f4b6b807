package org.tollwatch.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Joins digits, number words and multipliers into one number: "two hundred and five", "1.5 million", "ห้าสิบสี่". */
final class NumberStage {

    /** Words in the longest number. */
    private static final int LONGEST = 14;

    private NumberStage() {}

    static List<Item> apply(List<Item> items) {
        List<Item> joined = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); ) {
            int end = numberEnd(items, i);
            if (end > i) {
                if (!joined.isEmpty() && joined.get(joined.size() - 1).is(Tag.SPACE)) {
                    joined.remove(joined.size() - 1); // a space beside a number ends no clause
                }
                Item number = join(items.subList(i, end));
                Scale.low(joined, items.subList(i, end));
                joined.add(number);
                i = end < items.size() && items.get(end).is(Tag.SPACE) ? end + 1 : end;
            } else {
                joined.add(items.get(i++));
            }
        }
        return joined;
    }

    private static boolean part(Item item) {
        return item.isAny(Tag.NUMBER, Tag.CARDINAL, Tag.MULTIPLIER);
    }

    /** One past the last word of the number that starts here; here when none does. */
    private static int numberEnd(List<Item> items, int start) {
        boolean mark = items.get(start).has(Tag.MULTIPLIER, "weak"); // "1.5m", but not "I'm"
        if (!part(items.get(start)) || mark) {
            return start;
        }
        int end = start + 1;
        while (end < items.size() && end - start < LONGEST) {
            Item next = items.get(end);
            boolean bridge = joinsAny(items, end)
                    || end + 1 < items.size()
                            && (next.is(Tag.NUMBER_JOIN) && items.get(end - 1).is(Tag.MULTIPLIER)
                                    || tightDash(items, end)
                                            && items.get(end - 1).is(Tag.CARDINAL))
                            && items.get(end + 1).is(Tag.CARDINAL);
            if (bridge) {
                end += 2;
            } else if (continues(items.get(end - 1), next)
                    || carried(items, end)
                    || rest(items, end)
                    || spaced(items, end)) {
                end += next.is(Tag.SPACE) ? 2 : 1;
            } else {
                break;
            }
        }
        return end;
    }

    /**
     * "Five and twenty", "a hundred and five and twenty": a word that joins the parts of a number wherever the one fits behind
     * the other, units before tens.
     */
    private static boolean joinsAny(List<Item> items, int at) {
        boolean joins =
                at + 1 < items.size() && items.get(at).is(Tag.NUMBER_JOIN, "form", "units") && part(items.get(at + 1));
        if (!joins) {
            return false;
        }
        long last = value(items.get(at - 1));
        long next = value(items.get(at + 1));
        boolean multiplied = items.get(at - 1).is(Tag.MULTIPLIER);
        if (next <= 0 || last <= 0 || items.get(at + 1).is(Tag.MULTIPLIER) && !multiplied) {
            return false;
        }
        boolean smaller = last % 1000 == 0 ? next < 1000 : last % 100 == 0 && next < 100;
        boolean units = items.get(at - 1).is(Tag.CARDINAL) && last < 10 && next >= 20 && next < 100 && next % 10 == 0;
        boolean figures = items.get(at - 1).is(Tag.NUMBER); // "12 and 30" are two numbers
        return !figures && (smaller || units || multiplied && next < last);
    }

    private static long value(Item item) {
        return item.lexeme(Tag.MULTIPLIER)
                .or(() -> item.lexeme(Tag.CARDINAL))
                .map(Lexeme::value)
                .or(() -> item.sense(Figure.class).map(Figure::value))
                .orElse(0L);
    }

    /** A word that is a number only among numbers: "một triệu năm nghìn", a million and five thousand. */
    private static boolean carried(List<Item> items, int at) {
        return items.get(at).is(Tag.CARDINAL)
                && items.get(at - 1).is(Tag.MULTIPLIER)
                && at + 1 < items.size()
                && items.get(at + 1).is(Tag.MULTIPLIER);
    }

    /** "31 bin 250": the rest of a number in digits, right behind a thousand. */
    private static boolean rest(List<Item> items, int at) {
        boolean thousand = items.get(at - 1)
                .lexeme(Tag.MULTIPLIER)
                .filter(m -> m.value() >= 1000)
                .isPresent();
        return thousand
                && items.get(at).start() == items.get(at - 1).end() + 1
                && items.get(at)
                        .sense(Figure.class)
                        .filter(f -> f.shape() == Figure.Shape.PLAIN && f.value() > 0 && f.value() < 1000)
                        .isPresent();
    }

    /** A space of the text between a figure and its multiplier. */
    private static boolean spaced(List<Item> items, int at) {
        return items.get(at).is(Tag.SPACE)
                && at + 1 < items.size()
                && items.get(at - 1).is(Tag.NUMBER)
                && items.get(at + 1).is(Tag.MULTIPLIER);
    }

    private static boolean tightDash(List<Item> items, int at) {
        return items.get(at).is(Tag.DASH)
                && items.get(at - 1).end() == items.get(at).start();
    }

    /** Whether two words in a row belong to one number: "five six" does not. */
    private static boolean continues(Item last, Item next) {
        if (last.is(Tag.MULTIPLIER) && next.is(Tag.NUMBER)) { // "11 thousand 88"
            double rest = next.sense(Figure.class).map(Figure::real).orElse(-1.0);
            return rest > 0
                    && rest < last.lexeme(Tag.MULTIPLIER).map(Lexeme::value).orElse(0L);
        }
        if (next.is(Tag.MULTIPLIER)) {
            return true;
        }
        boolean weak = next.has(Tag.CARDINAL, "weak"); // "năm" is five, but also years
        if (!next.is(Tag.CARDINAL) || weak) {
            return false;
        }
        long value = next.lexeme(Tag.CARDINAL).map(Lexeme::value).orElse(0L);
        return last.is(Tag.MULTIPLIER)
                || last.lexeme(Tag.CARDINAL)
                        .filter(l -> l.value() >= 20 && value < 10)
                        .isPresent();
    }

    private static Item join(List<Item> parts) {
        Item first = parts.get(0);
        int end = parts.get(parts.size() - 1).end();
        if (parts.size() == 1 && first.is(Tag.NUMBER)) {
            return first;
        }
        Deque<double[]> terms = new ArrayDeque<>();
        double pending = 0;
        boolean some = false;
        for (Item part : parts) {
            if (part.is(Tag.NUMBER)) {
                pending = part.sense(Figure.class).orElseThrow().real();
                some = true;
            } else if (part.is(Tag.MULTIPLIER)) {
                double by = part.lexeme(Tag.MULTIPLIER).orElseThrow().value();
                pending = raise(terms, some || !terms.isEmpty() ? pending : 1, by, some);
                some = false;
            } else if (part.is(Tag.CARDINAL)) {
                pending += part.lexeme(Tag.CARDINAL).orElseThrow().value();
                some = true;
            }
        }
        double sum = pending;
        for (double[] term : terms) {
            sum += term[0];
        }
        List<Sense> senses = new ArrayList<>();
        senses.add(sum > 1e15 ? new Figure(-1, -1, Figure.Shape.WORDS) : Figure.words(Math.round(sum)));
        if (parts.size() == 1) {
            senses.addAll(first.senses());
        }
        return new Item(first.start(), end, senses);
    }

    /** Multiplies what is smaller than the multiplier and stands before it; the rest stays. */
    private static double raise(Deque<double[]> terms, double pending, double by, boolean some) {
        double base = pending;
        while (!terms.isEmpty() && terms.peek()[0] < by) {
            base += terms.pop()[0];
        }
        terms.push(new double[] {(base == 0 && !some ? 1 : base) * by});
        return 0;
    }
}
