package org.tollwatch.dlq;

/**
 * What became of a letter.
 *
 * @param kind what
 * @param reason why it was rejected again; else ""
 * @param detail where it lies now, or why it does not; for people
 */
public record Outcome(LetterId letter, Kind kind, String reason, String detail) {

    /** In the order in which they are told. */
    public enum Kind {
        /** It was sent, and the counting took it; what it held already changed nothing. */
        TAKEN("taken", true),
        /** It was sent; nobody counts now, or not so far yet. */
        SENT("sent", true),
        /** It would be sent; only with a trial. */
        WOULD_BE_SENT("would be sent", true),
        /** It was sent before, and is not sent again. */
        SENT_BEFORE("sent before", true),
        /** It was sent, and lies there again under another number. */
        REJECTED_AGAIN("rejected again", false),
        /** It would be rejected again, and was not sent. */
        STILL_WRONG("still wrong", false),
        /** It cannot be sent by itself. */
        NOT_SENT("not sent", false);

        private final String words;
        private final boolean well;

        Kind(String words, boolean well) {
            this.words = words;
            this.well = well;
        }

        /** For people, and in JSON. */
        public String words() {
            return words;
        }

        /** Whether nothing is left to be done. */
        public boolean isWell() {
            return well;
        }
    }
}
