package org.tollwatch.check;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What kinds of data file there are, told by the fields that only they have. */
public enum Kind {
    LANGUAGE_PACK("language pack", Set.of("lexicon", "stopwords", "inflection", "letters")),
    CONFLICT("conflict file", Set.of("parties", "zone", "episodes", "places", "persons", "actors", "outlets")),
    TABLE_MAP("table map", Set.of("columns", "values", "claims")),
    POLICY("policy", Set.of("best")),
    WORD_PROFILE("word profile", Set.of("words"));

    private final String label;
    private final Set<String> marks;

    Kind(String label, Set<String> marks) {
        this.label = label;
        this.marks = marks;
    }

    /** As a reader would call it. */
    public String label() {
        return label;
    }

    /** The first kind that has one of these fields. */
    static Optional<Kind> of(Collection<String> fields) {
        return Stream.of(values())
                .filter(kind -> !Collections.disjoint(kind.marks, fields))
                .findFirst();
    }

    static List<String> labels() {
        return Stream.of(values()).map(Kind::label).toList();
    }
}
