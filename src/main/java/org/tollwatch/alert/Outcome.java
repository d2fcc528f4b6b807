package org.tollwatch.alert;

/** What came of a delivery. */
public sealed interface Outcome {

    /** The receiver has it. */
    record Delivered() implements Outcome {}

    /** It will never take it: trying again is of no use. */
    record Refused(String why) implements Outcome {}

    /** Not now: to be tried again. */
    record Failed(String why) implements Outcome {}
}
