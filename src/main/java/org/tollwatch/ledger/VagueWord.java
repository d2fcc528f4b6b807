package org.tollwatch.ledger;

/** Quantities without a number. A language's pack says which of its words mean which; a word profile says how many. */
public enum VagueWord {
    /** One or more: "some", "a", a bare mention. */
    SOME,
    /** Two or more: "many", a plural. */
    MANY,
    FEW,
    SEVERAL,
    /** Russian "desyatki", French "dizaines", Vietnamese "hàng chục": tens, not dozens. */
    TENS,
    DOZENS,
    SCORES,
    HUNDREDS,
    THOUSANDS,
    TENS_OF_THOUSANDS,
    HUNDREDS_OF_THOUSANDS,
    MILLIONS
}
