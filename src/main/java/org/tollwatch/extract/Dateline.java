package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Where a text says at its head that it was written: "BAKU, 4 April - ...". Whoever it names bare is at home there. */
final class Dateline {

    /** Sentences, headlines among them, before which it stands. */
    private static final int HEAD = 4;

    /** Items after the town within which a date or a dash closes it. */
    private static final int LENGTH = 9;

    private Dateline() {}

    /** The party whose town it is, or who holds it; where there is none, the state the language is at home in. */
    static Optional<String> party(Reading reading) {
        List<Sentence> sentences = reading.sentences();
        for (int i = 0; i < Math.min(HEAD, sentences.size()); i++) {
            List<Item> items = sentences.get(i).items();
            boolean starts = i == 0
                    || sentences.get(i).span().paragraph()
                            != sentences.get(i - 1).span().paragraph();
            if (starts && !items.isEmpty() && closes(items)) {
                Optional<String> holder = town(items.get(0))
                        ? Reading.party(items.get(0)).or(() -> reading.holder(items.get(0), reading.today()))
                        : Optional.empty();
                if (holder.isPresent()) {
                    return holder;
                }
            }
        }
        return reading.pack().home().filter(p -> reading.conflict().party(p).isPresent());
    }

    /** Where the sentence itself begins behind the dateline: "KYIV - Moscow said"; 0 where there is none. */
    static int end(List<Item> items) {
        for (int i = 1; i < items.size() && i < LENGTH && town(items.get(0)); i++) {
            if (items.get(i).is(Tag.DASH)) {
                return i + 1;
            }
            if (items.get(i).isAny(Tag.SPEECH, Tag.AUX, Tag.TRIGGER, Tag.GROUP)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean town(Item item) {
        return Reading.name(item, Name.Kind.PLACE).isPresent()
                || Reading.name(item, Name.Kind.PARTY)
                        .filter(n -> n.form() == Name.Form.SEAT)
                        .isPresent();
    }

    private static boolean closes(List<Item> items) {
        if (items.size() < 2 || !items.get(1).isAny(Tag.COMMA, Tag.DASH, Tag.PAREN, Tag.DATE, Tag.STOP)) {
            return false;
        }
        for (int i = 1; i < items.size() && i < LENGTH; i++) {
            if (items.get(i).isAny(Tag.DASH, Tag.DATE)) {
                return true;
            }
        }
        return false;
    }
}
