package org.tollwatch.ledger;

/**
 * A time of fighting that people count by.
 *
 * @param id unique in its conflict
 * @param name as a reader would call it
 * @param period from the first shot to the end; an episode that goes on ends in the far future
 */
public record Episode(String id, String name, Period period) {}
