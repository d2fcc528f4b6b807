package org.tollwatch.ledger;

/** Whether a figure is all there is for its scope and period, or one incident inside it. */
public enum Extent {
    WHOLE,
    PART,
    /**
     * One entry of a list that its claimant keeps complete (UCDP GED): the entries add up as stated, column by column, and
     * what is not listed is not counted by it.
     */
    LISTED
}
