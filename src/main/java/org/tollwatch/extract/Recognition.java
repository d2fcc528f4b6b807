package org.tollwatch.extract;

import java.util.Set;

/**
 * What tells a language from others.
 *
 * @param code BCP 47
 * @param letters letters that few other languages use
 * @param stopwords its commonest short words
 */
record Recognition(String code, String letters, Set<String> stopwords) {

    /** The share of letters that mark the language, and of words that are its commonest; 0 to 2. */
    double score(String sample) {
        int all = 0;
        int marking = 0;
        int words = 0;
        int common = 0;
        int wordStart = -1;
        for (int i = 0; i <= sample.length(); i++) {
            char c = i < sample.length() ? sample.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                all++;
                marking += letters.indexOf(c) >= 0 ? 1 : 0;
                wordStart = wordStart < 0 ? i : wordStart;
            } else if (wordStart >= 0 && Character.getType(c) != Character.NON_SPACING_MARK) {
                words++;
                common += stopwords.contains(sample.substring(wordStart, i)) ? 1 : 0;
                wordStart = -1;
            }
        }
        double byLetters = all == 0 ? 0 : (double) marking / all;
        double byWords = words == 0 ? 0 : (double) common / words;
        return byLetters + byWords;
    }
}
