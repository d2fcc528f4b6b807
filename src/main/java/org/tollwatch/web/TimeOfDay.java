package org.tollwatch.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time in a date, with its zone.
 *
 * @param rest the date without them
 * @param zone as written, folded; empty when there is none
 */
record TimeOfDay(int hour, int minute, int second, String zone, String rest) {

    private static final Pattern COLONS = Pattern.compile(
            "(?<![0-9:+-])([0-9]{1,2})(?::|\\s?h\\s?)([0-9]{1,2})(?::([0-9]{1,2}))?(?:[.,][0-9]{1,9})?(?![0-9:])");
    private static final Pattern DOTS =
            Pattern.compile("(?<![0-9.:+-])([0-9]{1,2})\\.([0-9]{2})(?:\\.([0-9]{2}))?(?![0-9.])");
    private static final Pattern BEFORE = Pattern.compile("(上午|下午|오전|오후)\\s?$");
    private static final Pattern HALF =
            Pattern.compile("^\\s?(a\\.?m\\.?|p\\.?m\\.?|π\\.?μ\\.?|μ\\.?μ\\.?|ص|م|sa|ch)(?![\\p{L}])");
    private static final Pattern ZONE = Pattern.compile(
            "^[\\s,(]*((?:gmt|utc|ut)?\\s?[+-][0-9]{1,2}:?(?:[0-9]{2})?(?::?[0-9]{2})?|[a-z]{3,}/[a-z_/+-]+[0-9]*|[a-z](?![a-z])|[a-z][a-z.]{1,4}(?![a-z]))");

    /** Midnight without a zone when there is none; empty when there is one that no clock shows. */
    static Optional<TimeOfDay> in(String date) {
        Matcher colons = COLONS.matcher(date);
        Matcher dots = DOTS.matcher(date);
        Matcher found = colons.find() ? colons : dots.find() ? dots : null;
        if (found == null || !dayBeside(date, found)) {
            return Optional.of(new TimeOfDay(0, 0, 0, "", date));
        }
        String before = date.substring(0, found.start());
        String after = date.substring(found.end());
        Matcher half = HALF.matcher(after);
        Matcher first = BEFORE.matcher(before);
        String mark = half.find() ? half.group(1) : first.find() ? first.group(1) : "";
        after = half.reset().find() ? after.substring(half.end()) : after;
        before = first.reset().find() ? before.substring(0, first.start()) : before;
        Matcher zone = ZONE.matcher(after);
        boolean zoned = zone.find() && zone(zone.group(1));
        String rest = before + " " + (zoned ? after.substring(zone.end()) : after);
        return clock(found, mark, zoned ? zone.group(1).replace(" ", "") : "", rest);
    }

    /** {@code 03.10.20} alone is a day. */
    private static boolean dayBeside(String date, Matcher time) {
        String beside = date.substring(0, time.start()) + date.substring(time.end());
        return beside.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<TimeOfDay> clock(Matcher found, String mark, String zone, String rest) {
        int hour = Integer.parseInt(found.group(1));
        int minute = Integer.parseInt(found.group(2));
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        if (!mark.isEmpty() && hour >= 1 && hour <= 12) {
            hour = hour % 12 + (afternoon(mark) ? 12 : 0);
        }
        boolean possible = minute < 60 && second <= 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
        return possible ? Optional.of(new TimeOfDay(hour, minute, Math.min(second, 59), zone, rest)) : Optional.empty();
    }

    private static boolean afternoon(String mark) {
        return mark.startsWith("p")
                || mark.startsWith("μ")
                || mark.equals("م")
                || mark.equals("下午")
                || mark.equals("오후")
                || mark.equals("ch");
    }

    /** Short words may be a zone nobody knows, but not a month or a preposition. */
    private static boolean zone(String word) {
        return MonthWords.month(word).isEmpty()
                && !word.equals("of")
                && !word.equals("de")
                && !word.equals("on")
                && !word.equals("uhr")
                && !word.equals("hrs")
                && !word.equals("h")
                && !word.equals("le")
                && !word.equals("del");
    }
}
