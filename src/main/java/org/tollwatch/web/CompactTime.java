package org.tollwatch.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO 8601 without colons, {@code 20201003T150000Z}, written apart. */
final class CompactTime {

    private static final Pattern BASIC =
            Pattern.compile("^([0-9-]{4,10})t([0-9]{2})([0-9]{2})?([0-9]{2})?(?:[.,][0-9]{1,9})?(z|[+-].*)?$");
    private static final Pattern DIGITS = Pattern.compile("^([0-9]{8})([0-9]{2})([0-9]{2})([0-9]{2})$");

    private CompactTime() {}

    /** Everything else as it is, but a {@code t} or {@code _} between day and time is a blank. */
    static String apart(String date) {
        Matcher basic = BASIC.matcher(date);
        Matcher digits = DIGITS.matcher(date);
        Matcher found = basic.find() ? basic : digits.find() ? digits : null;
        if (found == null) {
            return date.replaceAll("(?<=[0-9])[t_](?=[0-9])", " ");
        }
        String zone = found == basic && found.group(5) != null ? found.group(5) : "";
        return found.group(1) + " " + found.group(2) + ":" + zeros(found.group(3)) + ":" + zeros(found.group(4)) + zone;
    }

    private static String zeros(String digits) {
        return digits == null ? "00" : digits;
    }
}
