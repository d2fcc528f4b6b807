package org.tollwatch.check;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What kinds of data file there are, told by the fields that only they have. */
public enum Kind {
    LANGUAGE_PACK("language pack", "docs/languages.md", Set.of("lexicon", "stopwords", "inflection", "letters")),
    CONFLICT(
            "conflict file",
            "docs/conflicts.md",
            Set.of("parties", "zone", "episodes", "places", "persons", "actors", "outlets")),
    TABLE_MAP("table map", "docs/input.md", Set.of("columns", "values", "claims")),
    POLICY("policy", "docs/policies.md", Set.of("best")),
    WORD_PROFILE("word profile", "docs/policies.md", Set.of("words"));

    private final String label;
    private final String guide;
    private final Set<String> marks;

    Kind(String label, String guide, Set<String> marks) {
        this.label = label;
        this.guide = guide;
        this.marks = marks;
    }

    /** As a reader would call it. */
    public String label() {
        return label;
    }

    String guide() {
        return guide;
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
