package org.tollwatch.evaluate;

import java.util.List;
import java.util.Optional;
import org.tollwatch.extract.Article;

/**
 * A text with every claim that a person reads from it.
 *
 * @param conflict the id of the conflict it is about, where that is said
 * @param aside whether it is kept aside: no rule was written against it
 * @param elsewhere whether its words are kept outside of the set
 */
public record GoldText(
        Article article,
        Optional<String> conflict,
        boolean aside,
        boolean elsewhere,
        List<GoldClaim> claims,
        List<Distractor> distractors) {

    /** The language of a text that does not say which. */
    public static final String NO_LANGUAGE = "und";

    public GoldText {
        claims = List.copyOf(claims);
        distractors = List.copyOf(distractors);
    }

    /** As the set says; {@link #NO_LANGUAGE} where it does not. */
    public String language() {
        return article.language() == null ? NO_LANGUAGE : article.language();
    }
}
