package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who struck, and who was struck. */
final class StrikeClause {

    private static final int WINDOW = 9;
    private final Reading reading;
    private final List<Item> items;
    private final LocalDate day;

    StrikeClause(Reading reading, List<Item> items, LocalDate day) {
        this.reading = reading;
        this.items = items;
        this.day = day;
    }

    /** The one struck: the object of the verb, what the strike was on; before a passive verb, its subject. */
    Optional<String> target(int trigger, Lexeme word) {
        if (passive(word) || suffered(trigger)) {
            return left(trigger, true, false);
        }
        if (word.has("final")) {
            return goal(trigger);
        }
        boolean from = false;
        boolean where = false;
        int subject = Subject.behind(items, trigger, word);
        for (int i = Math.max(trigger, subject) + 1; i < items.size() && i <= trigger + WINDOW; i++) {
            Item item = items.get(i);
            from = item.has(Tag.LOCATIVE, "agent") || from && !item.is(Tag.LOCATIVE);
            Optional<String> struck = reading.partyOrHolder(item, day);
            if (struck.isPresent()
                    && i != StrikeOwner.behind(items, trigger)
                    && !from
                    && (!Items.is(items, i - 1, Tag.OF) || Items.is(items, i - 2, Tag.OBJECT) || where)
                    && !Items.is(items, i - 1, Tag.BY)
                    && !Items.is(items, i + 1, Tag.SPEECH)) {
                return struck;
            }
            where |= item.is(Tag.LOCATIVE) && !from;
            if (item.isAny(Tag.STOP, Tag.SPEECH, Tag.ACCORDING, Tag.BREAK) || item.is(Tag.TRIGGER) && i > trigger + 1) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "The towns came under nine air strikes": what stands before is struck. */
    private boolean suffered(int trigger) {
        for (int i = trigger - 1; i >= 0 && i >= trigger - 3; i--) {
            if (items.get(i).has(Tag.CARRIED, "place")) {
                return true;
            }
        }
        return false;
    }

    /** "Kiev'e", "kenti": the place before a verb that closes its clause, and not the one it came from. */
    private Optional<String> goal(int trigger) {
        for (int i = trigger - 1; i > 0 && i > trigger - WINDOW - 3; i--) {
            Optional<Lexeme> where = items.get(i - 1).lexeme(Tag.LOCATIVE);
            Optional<String> struck = reading.partyOrHolder(items.get(i), day);
            if (struck.isPresent() && where.filter(w -> !w.has("agent")).isPresent()) {
                return struck;
            }
            if (items.get(i).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The one that struck: the subject of an active verb, the owner of the strike, "by X", "from X". */
    Optional<String> agent(int trigger, Lexeme word) {
        if (!word.has("agent") && !word.has("place")) {
            return Optional.empty(); // explosions are heard, whoever caused them
        }
        int subject = Subject.behind(items, trigger, word);
        if (subject >= 0) {
            return Reading.party(items.get(subject));
        }
        Optional<String> owner = StrikeOwner.party(items, trigger);
        if (owner.isPresent()) {
            return owner;
        }
        for (int i = trigger + 1; !word.has("final") && i < items.size() && i <= trigger + WINDOW; i++) {
            Item item = items.get(i);
            Optional<String> named = reading.partyOrHolder(item, day);
            boolean origin =
                    back(i, Tag.BY) || Items.is(items, i - 1, Tag.OF) && word.is("form", "noun") || fromBefore(i);
            if (named.isPresent() && origin) {
                return named;
            }
            if (item.isAny(Tag.STOP, Tag.SPEECH, Tag.ACCORDING, Tag.BREAK, Tag.COMMA)) {
                break;
            }
        }
        Optional<String> origin = word.has("final") && word.is("form", "verb") ? whence(trigger) : Optional.empty();
        if (origin.isPresent()) {
            return origin;
        }
        return passive(word) || suffered(trigger)
                ? Optional.empty()
                : left(trigger, false, word.has("final") && word.is("form", "noun"));
    }

    /** "Lübnan'dan 180 roket fırlatıldı": the land it came from, before a verb that closes its clause. */
    private Optional<String> whence(int trigger) {
        for (int i = trigger - 1; i > 0 && i > trigger - WINDOW; i--) {
            boolean from = items.get(i - 1)
                    .lexeme(Tag.LOCATIVE)
                    .filter(l -> l.has("agent") && l.has("post"))
                    .isPresent();
            if (from && reading.partyOrHolder(items.get(i), day).isPresent()) {
                return reading.partyOrHolder(items.get(i), day);
            }
            if (items.get(i).isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.COMMA)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "The army repelled four attacks": they were the other side's. */
    boolean repelled(int trigger) {
        return repelling(trigger) >= 0;
    }

    /** Who repelled them, where he is named. */
    Optional<String> repels(int trigger) {
        int verb = repelling(trigger);
        return verb < 0 ? Optional.empty() : left(verb, false, false);
    }

    private int repelling(int trigger) {
        for (int i = trigger - 1; i >= 0 && i > trigger - 6; i--) {
            if (items.get(i).has(Tag.CARRIED, "repel")) {
                return i;
            }
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH, Tag.BREAK)) {
                return -1;
            }
        }
        return -1;
    }

    /** "กองทัพว่า โจมตี ...", "nói đã đánh ...", "and fired ...": an active verb right behind what leads in its clause has its subject unsaid. */
    boolean unsaid(int trigger, Lexeme word) {
        if (passive(word) || !word.has("agent") || !word.is("form", "verb")) {
            return false;
        }
        int i = trigger - 1;
        while (i >= 0
                && items.get(i).isAny(Tag.AUX, Tag.SPACE, Tag.DATE, Tag.COMMA)
                && !items.get(i).is(Tag.SPEECH)) {
            i--;
        }
        return i >= 0 && items.get(i).isAny(Tag.SPEECH, Tag.COORD);
    }

    private boolean fromBefore(int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (items.get(k).has(Tag.LOCATIVE, "agent")) {
                return true;
            }
            if (items.get(k).is(Tag.NAME)) {
                return false;
            }
        }
        return false;
    }

    private boolean back(int i, Tag tag) {
        return Items.is(items, i - 1, tag)
                || Items.is(items, i - 2, tag)
                || Items.is(items, i - 3, tag) && !Items.is(items, i - 2, Tag.NAME);
    }

    /** @param noun whether only its owner can have struck: "X'in saldırısı", not who tells of it */
    private Optional<String> left(int trigger, boolean places, boolean noun) {
        for (int i = trigger - 1; i >= 0 && i > trigger - WINDOW - 3; i--) {
            Item item = items.get(i);
            Optional<String> party = Reading.party(item);
            if (party.isPresent()
                    && (places || !onlyPlace(item))
                    && !Items.is(items, i - 1, Tag.AGAINST)
                    && !Subject.tells(items, i)
                    && !owner(i, party.get())
                    && (!noun || i + 1 == trigger || marked(i))
                    && !(Items.is(items, i - 1, Tag.LOCATIVE) && !places)) {
                return party;
            }
            if (places && reading.holder(item, day).isPresent()) {
                return reading.holder(item, day);
            }
            boolean colon = item.is(Tag.STOP) && reading.text().text().charAt(item.start()) == ':';
            if (!colon && item.isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean marked(int i) {
        boolean owns = Items.is(items, i + 1, Tag.GENITIVE)
                || Items.is(items, i + 2, Tag.GENITIVE) && Items.is(items, i + 2, Tag.ROLE);
        return owns
                || Items.is(items, i - 1, Tag.BY)
                || Reading.name(items.get(i), Name.Kind.PARTY)
                        .filter(n -> n.form() == Name.Form.PEOPLE)
                        .isPresent();
    }

    /** "Ukrayna'nın Harkiv kenti": whose the place is that follows. */
    private boolean owner(int i, String party) {
        for (int k = i + 2;
                Items.is(items, i + 1, Tag.GENITIVE)
                        && Items.is(items, i + 2, Tag.LOCATIVE)
                        && k < items.size()
                        && k < i + 5;
                k++) {
            if (reading.holder(items.get(k), day).filter(party::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A town that may stand for its government does no shelling. */
    private static boolean onlyPlace(Item item) {
        return Reading.name(item, Name.Kind.PLACE).isPresent()
                && Reading.name(item, Name.Kind.PARTY)
                        .filter(n -> n.form() == Name.Form.SEAT)
                        .isPresent();
    }

    private static boolean passive(Lexeme word) {
        return word.has("place") && !word.has("agent");
    }
}
