package org.tollwatch.extract;

/**
 * The trigger of a group.
 *
 * @param trigger its place
 * @param cost how far the joint reaches
 * @param reading the reading of its word that fits the group and the side it stands on
 */
record Link(int trigger, double cost, Lexeme reading) {

    /** The same for a group that shares it. */
    Link shared() {
        return new Link(trigger, cost + 0.5, reading);
    }
}
