package org.tollwatch.dlq;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a letter lies on its topic, which is what it is called by: 12, or 1@12 on another partition than the first.
 *
 * @param partition 0 or more
 * @param offset 0 or more
 */
public record LetterId(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,9})@)?(\\d{1,18})");

    /** @throws DlqException when the text is no such id */
    public static LetterId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new DlqException(
                    "'" + text + "' is no letter; tollwatch dlq list has their numbers in its first column");
        }
        int partition = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        return new LetterId(partition, Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return partition == 0 ? Long.toString(offset) : partition + "@" + offset;
    }
}
