package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How words of one class change: a table of endings by case. The forms of a phrase are those where every word changes, only
 * the first ones ("вооруженных сил Украины", "министерства обороны"), or only the last ("ВСУ-шников").
 *
 * @param rules in the order they are tried; a word that none fits does not change
 */
record Inflection(List<Rule> rules) {

    private static final Pattern GAP = Pattern.compile(" +");

    /** Changes nothing. */
    static final Inflection NONE = new Inflection(List.of());

    /**
     * The forms of words with one ending.
     *
     * @param ends what the word ends with
     * @param front how many letters of its beginning they replace: an article that another word takes up
     * @param cut how many letters of its end the forms replace
     * @param forms by case, each with its alternatives
     */
    record Rule(Pattern ends, int front, int cut, List<List<Form>> forms) {

        boolean fits(String word) {
            Matcher matcher = ends.matcher(word);
            return word.length() > front + cut && matcher.find();
        }
    }

    /**
     * One form.
     *
     * @param before glued before the word, such as an article
     * @param after in place of the letters cut off
     */
    record Form(String before, String after) {}

    /** Every form of a phrase, itself first. */
    Set<String> forms(String phrase) {
        Set<String> all = new LinkedHashSet<>();
        all.add(phrase);
        String[] words = GAP.split(phrase);
        List<List<List<String>>> tables = new ArrayList<>();
        for (String word : words) {
            tables.add(table(word));
        }
        for (int changed = words.length; changed > 0; changed--) {
            add(all, words, tables, 0, changed);
        }
        add(all, words, tables, words.length - 1, words.length);
        return all;
    }

    /** The forms of a single word that the rules make, and only those. */
    Set<String> made(String word) {
        Set<String> all = new LinkedHashSet<>();
        table(word).forEach(all::addAll);
        return all;
    }

    /** The forms of a word by case; none where it does not change. */
    private List<List<String>> table(String word) {
        for (Rule rule : rules) {
            if (rule.fits(word)) {
                String stem = word.substring(rule.front(), word.length() - rule.cut());
                return rule.forms().stream()
                        .map(cell -> cell.stream()
                                .map(form -> form.before() + stem + form.after())
                                .toList())
                        .toList();
            }
        }
        return List.of();
    }

    /** The phrase with its words from {@code from} to {@code to} in each case. */
    private static void add(Set<String> all, String[] words, List<List<List<String>>> tables, int from, int to) {
        int cases = tables.subList(from, to).stream().mapToInt(List::size).max().orElse(0);
        for (int c = 0; c < cases; c++) {
            List<String> phrases = List.of("");
            for (int w = 0; w < words.length; w++) {
                List<List<String>> table = tables.get(w);
                boolean changes = w >= from && w < to && c < table.size();
                phrases = joined(phrases, changes ? table.get(c) : List.of(words[w]));
            }
            all.addAll(phrases);
        }
    }

    private static List<String> joined(List<String> phrases, List<String> forms) {
        List<String> longer = new ArrayList<>(phrases.size() * forms.size());
        for (String phrase : phrases) {
            for (String form : forms) {
                longer.add(phrase.isEmpty() ? form : phrase + " " + form);
            }
        }
        return longer;
    }
}
