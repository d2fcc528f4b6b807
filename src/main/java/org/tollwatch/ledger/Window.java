package org.tollwatch.ledger;

/** A stretch of event time that a tally is asked for. */
public record Window(WindowKind kind, Period period) {

    // As in Cell.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Window that && kind == that.kind && period.equals(that.period);
    }

    @Override
    public int hashCode() {
        return 31 * period.hashCode() + kind.hashCode();
    }
}
