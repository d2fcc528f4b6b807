package org.tollwatch.gather;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tollwatch.data.Node;
import org.tollwatch.data.Node.Fields;

/** Durations, sizes and yes or no of a file of feeds. */
final class Amounts {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) ?(KiB|MiB)");

    private Amounts() {}

    static Duration duration(Fields fields, String key, Duration otherwise, Duration least, Duration most) {
        return fields.get(key).map(node -> duration(node, least, most)).orElse(otherwise);
    }

    private static Duration duration(Node node, Duration least, Duration most) {
        Matcher matcher = DURATION.matcher(node.text());
        if (!matcher.matches()) {
            throw node.at()
                    .problem("'" + node.text() + "' is no duration. Write a number and one of s, m, h, d: 90s, 10m");
        }
        Duration read = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
        if (read.compareTo(least) < 0 || read.compareTo(most) > 0) {
            throw node.at()
                    .problem("'" + node.text() + "' is out of bounds. Write something from " + shown(least) + " to "
                            + shown(most));
        }
        return read;
    }

    private static Duration duration(long n, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }

    private static String shown(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + "h";
        }
        return duration.toSeconds() > 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    /** In bytes. */
    static int size(Fields fields, String key, int otherwise, int most) {
        return fields.get(key).map(node -> size(node, most)).orElse(otherwise);
    }

    private static int size(Node node, int most) {
        Matcher matcher = SIZE.matcher(node.text());
        if (matcher.matches()) {
            long bytes = Long.parseLong(matcher.group(1)) << (matcher.group(2).equals("KiB") ? 10 : 20);
            if (bytes > 0 && bytes <= most) {
                return (int) bytes;
            }
        }
        throw node.at()
                .problem("'" + node.text() + "' is no size here. Write KiB or MiB, up to " + (most >> 20)
                        + " MiB, as in 4 MiB");
    }

    static boolean yes(Fields fields, String key, boolean otherwise) {
        return fields.get(key).map(Amounts::yes).orElse(otherwise);
    }

    private static boolean yes(Node node) {
        return switch (node.text()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw node.at().problem("'" + node.text() + "' is neither. Write true or false");
        };
    }
}
