package org.tollwatch.evaluate;

/** What is counted over texts. "Required" are the claims with a quantity. */
public enum Tally {
    TEXTS,
    /** Texts that could not be read at all. */
    UNREAD,
    /** Texts whose language was told from their words. */
    LANGUAGE_RECOGNISED,
    /** Texts taken for the conflict they are about. */
    CONFLICT_FOUND,
    /** Required claims. */
    WANTED,
    /** Claims with a quantity that were read. */
    READ,
    /** Required claims of which measure and bounds were read at their words. */
    FOUND,
    /** Those with the party right, too. */
    FOUND_PARTY,
    /** Those with the claimant's side right, too. */
    FOUND_SIDE,
    /** Those with all slots right but the days covered. */
    FOUND_WHOLE,
    /** Those with the days right, too. */
    FOUND_DATED,
    /** Claims of earlier wars that were found, with a quantity or without. */
    HISTORICAL,
    HISTORICAL_AS_CURRENT,
    CURRENT_AS_HISTORICAL,
    /** Claims without a quantity. */
    VAGUE_WANTED,
    VAGUE_READ,
    VAGUE_FOUND,
    DISTRACTORS,
    /** Distractors read as claims. */
    DISTRACTED
}
