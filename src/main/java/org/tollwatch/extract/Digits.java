package org.tollwatch.extract;

/** Reads what starts with a digit: a number with its group marks, a date, a time of day. */
final class Digits {

    private static final int LONGEST = 15;

    private final LanguagePack pack;

    Digits(LanguagePack pack) {
        this.pack = pack;
    }

    /** The item that starts at the digit {@code start}. */
    Item read(String s, int start, int limit) {
        int end = run(s, start, limit);
        if (negative(s, start)) {
            return Item.of(start, end, new Mark(Tag.MASKED));
        }
        Item date = date(s, start, end, limit);
        if (date != null) {
            return date;
        }
        if (end + 2 < limit && s.charAt(end) == ':' && digit(s.charAt(end + 1))) {
            return Item.of(start, run(s, end + 1, limit), new Mark(Tag.MASKED));
        }
        return clock(s, start, end, limit)
                ? Item.of(start, end + 3, new Mark(Tag.MASKED))
                : number(s, start, end, limit);
    }

    /** "21.15": the time of day, where the full stop is no decimal mark. */
    private boolean clock(String s, int start, int end, int limit) {
        return pack.decimal() != '.'
                && end - start == 2
                && end + 2 < limit
                && s.charAt(end) == '.'
                && run(s, end + 1, limit) == end + 3
                && s.charAt(start) < '3'
                && s.charAt(end + 1) < '6';
    }

    /** A minus inside a line; at its start a dash opens a list's entry. Nobody's losses are negative. */
    private static boolean negative(String s, int start) {
        return start > 1
                && (s.charAt(start - 1) == '-' || s.charAt(start - 1) == '\u2212')
                && s.charAt(start - 2) == ' ';
    }

    private Item number(String s, int start, int firstEnd, int limit) {
        int end = firstEnd;
        Figure.Shape shape = Figure.Shape.PLAIN;
        StringBuilder digits = new StringBuilder(s.substring(start, Math.min(end, start + LONGEST + 1)));
        while (end - start <= 20 && end + 3 < limit + 1 && firstEnd - start <= 3 && groups(s, end, limit)) {
            digits.append(s, end + 1, end + 4);
            end += 4;
            shape = Figure.Shape.GROUPED;
        }
        double fraction = 0;
        if (end + 1 < limit && decimal(s.charAt(end)) && digit(s.charAt(end + 1))) {
            int stop = run(s, end + 1, limit);
            fraction = Double.parseDouble("0." + s.substring(end + 1, Math.min(stop, end + 7)));
            end = stop;
            shape = Figure.Shape.DECIMAL;
        }
        long value = digits.length() > LONGEST ? -1 : Long.parseLong(digits.toString());
        return Item.of(start, end, new Figure(value, value + fraction, shape));
    }

    /** Where a language groups digits with its decimal mark too, either mark may be either. */
    private boolean decimal(char mark) {
        boolean either = pack.grouping().indexOf(pack.decimal()) >= 0;
        return mark == pack.decimal() || either && pack.grouping().indexOf(mark) >= 0;
    }

    /** A group mark, or a space, and exactly three digits. */
    private boolean groups(String s, int at, int limit) {
        if (at + 3 >= limit && at + 4 > s.length()) {
            return false;
        }
        char mark = s.charAt(at);
        boolean groupMark = pack.grouping().indexOf(mark) >= 0 || mark == ' ';
        return groupMark && run(s, at + 1, Math.min(limit, at + 6)) == at + 4;
    }

    private Item date(String s, int start, int end, int limit) {
        if (end - start > 4 || end + 1 >= limit || !digit(s.charAt(end + 1))) {
            return null;
        }
        char mark = s.charAt(end);
        boolean year = end - start == 4 && mark == '-';
        if (!year && (pack.dateMarks().indexOf(mark) < 0 && mark != '.' || end - start > 2)) {
            return null;
        }
        int secondEnd = run(s, end + 1, limit);
        int thirdEnd = secondEnd;
        if (secondEnd + 1 < limit && s.charAt(secondEnd) == mark && digit(s.charAt(secondEnd + 1))) {
            thirdEnd = run(s, secondEnd + 1, limit);
        }
        boolean three = thirdEnd > secondEnd;
        if (secondEnd - end > 3 + (three ? 0 : 2) || thirdEnd - secondEnd > 5 || !three && (year || mark == '.')) {
            return null;
        }
        return Item.of(
                start,
                thirdEnd,
                new NumericDate(
                        Integer.parseInt(s.substring(start, end)),
                        Integer.parseInt(s.substring(end + 1, secondEnd)),
                        three ? Integer.parseInt(s.substring(secondEnd + 1, thirdEnd)) : 0,
                        mark));
    }

    /** Where the digits that start at {@code start} end. */
    private static int run(String s, int start, int limit) {
        int end = start;
        while (end < limit && digit(s.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
