package org.tollwatch.evaluate;

/** How one slot of a claim was read. */
public enum Answer {
    RIGHT,
    WRONG,
    /** Left unknown, where a person knows. */
    OPEN
}
