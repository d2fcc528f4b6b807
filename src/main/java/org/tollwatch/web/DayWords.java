package org.tollwatch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A day written with a month's name, in any order and any language: {@code Sat, 3 Oct 2020}, {@code Oct. 3rd, 2020}. */
final class DayWords {

    private static final int LONGEST_YEAR = 4;

    private final List<String> tokens;

    DayWords(List<String> tokens) {
        this.tokens = tokens;
    }

    CalendarDay read() throws NotADate {
        int month = month();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (number(tokens.get(i)) && !monthNumber(i)) {
                numbers.add(tokens.get(i));
            }
        }
        if (numbers.size() != 2 || numbers.stream().anyMatch(n -> n.length() > LONGEST_YEAR)) {
            throw new NotADate("does not name a day and a year");
        }
        boolean yearFirst =
                numbers.get(0).length() > 2 || (numbers.get(0).length() == 2 && Integer.parseInt(numbers.get(0)) > 31);
        String year = numbers.get(yearFirst ? 0 : 1);
        String day = numbers.get(yearFirst ? 1 : 0);
        if (day.length() > 2 || year.length() == 1 || year.length() == 3) {
            throw new NotADate("does not name a day and a year");
        }
        return CalendarDay.day(CalendarDay.year(year), month, Integer.parseInt(day));
    }

    /** Of two words that may be months the one after a number counts: {@code mar. 6 oct. 2020} is a Tuesday. */
    private int month() throws NotADate {
        for (int i = 1; i < tokens.size(); i++) {
            if (number(tokens.get(i - 1)) && at(i).isPresent()) {
                return at(i).get();
            }
        }
        return last().orElseThrow(() -> new NotADate("names no month that is understood"));
    }

    private Optional<Integer> last() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Optional<Integer> month = at(i);
            if (month.isPresent()) {
                return month;
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> at(int i) {
        if (monthNumber(i)) {
            return Optional.of(Integer.parseInt(tokens.get(i)));
        }
        if (number(tokens.get(i))) {
            return Optional.empty();
        }
        Optional<Integer> two = i + 1 < tokens.size() && !number(tokens.get(i + 1))
                ? MonthWords.month(tokens.get(i) + " " + tokens.get(i + 1))
                : Optional.empty();
        return two.or(() -> MonthWords.month(tokens.get(i)));
    }

    /** Vietnamese counts its months: {@code tháng 10}. */
    private boolean monthNumber(int i) {
        return i > 0
                && tokens.get(i - 1).equals("thang")
                && number(tokens.get(i))
                && tokens.get(i).length() < 3;
    }

    private static boolean number(String token) {
        return token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }
}
