package org.tollwatch.ledger;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many a vague word means. The words themselves stay on the claim, so that another profile can be applied later.
 *
 * @param name the profile's name
 * @param counts a count for every word
 */
public record WordProfile(String name, Map<VagueWord, Count> counts) {

    public WordProfile {
        counts = Map.copyOf(counts);
        for (VagueWord word : VagueWord.values()) {
            if (!counts.containsKey(word)) {
                throw new IllegalArgumentException("word profile '" + name + "' says nothing of " + word);
            }
        }
    }

    public Count count(VagueWord word) {
        return counts.get(word);
    }

    /** "At least dozens" is open above; "up to dozens" begins at none. */
    public Count count(Wording said) {
        Count count = counts.get(said.word());
        return switch (said.bound()) {
            case NONE -> count;
            case AT_LEAST -> Count.atLeast(count.low());
            case UP_TO -> count.high() == Count.OPEN ? count : Count.upTo(count.high());
            case FEARED -> count.feared();
        };
    }

    /** The default: a range for each word, best its low. */
    public static WordProfile interval() {
        Map<VagueWord, Count> counts = new EnumMap<>(VagueWord.class);
        counts.put(VagueWord.SOME, Count.atLeast(1));
        counts.put(VagueWord.MANY, Count.atLeast(2));
        counts.put(VagueWord.FEW, Count.range(3, 9));
        counts.put(VagueWord.SEVERAL, Count.range(3, 9));
        counts.put(VagueWord.TENS, Count.range(20, 99));
        counts.put(VagueWord.DOZENS, Count.range(24, 99));
        counts.put(VagueWord.SCORES, Count.range(40, 99));
        counts.put(VagueWord.HUNDREDS, Count.range(200, 999));
        counts.put(VagueWord.THOUSANDS, Count.range(2_000, 9_999));
        counts.put(VagueWord.TENS_OF_THOUSANDS, Count.range(20_000, 99_999));
        counts.put(VagueWord.HUNDREDS_OF_THOUSANDS, Count.range(200_000, 999_999));
        counts.put(VagueWord.MILLIONS, Count.range(2_000_000, 9_999_999));
        return new WordProfile("interval", counts);
    }
}
