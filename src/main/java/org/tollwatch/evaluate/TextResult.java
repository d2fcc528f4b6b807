package org.tollwatch.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * One text's claims beside those that were read.
 *
 * @param unread why nothing could be read; then every claim is missed
 * @param languageRecognised whether the language was told from the words alone
 * @param conflictFound whether it was taken for the conflict it is about, where that is said
 * @param missed claims for which nothing was read
 * @param extras what was read for no claim
 */
public record TextResult(
        GoldText text,
        Optional<String> unread,
        boolean languageRecognised,
        boolean conflictFound,
        List<Pair> pairs,
        List<GoldClaim> missed,
        List<Got> extras,
        List<Distracted> distracted) {

    public TextResult {
        pairs = List.copyOf(pairs);
        missed = List.copyOf(missed);
        extras = List.copyOf(extras);
        distracted = List.copyOf(distracted);
    }
}
