package org.tollwatch.stream;

/**
 * Which topics an application reads and writes.
 *
 * @param reports that are counted
 * @param tallies the newest of each scope and window
 * @param deadLetters what was rejected, with the reason
 */
public record TopicNames(String reports, String tallies, String deadLetters) {

    /** Those that the live service uses, and every other application on the cluster. */
    public static final TopicNames LIVE = new TopicNames(Topics.REPORTS, Topics.TALLIES, Topics.REPORTS_DLQ);

    /** Topics of its own for an application that must touch none of the live ones. */
    public static TopicNames under(String prefix) {
        return new TopicNames(
                prefix + "." + Topics.REPORTS, prefix + "." + Topics.TALLIES, prefix + "." + Topics.REPORTS_DLQ);
    }

    boolean isLive() {
        return equals(LIVE);
    }
}
