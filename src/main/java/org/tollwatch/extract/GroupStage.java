package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.VagueWord;

/** Joins a quantity with the noun it counts, whatever adjectives, names and classifiers stand between. */
final class GroupStage {

    private final List<Item> items;
    private final boolean classifiers;
    private final List<Item> out = new ArrayList<>();

    private GroupStage(LanguagePack pack, List<Item> items) {
        this.items = items;
        this.classifiers = pack.classifiers();
    }

    static List<Item> apply(LanguagePack pack, List<Item> items) {
        return new GroupStage(pack, items).run();
    }

    private List<Item> run() {
        for (int i = 0; i < items.size(); ) {
            Item item = items.get(i);
            CountedNoun noun = new CountedNoun(items);
            if (item.is(Tag.QUANTITY)) {
                int next = ofWhole(i) ? i + 3 : i + 1;
                if (!closed(i)) {
                    noun.follow(next, false);
                } else {
                    noun.end = i + 1;
                }
                i = Math.max(
                        closed(i) ? i + 1 : next,
                        group(i, noun, item.sense(Quantity.class).orElseThrow(), false));
            } else if (one(items, i)) {
                noun.passes(item, i);
                noun.end = i + 2;
                i = group(i, noun, Quantity.exactly(1), false);
            } else if (item.is(Tag.ARTICLE) && singular(i, noun)) {
                i = group(i, noun, Quantity.exactly(1), false);
            } else if (carried(i, noun)) {
                i = group(i, noun, Quantity.exactly(Carried.number(items, i)), false);
                i = Carried.repeated(items, i) ? i + 1 : i;
            } else if (item.isAny(Tag.PERSON, Tag.GEAR, Tag.AMMO) && !item.is(Tag.TRIGGER)) {
                i = bare(i, noun);
            } else {
                out.add(item);
                i++;
            }
        }
        return out;
    }

    /** "พลเรือนดับ 13 ทหารพลีชีพ 7 นาย": behind the space another clause begins; the number is the verb's before it. */
    private boolean closed(int at) {
        Item last = out.isEmpty() ? null : out.get(out.size() - 1);
        return classifiers
                && last != null
                && last.has(Tag.TRIGGER, "person")
                && at + 1 < items.size()
                && items.get(at + 1).is(Tag.PERSON)
                && !items.get(at + 1).is(Tag.CLASSIFIER)
                && items.get(at).end() < items.get(at + 1).start();
    }

    /** A noun that says by its form how many there are, and stands where a noun can. */
    private boolean carried(int at, CountedNoun noun) {
        if (Carried.number(items, at) <= (Carried.inRow(out) ? 1 : 0)) {
            return false;
        }
        noun.follow(at, false);
        return noun.end > at;
    }

    /** "37 out of 45 drones", "two of the four soldiers": the first number counts, the second only says of how many. */
    private boolean ofWhole(int at) {
        return at + 2 < items.size()
                && items.get(at + 2).is(Tag.QUANTITY)
                && (items.get(at + 1).is(Tag.OF) || CountedNoun.whole(items.get(at + 1)));
    }

    /** "A soldier", "another Azerbaijani serviceman", "un mort". */
    private boolean singular(int at, CountedNoun noun) {
        Lexeme article = items.get(at).lexeme(Tag.ARTICLE).orElseThrow();
        if (!article.has("value")) {
            return false;
        }
        noun.follow(at + 1, true);
        return noun.found != null && noun.found.has("one") || noun.found == null && noun.oneHead;
    }

    /** "ทหารคนหนึ่ง": a classifier and the word for one glued to it make "a soldier" of the noun before them. */
    static boolean one(List<Item> items, int at) {
        return items.get(at).is(Tag.CLASSIFIER)
                && at + 1 < items.size()
                && items.get(at).end() == items.get(at + 1).start()
                && items.get(at + 1)
                        .sense(Quantity.class)
                        .filter(q -> q.count().low() == 1 && q.count().high() == 1)
                        .isPresent();
    }

    private int group(int start, CountedNoun noun, Quantity quantity, boolean implied) {
        int from = start;
        if (noun.found == null && noun.end < items.size() && beast(noun.end)) {
            out.add(Item.of(items.get(start).start(), items.get(start).end(), new Mark(Tag.MASKED)));
            return start + 1;
        }
        boolean uncounted = noun.beast || classifiers && noun.classifier == null && !bareCount(start);
        if (noun.found == null && noun.head.isEmpty() && uncounted) {
            out.add(Item.of(items.get(start).start(), items.get(start).end(), new Mark(Tag.MASKED)));
            return start + 1;
        }
        List<Item> inner = new ArrayList<>(items.subList(start, noun.end));
        int textStart = items.get(start).start();
        if (noun.found == null && noun.head.isEmpty() && noun.classifier != null) {
            textStart = lookBack(noun, inner, textStart);
        }
        boolean named = noun.found != null || noun.head.isPresent() || noun.classifier != null;
        Optional<Lexeme> behind = named && !implied ? behind(quantity, noun.end) : Optional.empty();
        Quantity bounded = behind.map(b -> Quantity.bounded(quantity.count().low(), b.trait("bound")))
                .orElse(quantity);
        Quantity said = noun.more || quantity.more() ? bounded.andMore() : bounded;
        Group group = new Group(
                said, noun.kind(), named, noun.status, noun.label, noun.head, noun.words > 0 && !named, implied, inner);
        int end = named ? noun.end + (behind.isPresent() ? 1 : 0) : from + 1 + (noun.more ? 1 : 0);
        out.add(Item.of(textStart, items.get(end - 1).end(), group));
        return end;
    }

