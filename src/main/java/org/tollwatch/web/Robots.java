package org.tollwatch.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What robots.txt allows, by RFC 9309. Made by {@link #read}. */
public final class Robots {

    private final List<RobotsGroup> groups;

    private Robots(List<RobotsGroup> groups) {
        this.groups = groups;
    }

    /** Never throws; what is no rule is passed over, as RFC 9309 has it. Reads at most 500 KiB. */
    public static Robots read(byte[] body) {
        return new Robots(
                RobotsGroup.all(new String(body, 0, Math.min(body.length, 500 * 1024), StandardCharsets.UTF_8)));
    }

    /**
     * Whether an agent may fetch a path: the longest rule that matches counts, of two of one length that which allows.
     *
     * @param agent the product token, as {@code tollwatch}; in any case
     * @param path with its query, percent-encoded as requested
     */
    public boolean allows(String agent, String path) {
        return path.equals("/robots.txt") || RobotsGroup.of(groups, agent).allows(path);
    }

    /** How long to wait between two fetches, where it says so; not part of RFC 9309, but widely written. */
    public Optional<Duration> crawlDelay(String agent) {
        return RobotsGroup.of(groups, agent).delay();
    }
}
