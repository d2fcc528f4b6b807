package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.VagueWord;

/** Events of triggers that stand alone, with nobody counted: "casualties were reported", "the town was shelled". */
final class Mentions {

    private Mentions() {}

    /** A noun of attack speaks of one that was made only where it is said to have been made, felt, or where it fell. */
    static boolean felt(List<Item> items, int at) {
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (items.get(i).is(Tag.CARRIED)) {
                return true;
            }
        }
        boolean placed = false;
        for (int i = at + 1; i < items.size() && i <= at + 6; i++) {
            Item item = items.get(i);
            placed |= item.is(Tag.LOCATIVE);
            if (item.is(Tag.CARRIED) || placed && item.isAny(Tag.NAME, Tag.OBJECT)) {
                return true;
            }
            if (item.isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.TRIGGER)) {
                return false;
            }
        }
        return false;
    }

    static Event of(List<Item> items, int at, Lexeme trigger, VagueWord word) {
        Measure measure = null;
        NounClass noun = NounClass.PERSON;
        for (NounClass kind : NounClass.values()) {
            if (measure == null && trigger.measureFor(kind) != null) {
                measure = trigger.measureFor(kind);
                noun = kind;
            }
        }
        Group group = new Group(
                Quantity.vague(word),
                noun,
                false,
                trigger.status(),
                trigger.trait("kind"),
                Optional.empty(),
                false,
                true,
                List.of(items.get(at)));
        return new Event(
                measure,
                group,
                at,
                Optional.of(trigger),
                at,
                trigger.status(),
                trigger.trait("kind"),
                false,
                at,
                at,
                0);
    }
}
