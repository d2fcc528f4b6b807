package org.tollwatch.alert;

/**
 * What a condition finds in a tally, before origins and time are asked for.
 *
 * @param why in words; "" where nothing is found
 */
public record Verdict(Level level, String why) {

    /** How far the figures bear the condition out. */
    public enum Level {
        NOTHING,
        /** By the high bound, or by one side's figure. */
        POSSIBLE,
        /** By the low bound. */
        SURE
    }

    static final Verdict NOTHING = new Verdict(Level.NOTHING, "");

    static Verdict of(boolean sure, boolean possible, String why) {
        return sure ? new Verdict(Level.SURE, why) : possible ? new Verdict(Level.POSSIBLE, why) : NOTHING;
    }
}
