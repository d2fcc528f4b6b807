package org.tollwatch.gather;

/** One change of what is remembered. */
sealed interface Change {

    /** The feed's name. */
    String feed();

    /** Where the feed stands. */
    record Stands(String feed, Standing standing) implements Change {}

    /** What is known of an item. */
    record Knows(String feed, Item item) implements Change {}

    /** An item that is long gone. */
    record Forgets(String feed, String mark) implements Change {}
}
