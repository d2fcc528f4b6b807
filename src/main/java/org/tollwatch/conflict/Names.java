package org.tollwatch.conflict;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words reports use for something, by language.
 *
 * @param byLanguage names in Unicode NFC by language code (ISO 639-1); {@link #ALL} holds those used in every language
 */
public record Names(Map<String, List<String>> byLanguage) {

    /** The key of names that are the same in every language, such as "AFP". */
    public static final String ALL = "all";

    public static final Names NONE = new Names(Map.of());

    public Names {
        // Sorted, so that whoever goes through it does so in the same order in every run.
        Map<String, List<String>> copy = new TreeMap<>(byLanguage);
        copy.replaceAll((language, names) -> List.copyOf(names));
        byLanguage = Collections.unmodifiableMap(copy);
    }

    /** The names used in a language: its own first, then those of every language. */
    public List<String> in(String language) {
        return joined(byLanguage.getOrDefault(language, List.of()), byLanguage.getOrDefault(ALL, List.of()));
    }

    /** Every name in every language, once. */
    public Set<String> everywhere() {
        Set<String> names = new LinkedHashSet<>();
        byLanguage.values().forEach(names::addAll);
        return names;
    }

    /** Those names first, then these. */
    Names after(Names first) {
        Map<String, List<String>> both = new TreeMap<>(first.byLanguage);
        byLanguage.forEach((language, names) -> both.merge(language, names, Names::joined));
        return new Names(both);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        Set<String> names = new LinkedHashSet<>(first);
        names.addAll(second);
        return List.copyOf(names);
    }

    /** A name as it is compared: case, hyphens and runs of spaces make no difference. */
    static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean between = c == ' '
                    || c == '-'
                    || c >= '\t' && c <= '\r'
                    || Character.getType(c) == Character.DASH_PUNCTUATION;
            if (!between || !gap) {
                folded.append(between ? ' ' : c);
            }
            gap = between;
        }
        return folded.toString();
    }
}
