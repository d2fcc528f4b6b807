package org.tollwatch.ledger;

/** A stretch of event time that a tally is asked for. */
public record Window(WindowKind kind, Period period) {}
