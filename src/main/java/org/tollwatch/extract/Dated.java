package org.tollwatch.extract;

/**
 * A date or length found among items.
 *
 * @param length how many items it takes
 */
record Dated(Sense sense, int length) {}
