package org.tollwatch.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tollwatch.data.DataFileException;

/**
 * What was read of gold sets.
 *
 * @param flaws lines that could not be used, each with file, line, field and what to do
 * @param absent texts kept elsewhere that are not on this machine, by a sentence each
 */
public record Gold(List<GoldText> texts, List<DataFileException> flaws, List<String> absent) {

    public static final Gold NONE = new Gold(List.of(), List.of(), List.of());

    public Gold {
        texts = List.copyOf(texts);
        flaws = List.copyOf(flaws);
        absent = List.copyOf(absent);
    }

    /** Only the texts that are asked for. */
    public Gold where(Predicate<GoldText> wanted) {
        return new Gold(texts.stream().filter(wanted).toList(), flaws, absent);
    }

    Gold and(Gold other) {
        return new Gold(both(texts, other.texts), both(flaws, other.flaws), both(absent, other.absent));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
