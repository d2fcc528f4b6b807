package org.tollwatch.cli;

import org.tollwatch.replay.ReplayState;

/** What of the archive was left out, and why. */
final class LeftText {

    private LeftText() {}

    static void print(ReplayState.Left left, Console console) {
        tell(left.outside(), "published at another time", console);
        tell(left.unreadable(), "that cannot be read as a report", console);
        tell(left.ahead(), "dated more than a day after they came, and rejected for that when they did", console);
    }

    private static void tell(long count, String why, Console console) {
        if (count > 0) {
            console.out().println("  left out: " + Figures.number(count) + " " + why);
        }
    }
}
