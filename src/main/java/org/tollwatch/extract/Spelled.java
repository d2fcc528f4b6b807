package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a stretch of letters reads as: its senses, some of which ask for capitals. */
final class Spelled {

    /** "US" is not "us", "May" is not "may"; but a headline may be all capitals. */
    private enum Capitals {
        NONE,
        FIRST,
        ALL
    }

    private record Entry(String word, Capitals capitals, Sense sense) {

        static Entry of(String word, Sense sense) {
            boolean capital = Character.isUpperCase(word.charAt(0));
            boolean all = capital && word.length() <= 3 && word.chars().allMatch(Character::isUpperCase);
            return new Entry(word, all ? Capitals.ALL : capital ? Capitals.FIRST : Capitals.NONE, sense);
        }
    }

    private final List<Entry> entries = new ArrayList<>(1);
    private List<Sense> senses = List.of();
    private List<Sense> small = List.of();
    private List<Sense> named = List.of();
    private String acronym = "";

    /** Forms of one word may be written alike: they are one reading. */
    void add(String word, Sense sense) {
        Entry entry = Entry.of(word, sense);
        if (entries.contains(entry)) {
            return;
        }
        entries.add(entry);
        senses = senses(e -> true);
        small = senses(e -> e.capitals == Capitals.NONE);
        named = senses(e -> e.capitals != Capitals.ALL);
        acronym = entry.capitals == Capitals.ALL ? entry.word : acronym;
    }

    private List<Sense> senses(Predicate<Entry> which) {
        return entries.stream().filter(which).map(Entry::sense).toList();
    }

    List<Sense> senses() {
        return senses;
    }

    /** What the text's stretch reads as here; nothing when its capitals are another word's. */
    List<Sense> senses(String text, int start, int end) {
        if (small.size() == senses.size()) {
            return senses;
        }
        if (!Character.isUpperCase(text.charAt(start))) {
            return small;
        }
        return text.regionMatches(start, acronym, 0, end - start) ? senses : named;
    }
}
