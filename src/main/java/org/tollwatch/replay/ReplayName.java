package org.tollwatch.replay;

import java.util.regex.Pattern;
import org.tollwatch.stream.TopicNames;

/**
 * What a replay is called, and what its topics, its consumer group and its directory of state are called after it.
 *
 * @param text small letters, digits and hyphens, 1 to 40
 */
public record ReplayName(String text) {

    /** The counting that is no replay. */
    public static final String LIVE = "live";

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** @throws ReplayException when it is no name, or the live one's */
    public ReplayName {
        if (!FORM.matcher(text).matches()) {
            throw new ReplayException(
                    "'" + text
                            + "' is no name for a replay; small letters, digits and hyphens make one, at most 40: spring-median");
        }
        if (text.equals(LIVE)) {
            throw new ReplayException(
                    "'live' is the counting itself, and no replay; choose another name, or leave it to Tollwatch.");
        }
    }

    /** The full stop at its end keeps 'spring' from meaning what belongs to 'spring-median'. */
    String prefix() {
        return "replay." + text;
    }

    /** The topics that it reads and writes. */
    public TopicNames topics() {
        return TopicNames.under(prefix());
    }

    /** The consumer group, the prefix of the internal topics, and the name of the directory of state. */
    public String applicationId() {
        return prefix() + ".tollwatch";
    }

    /** One process at a time copies reports for it. */
    String feed() {
        return prefix() + ".feed";
    }

    /** Whether a topic is its own. */
    boolean owns(String topic) {
        return topic.startsWith(prefix() + ".");
    }
}
