package org.tollwatch.evaluate;

import static org.tollwatch.evaluate.Score.count;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what became of one text's claims. */
final class Scoring {

    private final TextResult result;
    private final List<Pair> required;
    private final List<Pair> vague;

    private Scoring(TextResult result) {
        this.result = result;
        required = result.pairs().stream().filter(p -> p.gold().required()).toList();
        vague = result.pairs().stream().filter(p -> !p.gold().required()).toList();
    }

    static Score score(TextResult result) {
        Scoring scoring = new Scoring(result);
        return new Score(scoring.tallies(), scoring.slots());
    }

    private Map<Tally, Long> tallies() {
        Map<Tally, Long> n = new EnumMap<>(Tally.class);
        List<GoldClaim> gold = result.text().claims();
        n.put(Tally.TEXTS, 1L);
        n.put(Tally.UNREAD, one(result.unread().isPresent()));
        n.put(Tally.LANGUAGE_RECOGNISED, one(result.languageRecognised()));
        n.put(Tally.CONFLICT_FOUND, one(result.conflictFound()));
        n.put(Tally.WANTED, count(gold, GoldClaim::required));
        n.put(Tally.VAGUE_WANTED, count(gold, g -> !g.required()));
        n.put(Tally.READ, read());
        n.put(Tally.VAGUE_READ, vagueRead());
        n.put(Tally.FOUND, count(required, Pair::found));
        n.put(Tally.VAGUE_FOUND, count(vague, Pair::found));
        n.put(Tally.FOUND_PARTY, count(required, p -> p.right(Slot.PARTY)));
        n.put(Tally.FOUND_SIDE, count(required, p -> p.right(Slot.CLAIMANT_SIDE)));
        n.put(Tally.FOUND_WHOLE, count(required, Pair::whole));
        n.put(Tally.FOUND_DATED, count(required, Pair::dated));
        n.put(Tally.HISTORICAL, count(result.pairs(), p -> p.found() && p.gold().historical()));
        n.put(Tally.HISTORICAL_AS_CURRENT, count(result.pairs(), p -> p.found() && p.historicalAsCurrent()));
        n.put(Tally.CURRENT_AS_HISTORICAL, count(result.pairs(), p -> p.found() && p.currentAsHistorical()));
        n.put(Tally.DISTRACTORS, (long) result.text().distractors().size());
        n.put(Tally.DISTRACTED, (long) result.distracted().size());
        return n;
    }

    /** A claim read where one without a quantity stands is no claim too many, if it was found; a number there is. */
    private long read() {
        return required.size()
                + count(vague, p -> !p.found() && p.got().quantified())
                + count(result.extras(), Got::quantified);
    }

    private long vagueRead() {
        return count(vague, p -> p.found() || !p.got().quantified()) + count(result.extras(), got -> !got.quantified());
    }

    private Map<Slot, Marks> slots() {
        Map<Slot, Marks> marks = new EnumMap<>(Slot.class);
        for (Pair pair : required) {
            pair.answers().forEach((slot, answer) -> marks.merge(slot, Marks.of(answer), Marks::plus));
            wordsOf(pair, Pair.Kind.OTHER_BOUNDS)
                    .ifPresent(answer -> marks.merge(Slot.BOUNDS, Marks.of(answer), Marks::plus));
            wordsOf(pair, Pair.Kind.OTHER_MEASURE)
                    .ifPresent(answer -> marks.merge(Slot.MEASURE, Marks.of(answer), Marks::plus));
        }
        return marks;
    }

    /** Bounds are compared where the measure is right, and the measure where the bounds are. */
    private static Optional<Answer> wordsOf(Pair pair, Pair.Kind wrong) {
        if (pair.found()) {
            return Optional.of(Answer.RIGHT);
        }
        return pair.kind() == wrong ? Optional.of(Answer.WRONG) : Optional.empty();
    }

    private static long one(boolean yes) {
        return yes ? 1 : 0;
    }
}
