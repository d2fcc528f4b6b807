package org.tollwatch.web;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of months in many languages, as Unicode's CLDR has them, in full and short. A name that means one month here
 * and another there is none, but English has the last word.
 */
final class MonthWords {

    /** Croatian is left out: its listopad is October, which to Poles and Czechs is November. */
    private static final String LOCALES =
            "am ar ar_LB ar_MA az az_Cyrl be bg bn bs ca cs da de el en es et eu fa fi fil fr ga"
                    + " he hi hu hy id is it ka kk km ko ky lo lt lv mk mn ms my nb ne nl pl ps pt ro ru si sk sl so sq sr sr_Latn sv"
                    + " sw ta tg th tk tr uk ur uz uz_Cyrl vi";

    /** How they are also written, as feedparser found it in the wild. */
    private static final Map<String, Integer> ALSO = Map.ofEntries(
            Map.entry("μαω", 3),
            Map.entry("μαι", 5),
            Map.entry("ιον", 6),
            Map.entry("ιολ", 7),
            Map.entry("januar", 1),
            Map.entry("februari", 2),
            Map.entry("sept", 9),
            Map.entry("сент", 9),
            Map.entry("нояб", 11),
            Map.entry("февр", 2),
            Map.entry("авг", 8),
            Map.entry("мая", 5),
            Map.entry("мар", 3),
            Map.entry("июн", 6),
            Map.entry("июл", 7),
            Map.entry("ابريل", 4),
            Map.entry("اغسطس", 8));

    private static final Map<String, Integer> MONTHS = months();

    private MonthWords() {}

    /** @param word folded; several words parted by one blank */
    static Optional<Integer> month(String word) {
        String bare = bare(word);
        Integer month = MONTHS.get(bare);
        if (month == null && bare.length() > 3 && bare.charAt(0) == 'ב') {
            month = MONTHS.get(bare.substring(1));
        }
        if (month == null && bare.length() > 3 && latin(bare)) {
            month = english(bare);
        }
        return Optional.ofNullable(month);
    }

    /** Misspelt or long forms by their first three letters, as feedparser has it, where those are no day of the week. */
    private static Integer english(String word) {
        boolean begins = Set.of("janu", "febr", "marc", "apri", "augu", "sept", "octo", "nove", "dece")
                .contains(word.substring(0, 4));
        return begins ? MONTHS.get(word.substring(0, 3)) : null;
    }

    private static boolean latin(String word) {
        return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static String bare(String word) {
        return word.replace(".", "")
                .replace("'", "")
                .replace("\u05f3", "")
                .replace("\u2019", "")
                .strip();
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> found = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        for (String locale : LOCALES.split(" ")) {
            names(new ULocale(locale)).forEach((name, month) -> {
                if (found.getOrDefault(name, month).intValue() != month) {
                    unclear.add(name);
                }
                found.put(name, month);
            });
        }
        unclear.forEach(found::remove);
        found.putAll(ALSO);
        found.putAll(names(ULocale.ENGLISH));
        return Map.copyOf(found);
    }

    private static Map<String, Integer> names(ULocale locale) {
        DateFormatSymbols symbols = new DateFormatSymbols(new GregorianCalendar(locale), locale);
        Map<String, Integer> names = new HashMap<>();
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.ABBREVIATED, DateFormatSymbols.WIDE}) {
                String[] months = symbols.getMonths(context, width);
                for (int i = 0; i < 12; i++) {
                    String name = bare(DateFold.of(months[i]));
                    if (name.length() > 1 && name.chars().noneMatch(Character::isDigit)) {
                        names.putIfAbsent(name, i + 1);
                    }
                }
            }
        }
        return names;
    }
}
