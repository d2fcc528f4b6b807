package org.tollwatch.evaluate;

/**
 * A number that is no claim.
 *
 * @param why what it is
 */
public record Distractor(Words words, String why) {}