    /** "Five people at least": what bounds an exact number may stand behind its noun, where the word's trait says so. */
    private Optional<Lexeme> behind(Quantity quantity, int at) {
        boolean exact = quantity.vague().isEmpty() && quantity.qualifier().equals("EXACT");
        return exact && at < items.size()
                ? items.get(at).lexeme(Tag.QUALIFIER_AFTER).filter(q -> q.is("form", "noun"))
                : Optional.empty();
    }

    /** "Three stray dogs": what dies there is no loss of people. */
    private boolean beast(int from) {
        int at = from;
        while (at < items.size()
                && at < from + CountedNoun.WORDS
                && items.get(at).unknown()) {
            at++;
        }
        return at < items.size() && items.get(at).is(Tag.BEAST);
    }

    /** "เจ็บอีก 19", "สูญเสียพลเรือน 60": the number ends its clause right behind what it counts, and needs no classifier. */
    private boolean bareCount(int at) {
        boolean ends = at + 1 >= items.size()
                || items.get(at + 1)
                        .isAny(Tag.STOP, Tag.COMMA, Tag.COORD, Tag.SUBSET, Tag.PAREN, Tag.BREAK, Tag.LOCATIVE)
                || items.get(at).end() < items.get(at + 1).start();
        Item last = out.isEmpty() ? null : out.get(out.size() - 1);
        boolean counted = last != null
                && (last.has(Tag.TRIGGER, "person")
                        || last.sense(Group.class)
                                .filter(g -> g.implied() && g.noun() == NounClass.PERSON)
                                .isPresent());
        boolean from = at + 1 < items.size() && items.get(at + 1).is(Tag.RANGE)
                || at + 2 < items.size() && items.get(at + 2).is(Tag.RANGE); // "เพิ่มขึ้นจาก 54 เป็น 86 นาย"
        return ends && (counted || toll() && !from);
    }

    /** "ยอดตายแตะ 492": a toll and how it rose, right before the number. */
    private boolean toll() {
        int at = out.size() - 1;
        while (at > 0
                && at > out.size() - 4
                && (out.get(at).isAny(Tag.TOTAL, Tag.INCREMENT, Tag.AUX, Tag.SPACE)
                        || out.get(at).unknown())) {
            at--;
        }
        return at >= 0
                && out.get(at)
                        .lexeme(Tag.TRIGGER)
                        .filter(t -> t.has("toll") && !t.has("weak"))
                        .isPresent();
    }

    /** A classifier's noun stands before the number: "ทหารอาร์เมเนีย 54 นาย". */
    private int lookBack(CountedNoun noun, List<Item> inner, int start) {
        int i = out.size() - 1;
        int steps = 0;
        while (i >= 0
                && steps < 5
                && (out.get(i)
                                .isAny(
                                        Tag.SPACE,
                                        Tag.NAME,
                                        Tag.MORE,
                                        Tag.OF,
                                        Tag.AUX,
                                        Tag.SIDE_OF,
                                        Tag.ENEMY,
                                        Tag.POSSESSIVE,
                                        Tag.UNIT_BEFORE,
                                        Tag.MASKED) // "เด็กชายอายุ 8 ปี 1 ราย"
                        || out.get(i).unknown()
                        || out.get(i).is(Tag.UNIT)
                                && out.get(Math.max(0, i - 1)).is(Tag.MASKED))) {
            i--;
            steps++;
        }
        boolean bare =
                i >= 0 && out.get(i).sense(Group.class).filter(Group::implied).isPresent();
        int last = out.size() - 1;
        if (!bare && last >= 0 && CountedNoun.people(out.get(last))) {
            inner.add(out.get(last));
            return out.remove(last).start();
        }
        if (!bare) {
            return start;
        }
        Group before = out.get(i).sense(Group.class).orElseThrow();
        if (!noun.fits(before.noun())) {
            return start;
        }
        noun.borrow(before);
        inner.addAll(0, before.inner());
        int from = out.get(i).start();
        while (out.size() > i) {
            Item dropped = out.remove(out.size() - 1);
            if (dropped.isAny(Tag.NAME, Tag.ENEMY, Tag.POSSESSIVE)) {
                inner.add(dropped);
            }
        }
        return from;
    }

    /** A noun without a quantity: a plural says more than one, a mention says some. */
    private int bare(int start, CountedNoun noun) {
        noun.follow(start, false);
        boolean uncounted =
                !out.isEmpty() && out.get(out.size() - 1).is(Tag.MASKED); // a number that is no count stands before it
        if (uncounted || noun.found == null || noun.found.has("one") && noun.head.isEmpty()) {
            out.add(items.get(start));
            return start + 1;
        }
        Quantity quantity = Quantity.vague(noun.found.has("many") ? VagueWord.MANY : VagueWord.SOME);
        return group(start, noun, quantity, true);
    }
}
