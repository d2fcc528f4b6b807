package org.tollwatch.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day in a date whose time was taken out.
 *
 * @param flaw what was assumed
 */
record CalendarDay(LocalDate day, Optional<String> flaw) {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<![0-9])([0-9]{4})\\s?[-/.年년]\\s?([0-9]{1,2})\\s?[-/.月월]\\s?([0-9]{1,2})(?![0-9])");
    private static final Pattern COMPACT = Pattern.compile("^([0-9]{4})([0-9]{2})([0-9]{2})t?$");
    private static final Pattern ORDINAL = Pattern.compile("^([0-9]{4})-?([0-9]{3})t?$");
    private static final Pattern PARTIAL = Pattern.compile("^([0-9]{4})(?:-([0-9]{1,2}))?t?$");
    private static final Pattern SHORT = Pattern.compile("^([0-9]{2})-?([0-9]{2})-?([0-9]{2})t?$");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![0-9])([0-9]{1,2})\\s?([-/.])\\s?([0-9]{1,2})\\s?[-/.]\\s?([0-9]{4}|[0-9]{2})(?![0-9])");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}.'\u05f3\u2019]+|[0-9]+");

    static CalendarDay in(String rest) throws NotADate {
        String text = rest.strip();
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.find()) {
            return day(number(m, 1), number(m, 2), number(m, 3));
        }
        m = COMPACT.matcher(text);
        if (m.find()) {
            return day(number(m, 1), number(m, 2), number(m, 3));
        }
        m = ORDINAL.matcher(text);
        if (m.find()) {
            return ordinal(number(m, 1), number(m, 2));
        }
        m = PARTIAL.matcher(text);
        if (m.find()) {
            CalendarDay first = day(number(m, 1), m.group(2) == null ? 1 : number(m, 2), 1);
            return new CalendarDay(first.day, Optional.of("names no day; read as the first"));
        }
        m = SHORT.matcher(text);
        if (m.find()) {
            CalendarDay day = day(year(m.group(1)), number(m, 2), number(m, 3));
            return new CalendarDay(day.day, Optional.of("is read as year, month, day"));
        }
        m = YEAR_LAST.matcher(text);
        return m.find() ? yearLast(m) : words(text);
    }

    private static CalendarDay yearLast(Matcher m) throws NotADate {
        int first = number(m, 1);
        int second = number(m, 3);
        int year = year(m.group(4));
        boolean dots = m.group(2).equals(".");
        if (first > 12 || first == second || dots) {
            return day(year, second, first);
        }
        if (second > 12) {
            return day(year, first, second);
        }
        throw new NotADate("can be read in two ways, day or month first");
    }

    private static CalendarDay words(String text) throws NotADate {
        List<String> tokens = new ArrayList<>();
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            tokens.add(words.group());
        }
        return new DayWords(tokens).read();
    }

    /** Years of the Thai calendar are 543 ahead. */
    static CalendarDay day(int written, int month, int day) throws NotADate {
        boolean thai = written >= 2483 && written <= 2643;
        int year = thai ? written - 543 : written;
        if (year < 1900 || year > 2199) {
            throw new NotADate("is of a year that is not understood");
        }
        try {
            Optional<String> flaw = thai ? Optional.of("is read as a year of the Thai calendar") : Optional.empty();
            return new CalendarDay(LocalDate.of(year, month, day), flaw);
        } catch (DateTimeException e) {
            throw new NotADate("is no day of the calendar");
        }
    }

    private static CalendarDay ordinal(int year, int day) throws NotADate {
        try {
            return new CalendarDay(LocalDate.ofYearDay(day(year, 1, 1).day.getYear(), day), Optional.empty());
        } catch (DateTimeException e) {
            throw new NotADate("is no day of the calendar");
        }
    }

    /** Two digits: from 90 on the last century, as feedparser has it. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 90 ? 2000 + year : 1900 + year;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
