package org.tollwatch.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules of robots.txt for some agents; groups that name the same agent count together. */
record RobotsGroup(Set<String> agents, List<RobotsRule> rules, Optional<Duration> delay) {

    private static final long LONGEST_DELAY = 86_400;

    static List<RobotsGroup> all(String text) {
        List<RobotsGroup> groups = new ArrayList<>();
        Set<String> agents = new HashSet<>();
        List<RobotsRule> rules = new ArrayList<>();
        Optional<Duration> delay = Optional.empty();
        boolean begun = false;
        for (String line : text.split("\r\n|\r|\n")) {
            String plain = line.replace("\ufeff", "").split("#", 2)[0];
            int colon = plain.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = plain.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                if (begun) {
                    groups.add(new RobotsGroup(agents, rules, delay));
                    agents = new HashSet<>();
                    rules = new ArrayList<>();
                    delay = Optional.empty();
                    begun = false;
                }
                agents.add(value.toLowerCase(Locale.ROOT));
            } else if (key.equals("allow") || key.equals("disallow")) {
                begun = true;
                if (!value.isEmpty()) {
                    rules.add(RobotsRule.of(key.equals("allow"), value));
                }
            } else if (key.equals("crawl-delay")) {
                begun = true;
                delay = seconds(value);
            }
        }
        groups.add(new RobotsGroup(agents, rules, delay));
        return groups;
    }

    /** All groups of the agent as one; those of {@code *} when none names it. */
    static RobotsGroup of(List<RobotsGroup> groups, String agent) {
        String token = agent.toLowerCase(Locale.ROOT);
        boolean named = groups.stream().anyMatch(g -> g.agents().contains(token));
        String wanted = named ? token : "*";
        List<RobotsRule> rules = new ArrayList<>();
        Optional<Duration> delay = Optional.empty();
        for (RobotsGroup group : groups) {
            if (group.agents().contains(wanted)) {
                rules.addAll(group.rules());
                delay = delay.or(group::delay);
            }
        }
        return new RobotsGroup(Set.of(wanted), rules, delay);
    }

    boolean allows(String path) {
        String plain = RobotsRule.normal(path);
        int longest = -1;
        boolean allowed = true;
        for (RobotsRule rule : rules) {
            if (rule.length() >= longest && rule.matches(plain)) {
                allowed = rule.length() == longest ? allowed || rule.allow() : rule.allow();
                longest = rule.length();
            }
        }
        return allowed;
    }

    private static Optional<Duration> seconds(String value) {
        try {
            double seconds = Double.parseDouble(value);
            return seconds >= 0 && seconds <= LONGEST_DELAY
                    ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
