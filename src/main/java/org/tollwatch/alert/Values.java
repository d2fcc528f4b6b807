package org.tollwatch.alert;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Numbers and durations of a rules file. */
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h|d|w)");

    private Values() {}

    static long number(Fields fields, String key, long otherwise, long least, long most) {
        return fields.get(key).map(node -> number(node, least, most)).orElse(otherwise);
    }

    static long number(Node node, long least, long most) {
        try {
            long n = Long.parseLong(node.text());
            if (n >= least && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw node.at()
                .problem("'" + node.text() + "' is not right here. Write a whole number from " + least + " to " + most);
    }

    static double factor(Node node) {
        try {
            double n = Double.parseDouble(node.text());
            if (n >= 1 && n <= 1_000) {
                return n;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw node.at().problem("'" + node.text() + "' is not right here. Write a number from 1 to 1000, such as 2.5");
    }

    static Duration duration(Fields fields, String key, Duration otherwise) {
        return fields.get(key).map(Values::duration).orElse(otherwise);
    }

    static Duration duration(Node node) {
        Matcher matcher = DURATION.matcher(node.text());
        if (!matcher.matches()) {
            throw node.at()
                    .problem("'" + node.text() + "' is no duration. Write a number and one of s, m, h, d, w: 90m, 6h");
        }
        long n = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            case "d" -> Duration.ofDays(n);
            default -> Duration.ofDays(7 * n);
        };
    }
}
