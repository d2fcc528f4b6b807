package org.tollwatch.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.tollwatch.report.Status;

/** Compares what was read with what is right, slot by slot. */
final class Comparer {

    private static final String NONE = "";

    private final Codes codes;

    Comparer(Codes codes) {
        this.codes = codes;
    }

    boolean sameBounds(GoldClaim gold, Got got) {
        return gold.bounds().stream().anyMatch(bounds -> bounds.admit(got.count()));
    }

    boolean sameMeasure(GoldClaim gold, Got got) {
        return answer(gold, got, Slot.MEASURE) == Answer.RIGHT;
    }

    /** How each slot that the gold states was read, but for bounds and measure. */
    Map<Slot, Answer> answers(GoldClaim gold, Got got) {
        Map<Slot, Answer> answers = new EnumMap<>(Slot.class);
        for (Slot slot : gold.accepted().keySet()) {
            if (slot != Slot.MEASURE) {
                answers.put(slot, answer(gold, got, slot));
            }
        }
        return answers;
    }

    private Answer answer(GoldClaim gold, Got got, Slot slot) {
        String value = got.value(slot);
        List<String> right = gold.accepted().get(slot);
        if (slot == Slot.CLAIMANT_SIDE) {
            value = codes.side(value).orElse(value);
        }
        String read = value;
        if (right.stream().anyMatch(wanted -> same(slot).test(resolved(slot, wanted), read))) {
            return Answer.RIGHT;
        }
        boolean open = read.isEmpty() || slot == Slot.STATUS && read.equals(Status.ANY.name());
        return open ? Answer.OPEN : Answer.WRONG;
    }

    private String resolved(Slot slot, String wanted) {
        return switch (slot) {
            case PARTY, TARGET -> codes.id(wanted).orElse(wanted);
            case CLAIMANT_SIDE -> codes.side(wanted).orElse(wanted);
            default -> wanted;
        };
    }

    private static BiPredicate<String, String> same(Slot slot) {
        return switch (slot) {
            case FROM, TO -> Comparer::within;
            case ITEM -> (wanted, read) -> folded(wanted).equals(folded(read));
            default -> String::equalsIgnoreCase;
        };
    }

    /** Gold that tells a month, a year or a decade takes any day in it. */
    private static boolean within(String wanted, String day) {
        String known = wanted.matches("[0-9]{4}s") ? wanted.substring(0, 3) : wanted;
        return known.equals(NONE) ? day.equals(NONE) : day.startsWith(known);
    }

    private static String folded(String item) {
        return item.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    }
}
