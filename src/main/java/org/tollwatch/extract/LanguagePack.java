package org.tollwatch.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the grammar knows of a language.
 *
 * @param code BCP 47
 * @param name in English
 * @param grouping marks that group digits
 * @param decimal the decimal mark
 * @param dateMarks marks between the numbers of a date
 * @param fullStop the mark that ends a sentence; where it is the colon (Armenian), the dot is what a colon is elsewhere
 * @param decade what follows a year that stands for its decade ("1990s"); never empty, a mark no text has where there is none
 * @param eraOffset years to take from a year of its own era
 * @param eraFrom the first year that is of its own era
 * @param classifiers whether a number counts people or things only with a classifier or a noun beside it
 * @param starters words that begin a sentence where no full stop ends the one before
 * @param leads words that never end a sentence: what follows them belongs to them
 * @param abbreviations words whose full stop ends no sentence
 * @param home the state whose press it is: an office without its country, in a text without a dateline, is that state's
 * @param glue how words are written together in it
 * @param inflections classes of words by name; {@code name} and {@code people} change the names of conflict files
 * @param words its lexicon
 * @param examples what the pack says of itself, to be tested
 */
record LanguagePack(
        String code,
        String name,
        String grouping,
        char decimal,
        String dateMarks,
        char fullStop,
        String decade,
        int eraOffset,
        int eraFrom,
        boolean classifiers,
        List<String> starters,
        List<String> leads,
        Set<String> abbreviations,
        Optional<String> home,
        Glue glue,
        Map<String, Inflection> inflections,
        Trie words,
        List<Example> examples) {

    /** How names and people's names of conflict files change in it. */
    Inflection inflection(String name) {
        return inflections.getOrDefault(name, Inflection.NONE);
    }

    /** Whether it is a word of the lexicon, by itself. */
    boolean has(String word) {
        NormalText text = Normaliser.normalise(word);
        int length = text.text().length();
        return length > 0 && words.longest(text, 0, length).end() == length;
    }

    /**
     * How words are written together.
     *
     * @param proclitics letters that are words of the lexicon, glued before others: Arabic wa-, bi-, li-
     * @param suffixMark after which an ending is glued to a name or number ("Bakü'de"); 0 where there is none
     * @param numberEndings endings glued to digits that change nothing ("2-х солдат")
     * @param cardinalEndings endings glued to number words ("ikisi", two of them), folded
     * @param nameEndings endings glued to names without a mark ("Bakıda"), folded
     */
    record Glue(
            String proclitics,
            char suffixMark,
            List<String> numberEndings,
            Set<String> cardinalEndings,
            Set<String> nameEndings) {}

    /**
     * A sentence and the claims to read from it.
     *
     * @param where the entry it stands at: file and line
     * @param claims "MEASURE low", or empty when nothing may be read from it
     */
    record Example(String where, String sentence, List<String> claims) {}
}
