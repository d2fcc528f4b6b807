package org.tollwatch.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;

/** Walks over what may stand between a number and its noun. */
final class CountedNoun {

    /** Unknown words allowed between number and noun. */
    static final int WORDS = 3;

    private final List<Item> items;
    Lexeme found;
    Lexeme classifier;
    Optional<Measure> head = Optional.empty();
    boolean oneHead;
    Status status = Status.ANY;
    String label = "";
    NounClass borrowed;
    boolean more;
    boolean beast;
    int words;
    int end;

    CountedNoun(List<Item> items) {
        this.items = items;
    }

    void follow(int start, boolean onlySingular) {
        end = start;
        for (int i = start; i < items.size() && i < start + 9; i++) {
            Item item = items.get(i);
            if (i > start && GroupStage.one(items, i)) {
                return;
            }
            if (noun(item)) {
                end = i + 1;
            } else if (people(item) && found == null && !nounAhead(i + 1)) {
                found = new Lexeme(Tag.PERSON, "", Map.of("many", "true"));
                end = i + 1;
            } else if (found != null && item.has(Tag.MORE, "post")) {
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
            if (item.isAny(Tag.PERSON, Tag.GEAR, Tag.AMMO) || item.has(Tag.TRIGGER, "head")) {
                return true;
            }
            if (!item.isAny(Tag.NAME, Tag.DASH) && !item.unknown()) {
                return false; // "77 Israeli-made drones"
            }
        }
        return false;
    }

    /** A word between a part and that of which it is one: "37 out of 45". */
    static boolean whole(Item item) {
        return item.senses().stream()
                .anyMatch(s -> s instanceof Lexeme l && l.tag() == Tag.FRACTION && l.is("form", "whole"));
    }

    static boolean people(Item item) {
        return item.sense(Name.class).filter(n -> n.form() == Name.Form.PEOPLE).isPresent();
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
        boolean with = found != null
                && found.tag() != Tag.PERSON
                && trigger.filter(t -> t.is("form", "verb")).isPresent(); // "4 füzeyle saldırı düzenledi"
        if (trigger.isPresent() && head.isEmpty() && adjective && !with) {
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
        boolean counts = article.has(Tag.ARTICLE, "value");
        boolean noun = at + 1 < items.size()
                && (items.get(at + 1).is(Tag.PERSON)
                        || heading(items.get(at + 1)).isPresent());
        return !counts && noun && items.get(at - 1).is(Tag.QUANTITY);
    }

    /** A word that is counted itself: "deaths", "morts". */
    private static Optional<Lexeme> heading(Item item) {
        return item.lexeme(Tag.TRIGGER).filter(t -> t.has("head"));
    }

    boolean passes(Item item, int at) {
        if (item.is(Tag.CLASSIFIER)) {
            classifier = item.lexeme(Tag.CLASSIFIER).orElseThrow();
            end = at + 1;
            status = classifier.status() == Status.ANY ? status : classifier.status();
            head = classifier.has("head") ? Optional.of(Measure.valueOf(classifier.trait("head"))) : head;
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
