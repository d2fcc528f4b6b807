package org.tollwatch.extract;

import java.util.List;
import java.util.Set;

/**
 * Everything the grammar knows of a language.
 *
 * @param code BCP 47
 * @param name in English
 * @param letters letters that few other languages use
 * @param stopwords its commonest short words
 * @param grouping marks that group digits
 * @param decimal the decimal mark
 * @param dateMarks marks between the numbers of a date
 * @param decade what follows a year that stands for its decade ("1990s"); never empty, a mark no text has where there is none
 * @param eraOffset years to take from a year of its own era
 * @param eraFrom the first year that is of its own era
 * @param classifiers whether a number counts people or things only with a classifier or a noun beside it
 * @param starters words that begin a sentence where no full stop ends the one before
 * @param leads words that never end a sentence: what follows them belongs to them
 * @param abbreviations words whose full stop ends no sentence
 * @param words its lexicon
 * @param examples what the pack says of itself, to be tested
 */
record LanguagePack(
        String code,
        String name,
        String letters,
        Set<String> stopwords,
        String grouping,
        char decimal,
        String dateMarks,
        String decade,
        int eraOffset,
        int eraFrom,
        boolean classifiers,
        List<String> starters,
        List<String> leads,
        Set<String> abbreviations,
        Trie words,
        List<Example> examples) {

    /**
     * A sentence and the claims to read from it.
     *
     * @param where the entry it stands at
     * @param claims "MEASURE low", or empty when nothing may be read from it
     */
    record Example(String where, String sentence, List<String> claims) {}
}
