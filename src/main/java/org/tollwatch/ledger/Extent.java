package org.tollwatch.ledger;

/** Whether a figure is all there is for its scope and period, or one incident inside it. */
public enum Extent {
    WHOLE,
    PART
}
