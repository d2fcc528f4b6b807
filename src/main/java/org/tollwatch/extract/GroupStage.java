package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;

/** Joins a quantity with the noun it counts, whatever adjectives, names and classifiers stand between. */
final class GroupStage {

    /** Unknown words allowed between number and noun. */
    private static final int WORDS = 3;

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
            Noun noun = new Noun(items);
            if (item.is(Tag.QUANTITY)) {
                noun.follow(ofWhole(i) ? i + 3 : i + 1, false);
                i = group(i, noun, item.sense(Quantity.class).orElseThrow(), false);
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

    /** A noun that says by its form how many there are, and stands where a noun can. */
    private boolean carried(int at, Noun noun) {
        if (Carried.number(items, at) <= (Carried.inRow(out) ? 1 : 0)) {
            return false;
        }
        noun.follow(at, false);
        return noun.end > at;
    }

    /** "37 out of 45 drones": the first number counts them, the second only says of how many. */
    private boolean ofWhole(int at) {
        return at + 2 < items.size()
                && items.get(at + 1)
                        .lexeme(Tag.FRACTION)
                        .filter(f -> f.is("form", "whole"))
                        .isPresent()
                && items.get(at + 2).is(Tag.QUANTITY);
    }

    /** "A soldier", "another Azerbaijani serviceman", "un mort". */
    private boolean singular(int at, Noun noun) {
        Lexeme article = items.get(at).lexeme(Tag.ARTICLE).orElseThrow();
        if (!article.has("value")) {
            return false;
        }
        noun.follow(at + 1, true);
        return noun.found != null && noun.found.has("one") || noun.found == null && noun.oneHead;
    }

    /** "ทหารคนหนึ่ง": a classifier and the word for one glued to it make "a soldier" of the noun before them. */
    private static boolean one(List<Item> items, int at) {
        return items.get(at).is(Tag.CLASSIFIER)
                && at + 1 < items.size()
                && items.get(at).end() == items.get(at + 1).start()
                && items.get(at + 1)
                        .sense(Quantity.class)
                        .filter(q -> q.count().low() == 1 && q.count().high() == 1)
                        .isPresent();
    }

    private int group(int start, Noun noun, Quantity quantity, boolean implied) {
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
        Quantity said = noun.more ? quantity.andMore() : quantity;
        Group group = new Group(
                said, noun.kind(), named, noun.status, noun.label, noun.head, noun.words > 0 && !named, implied, inner);
        int end = named ? noun.end : from + 1 + (noun.more ? 1 : 0);
        out.add(Item.of(textStart, items.get(end - 1).end(), group));
        return end;
    }

    /** "Three stray dogs": what dies there is no loss of people. */
    private boolean beast(int from) {
        int at = from;
        while (at < items.size() && at < from + WORDS && items.get(at).unknown()) {
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
                && (last.lexeme(Tag.TRIGGER).filter(t -> t.has("person")).isPresent()
                        || last.sense(Group.class)
                                .filter(g -> g.implied() && g.noun() == NounClass.PERSON)
                                .isPresent());
        return ends && counted;
    }

    /** A classifier's noun stands before the number: "ทหารอาร์เมเนีย 54 นาย". */
    private int lookBack(Noun noun, List<Item> inner, int start) {
        int i = out.size() - 1;
        int steps = 0;
        while (i >= 0
                && steps < 4
                && (out.get(i)
                                .isAny(
                                        Tag.SPACE,
                                        Tag.NAME,
                                        Tag.MORE,
                                        Tag.OF,
                                        Tag.AUX,
                                        Tag.SIDE_OF,
                                        Tag.ENEMY,
                                        Tag.POSSESSIVE)
                        || out.get(i).unknown())) {
            i--;
            steps++;
        }
        boolean bare =
                i >= 0 && out.get(i).sense(Group.class).filter(Group::implied).isPresent();
        int last = out.size() - 1;
        if (!bare && last >= 0 && Noun.people(out.get(last))) {
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
    private int bare(int start, Noun noun) {
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

    /** Walks over what may stand between a number and its noun. */
    private static final class Noun {
        private final List<Item> items;
        private Lexeme found;
        private Lexeme classifier;
        private Optional<Measure> head = Optional.empty();
        private boolean oneHead;
        private Status status = Status.ANY;
        private String label = "";
        private NounClass borrowed;
        private boolean more;
        private boolean beast;
        private int words;
        private int end;

        Noun(List<Item> items) {
            this.items = items;
        }

        void follow(int start, boolean onlySingular) {
            end = start;
            for (int i = start; i < items.size() && i < start + 9; i++) {
                Item item = items.get(i);
                if (i > start && one(items, i)) {
                    return;
                }
                if (noun(item)) {
                    end = i + 1;
                } else if (people(item) && found == null && !nounAhead(i + 1)) {
                    found = new Lexeme(Tag.PERSON, "", Map.of("many", "true"));
                    end = i + 1;
                } else if (found != null
                        && item.lexeme(Tag.MORE).filter(m -> m.has("post")).isPresent()) {
                    more = true; // "3 asker daha"
                    end = i + 1;
                    return;
                } else if (found != null || head.isPresent() || !passes(item, i)) {
                    return;
                }
            }
        }

        private boolean nounAhead(int from) {
            for (int i = from; i < Math.min(from + 3, items.size()); i++) {
                Item item = items.get(i);
                if (item.isAny(Tag.PERSON, Tag.GEAR, Tag.AMMO)
                        || item.lexeme(Tag.TRIGGER).filter(t -> t.has("head")).isPresent()) {
                    return true;
                }
                if (!item.is(Tag.NAME) && !item.unknown()) {
                    return false;
                }
            }
            return false;
        }

        private static boolean people(Item item) {
            return item.sense(Name.class)
                    .filter(n -> n.form() == Name.Form.PEOPLE)
                    .isPresent();
        }

        private boolean noun(Item item) {
            if (item.is(Tag.CLASSIFIER) && found == null && head.isEmpty() && !item.is(Tag.GEAR)) {
                return false;
            }
            Optional<Lexeme> thing = item.lexeme(Tag.PERSON)
                    .or(() -> item.lexeme(Tag.GEAR))
                    .or(() -> item.lexeme(Tag.AMMO))
                    .or(() -> item.lexeme(Tag.OBJECT));
            Optional<Lexeme> trigger = heading(item);
            boolean adjective = found == null || found.has("one") || found.tag() != Tag.PERSON;
            if (trigger.isPresent() && head.isEmpty() && adjective) {
                head = Optional.of(Measure.valueOf(trigger.get().trait("head")));
                status = trigger.get().status() == Status.ANY
                        ? status
                        : trigger.get().status();
                oneHead = trigger.get().has("one") && head.get() != Measure.STRIKES;
                label = label.isEmpty() ? trigger.get().trait("kind") : label;
                return true;
            }
            if (thing.isEmpty() || thing.get().tag() == Tag.PERSON && found != null && found.tag() != Tag.PERSON) {
                return false;
            }
            Lexeme noun = thing.get();
            if (found != null && noun.tag() != found.tag() && noun.tag() == Tag.OBJECT) {
                return false;
            }
            found = noun;
            status = noun.status() == Status.ANY ? status : noun.status();
            label = noun.has("item") ? noun.trait("item") : noun.has("kind") ? noun.trait("kind") : label;
            return true;
        }

        /** "Se elevan a 42 los soldados muertos": what is counted stands behind its number with an article of its own. */
        private boolean set(Item article, int at) {
            boolean counts =
                    article.lexeme(Tag.ARTICLE).filter(a -> a.has("value")).isPresent();
            boolean noun = at + 1 < items.size()
                    && (items.get(at + 1).is(Tag.PERSON)
                            || heading(items.get(at + 1)).isPresent());
            return !counts && noun && items.get(at - 1).is(Tag.QUANTITY);
        }

        /** A word that is counted itself: "deaths", "morts". */
        private static Optional<Lexeme> heading(Item item) {
            return item.lexeme(Tag.TRIGGER).filter(t -> t.has("head"));
        }

        private boolean passes(Item item, int at) {
            if (item.is(Tag.CLASSIFIER)) {
                classifier = item.lexeme(Tag.CLASSIFIER).orElseThrow();
                end = at + 1;
                status = classifier.status() == Status.ANY ? status : classifier.status();
                return true;
            }
            if (item.is(Tag.MORE)) {
                more = true;
                end = classifier != null ? at + 1 : end;
                return true;
            }
            beast |= item.is(Tag.BEAST);
            if (item.unknown()) {
                return classifier == null && ++words <= WORDS;
            }
            return item.isAny(Tag.OF, Tag.POSSESSIVE, Tag.GENITIVE, Tag.ENEMY, Tag.NAME, Tag.QUOTE)
                    || item.is(Tag.SPACE) && classifier == null
                    || item.is(Tag.ARTICLE) && (items.get(at - 1).is(Tag.OF) || set(item, at))
                    || item.is(Tag.MASKED)
                    || item.isAny(Tag.DASH, Tag.UNIT) && words == 0;
        }

        boolean fits(NounClass noun) {
            boolean thing = classifier.is("form", "thing") || classifier.is("form", "ammo");
            return !classifier.is("form", "act") && thing == (noun != NounClass.PERSON);
        }

        void borrow(Group before) {
            borrowed = before.noun();
            status = before.status() == Status.ANY ? status : before.status();
            label = before.label();
        }

        NounClass kind() {
            if (borrowed != null) {
                return borrowed;
            }
            if (found == null && classifier != null && classifier.is("form", "act")) {
                return NounClass.OBJECT;
            }
            if (found == null && classifier != null && classifier.is("form", "ammo")) {
                return NounClass.AMMO;
            }
            if (found == null) {
                return classifier != null && classifier.is("form", "thing") ? NounClass.GEAR : NounClass.PERSON;
            }
            return NounClass.valueOf(found.tag().name());
        }
    }
}
