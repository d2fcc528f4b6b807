package org.tollwatch.conflict;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The words reports use for something, by language.
 *
 * @param byLanguage names in Unicode NFC by language code (ISO 639-1); {@link #ALL} holds those used in every language
 */
public record Names(Map<String, List<String>> byLanguage) {

    /** The key of names that are the same in every language, such as "AFP". */
    public static final String ALL = "all";

    public static final Names NONE = new Names(Map.of());

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Pd}]+");

    public Names {
        Map<String, List<String>> copy = new TreeMap<>();
        byLanguage.forEach((language, names) -> copy.put(language, List.copyOf(names)));
        byLanguage = Map.copyOf(copy);
    }

    /** The names used in a language: its own first, then those of every language. */
    public List<String> in(String language) {
        Set<String> names = new LinkedHashSet<>(byLanguage.getOrDefault(language, List.of()));
        names.addAll(byLanguage.getOrDefault(ALL, List.of()));
        return List.copyOf(names);
    }

    /** Every name in every language, once. */
    public Set<String> everywhere() {
        Set<String> names = new LinkedHashSet<>();
        new TreeMap<>(byLanguage).values().forEach(names::addAll);
        return names;
    }

    /** These names and one more, used in every language. */
    Names and(String name) {
        if (everywhere().contains(name) && in(ALL).contains(name)) {
            return this;
        }
        Map<String, List<String>> more = new TreeMap<>(byLanguage);
        List<String> common = new ArrayList<>(List.of(name));
        common.addAll(more.getOrDefault(ALL, List.of()));
        more.put(ALL, common);
        return new Names(more);
    }

    /** A name as it is compared: case, hyphens and runs of spaces make no difference. */
    static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return GAPS.matcher(plain).replaceAll(" ");
    }
}
