package org.tollwatch.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.stream.Reason;

/**
 * One figure of a table's row, under the names that the schema has for what belongs to it.
 *
 * @param cells what is stated, by our names
 * @param theirs what the table calls them, where that is another name
 */
record ClaimColumns(Map<String, String> cells, Map<String, String> theirs) {

    static final List<String> NAMES = List.of(
            "conflict",
            "party",
            "target",
            "measure",
            "kind",
            "item",
            "status",
            "place",
            "lat",
            "lon",
            "count",
            "low",
            "best",
            "high",
            "claimant",
            "account",
            "side",
            "from",
            "to",
            "extent",
            "coverage",
            "incident",
            "source",
            "url",
            "language",
            "publishedAt",
            "title",
            "quote",
            "retracts",
            "id");

    private static final List<String> FIGURES = List.of("count", "low", "best", "high");

    /** A misspelt column would be lost in silence, and {@code hihg} would leave the figure open. */
    static void check(Iterable<String> columns) throws Flaw {
        for (String column : columns) {
            if (!NAMES.contains(column)) {
                throw new Flaw(
                        Reason.WRONG_SHAPE,
                        Quoted.brief(column) + ": no such column; there are " + String.join(", ", NAMES)
                                + "; a table with other columns needs a map (--map)");
            }
        }
    }

    boolean hasFigure() {
        return FIGURES.stream().anyMatch(cells::containsKey);
    }

    /** The name to tell somebody who looks at the table. */
    String shown(String name) {
        return theirs.getOrDefault(name, name);
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(cells.get(name));
    }

    /** Null when it is absent, as the records have it. */
    String orNull(String name) {
        return cells.get(name);
    }

    /** @param advice what to write, after a semicolon */
    String required(String name, String advice) throws Flaw {
        return optional(name).orElseThrow(() -> new Flaw(Reason.MISSING_FIELD, shown(name) + ": missing; " + advice));
    }

    /** One of a fixed set of words; case, spaces and hyphens make no difference. */
    <E extends Enum<E>> Optional<E> word(String name, Class<E> words) throws Flaw {
        String text = cells.get(name);
        if (text == null) {
            return Optional.empty();
        }
        String constant = text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(constant)) {
                return Optional.of(word);
            }
        }
        throw new Flaw(
                Reason.BAD_VALUE,
                shown(name) + ": '" + Quoted.brief(text) + "' is not one of "
                        + String.join(
                                ", ",
                                List.of(words.getEnumConstants()).stream()
                                        .map(Enum::name)
                                        .toList())
                        + "; a map (--map) can say which is meant");
    }
}
