package org.tollwatch.feed;

import java.util.regex.Pattern;
import org.tollwatch.ledger.Count;
import org.tollwatch.stream.Reason;

/** Whole numbers as tables hold them. */
final class Numbers {

    /** Thousands in groups of three. A point is none of the marks: 1.234 is read in two ways. */
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,' \u00A0\u2019\u202F][0-9]{3})+");

    /** A spreadsheet's column with gaps is often written as decimals. */
    private static final Pattern PLAIN = Pattern.compile("(-?[0-9]+)(\\.0*)?");

    private static final int DIGITS = 18;

    private Numbers() {}

    static boolean isWhole(String text) {
        return PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches();
    }

    /** A number of people or things: 0 or more, and not larger than any toll. */
    static long count(String column, String text) throws Flaw {
        if (!isWhole(text)) {
            throw new Flaw(
                    Reason.BAD_COUNT,
                    column + ": '" + Quoted.brief(text) + "' is no whole number; write digits only, as in 1234");
        }
        String digits = PLAIN.matcher(text).matches() ? text.replaceFirst("\\..*", "") : text.replaceAll("[^0-9]", "");
        long number = digits.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
        if (text.startsWith("-") || number > Count.LARGEST) {
            throw new Flaw(
                    Reason.BAD_COUNT,
                    column + ": " + Quoted.brief(text) + " is no count; write a number from 0 to " + Count.LARGEST);
        }
        return number;
    }
}
