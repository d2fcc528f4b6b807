package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.VagueWord;

/** Joins a number or a vague word with what bounds it: "at least 49", "nearly 200", "54 or more", "5 to 7". */
final class QuantityStage {

    private QuantityStage() {}

    static List<Item> apply(List<Item> items) {
        List<Item> joined = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); ) {
            Reader reader = new Reader(items, i);
            Quantity quantity = reader.read();
            if (quantity == null) {
                joined.add(
                        masked(items, i)
                                ? Item.of(items.get(i).start(), items.get(i).end(), new Mark(Tag.MASKED))
                                : items.get(i));
                i++;
            } else {
                joined.add(
                        Item.of(items.get(i).start(), items.get(reader.at - 1).end(), quantity));
                i = reader.at;
            }
        }
        return joined;
    }

    /** A number that counts something else, or nothing: a measure, an ordinal, an age, a decimal, a code. */
    private static boolean masked(List<Item> items, int i) {
        Item item = items.get(i);
        return item.is(Tag.NUMBER) && !item.is(Tag.ARTICLE);
    }

    private static final class Reader {
        private final List<Item> items;
        private int at;
        private String bound = "";
        private boolean more;

        Reader(List<Item> items, int at) {
            this.items = items;
            this.at = at;
        }

        Quantity read() {
            int start = at;
            while (is(Tag.QUALIFIER) || start < at && is(Tag.MORE) || is(Tag.MORE) && amountAt(at + 1)) {
                Optional<Lexeme> qualifier = items.get(at).lexeme(Tag.QUALIFIER);
                if (qualifier.isPresent()) {
                    bound = qualifier.get().has("bound") ? qualifier.get().trait("bound") : bound;
                    if (!amountAt(at + 1) && !at(at + 1, Tag.QUALIFIER) && !at(at + 1, Tag.MORE) && is(Tag.VAGUE)) {
                        bound = "";
                        break; // "some of its troops": no bound, but a vague word
                    }
                } else {
                    more = true;
                }
                at++;
                skipSpace();
            }
            Quantity quantity = amount();
            if (quantity == null && !bound.isEmpty() && at > start + 1 && counts(at - 1) && !unit(at)) {
                quantity = bounded(1);
            }
            if (quantity == null) {
                at = start;
                return null;
            }
            return more ? quantity.andMore() : quantity;
        }

        /** "Au moins un mort": an article that counts, behind what bounds it. */
        private boolean counts(int i) {
            return items.get(i).has(Tag.ARTICLE, "value");
        }

        private boolean amountAt(int i) {
            return at(i, Tag.NUMBER)
                    || at(i, Tag.VAGUE)
                    || at(i, Tag.QUALIFIER)
                    || at(i, Tag.SPACE) && at(i + 1, Tag.NUMBER);
        }

        private Quantity amount() {
            if (is(Tag.RANGE_OPEN) && at(at + 1, Tag.NUMBER) && at(at + 2, Tag.RANGE) && at(at + 3, Tag.NUMBER)) {
                boolean rises = at(at - 1, Tag.TOTAL) || at(at - 2, Tag.TOTAL) || at(at - 3, Tag.TOTAL);
                at += rises ? 3 : 1;
            }
            boolean round = is(Tag.VAGUE) && bound.isEmpty(); // "тысячи людей", but "более тысячи": over a thousand
            if (is(Tag.NUMBER) && !round) {
                return figure();
            }
            if (is(Tag.DATE)
                    && bound.isEmpty()
                    && items.get(at).sense(NumericDate.class).isPresent()) {
                NumericDate range = items.get(at).sense(NumericDate.class).orElseThrow();
                if (range.third() == 0 && range.mark() == '-' && range.first() < range.second()) {
                    at++;
                    return range(range.first(), range.second());
                }
            }
            return is(Tag.VAGUE) ? vague() : null;
        }

        private Quantity vague() {
            if (at(at + 1, Tag.UNIT) && !items.get(at + 1).isAny(Tag.PERSON, Tag.GEAR, Tag.AMMO, Tag.OBJECT)) {
                return null; // "several times"
            }
            VagueWord word = items.get(at++).lexeme(Tag.VAGUE).orElseThrow().vague();
            Quantity quantity = Quantity.vague(word);
            if (bound.equals("AT_LEAST") && quantity.count().high() != Count.OPEN) {
                return new Quantity(Count.atLeast(quantity.count().low()), "AT_LEAST", Optional.of(word), false);
            }
            if (bound.equals("UP_TO") && quantity.count().high() != Count.OPEN) {
                return new Quantity(Count.upTo(quantity.count().high()), "UP_TO", Optional.of(word), false);
            }
            return quantity;
        }

        /** "Aziz Azizov, 76, was killed", "two men, 25 and 30, were": a number set off after a name, or a person, is the age. */
        private boolean age() {
            if (at(at - 1, Tag.OF) && at(at - 2, Tag.PERSON) && !at(at + 1, Tag.PERSON) && bound.isEmpty()) {
                return true; // "su hijo de 5", "dos niñas de 7 y 9 años"
            }
            if (at(at + 1, Tag.COORD) && at(at + 2, Tag.NUMBER) && closed(at + 2)) {
                return at(at - 1, Tag.COMMA) && at(at - 2, Tag.PERSON);
            }
            if (at(at - 1, Tag.COORD) && at(at - 2, Tag.NUMBER) && closed(at)) {
                return at(at - 3, Tag.COMMA) && at(at - 4, Tag.PERSON);
            }
            if (!closed(at) || !at(at - 1, Tag.COMMA) || at < 2) {
                return false;
            }
            if (at(at + 1, Tag.COMMA) || at(at + 1, Tag.PAREN)) {
                return bound.isEmpty()
                        && !at(at + 2, Tag.SUBSET); // "Sean Point, 27, were": set off on both sides, it counts nobody
            }
            Item before = items.get(at - 2);
            boolean one = before.lexeme(Tag.PERSON).filter(p -> p.has("one")).isPresent();
            return before.unknown()
                    || one
                    || Reading.name(before, Name.Kind.PERSON).isPresent();
        }

        private boolean closed(int i) {
            return i + 1 == items.size() || items.get(i + 1).isAny(Tag.COMMA, Tag.STOP, Tag.PAREN, Tag.DASH);
        }

        /** "A Hermes 900 drone": a number before one piece of equipment is its model. */
        private boolean model(long value) {
            return value > 1
                    && bound.isEmpty()
                    && at > 0
                    && items.get(at - 1).unknown()
                    && at + 1 < items.size()
                    && items.get(at + 1)
                            .lexeme(Tag.GEAR)
                            .filter(g -> g.has("one"))
                            .isPresent()
                    && items.get(at + 1).senses().stream()
                            .noneMatch(s -> s instanceof Lexeme l && l.tag() == Tag.GEAR && l.has("value"));
        }

        private Quantity figure() {
            Figure figure = items.get(at).sense(Figure.class).orElseThrow();
            boolean thing =
                    figure.shape() != Figure.Shape.DECIMAL && figure.value() >= 0 && figure.value() <= Count.LARGEST;
            if (!thing
                    || age()
                    || model(figure.value())
                    || at(at - 1, Tag.UNIT_BEFORE)
                    || at(at - 3, Tag.UNIT_BEFORE) && at(at - 2, Tag.NUMBER) // "ages 25 and 26"
                    || at(at + 1, Tag.COORD) && at(at + 2, Tag.NUMBER) && unit(at + 3) && !at(at - 1, Tag.TRIGGER)
                    || at(at - 1, Tag.SPACE) && at(at - 2, Tag.UNIT_BEFORE)) {
                return null;
            }
            if (rangeAt(at + 1) && at(at + 2, Tag.NUMBER) && !at(at - 1, Tag.TOTAL) && !at(at - 1, Tag.INCREMENT)) {
                long other = items.get(at + 2).sense(Figure.class).orElseThrow().value();
                if (other > figure.value() && other <= Count.LARGEST) {
                    long low =
                            scaled(figure, items.get(at + 2).sense(Figure.class).orElseThrow());
                    at += 3;
                    return unit(at) ? null : range(low, other);
                }
            }
            bound = bound.isEmpty() ? rough() : bound;
            at++;
            if (unit(at)) {
                return null;
            }
            after();
            return bounded(figure.value());
        }

        /** "70 to 75 thousand": the word behind the second number speaks of the first too. */
        private static long scaled(Figure low, Figure high) {
            long scale = high.value() % 1_000_000 == 0 ? 1_000_000 : 1000;
            boolean word = high.shape() == Figure.Shape.WORDS && high.value() % scale == 0;
            return word && low.value() < 1000 && low.value() < high.value() / scale ? low.value() * scale : low.value();
        }

        /** "Une dizaine", "una veintena": a number word that is rough by itself, where nothing else bounds it. */
        private String rough() {
            return items.get(at).lexeme(Tag.CARDINAL).map(c -> c.trait("bound")).orElse("");
        }

        /** A word between two numbers that makes them a range: "à"; "et" only behind "entre". */
        private boolean rangeAt(int i) {
            boolean weak = at(i, Tag.RANGE)
                    && items.get(i).lexeme(Tag.RANGE).filter(r -> r.has("weak")).isPresent();
            return at(i, Tag.DASH) || at(i, Tag.RANGE) && (!weak || at(i - 2, Tag.RANGE_OPEN));
        }

        /** Whether a unit of measure follows, or a hyphen and a word: "44-day", "16-member". */
        private boolean unit(int i) {
            int next = at(i, Tag.SPACE) ? i + 1 : i;
            boolean dash = at(next, Tag.DASH)
                    && items.get(next).start() == items.get(next - 1).end();
            return at(next, Tag.UNIT) || dash && next + 1 < items.size();
        }

        private void after() {
            int next = at(at, Tag.SPACE) ? at + 1 : at;
            if (at(next, Tag.QUALIFIER_AFTER)) {
                bound = items.get(next)
                        .lexeme(Tag.QUALIFIER_AFTER)
                        .orElseThrow()
                        .trait("bound");
                at = next + 1;
            }
        }

        private Quantity range(long low, long high) {
            return new Quantity(Count.between(low, high), "RANGE", Optional.empty(), false);
        }

        private Quantity bounded(long n) {
            return Quantity.bounded(n, bound);
        }

        private void skipSpace() {
            if (is(Tag.SPACE) && at + 1 < items.size() && items.get(at + 1).is(Tag.NUMBER)) {
                at++;
            }
        }

        private boolean is(Tag tag) {
            return at(at, tag);
        }

        private boolean at(int i, Tag tag) {
            return Items.is(items, i, tag);
        }
    }
}
