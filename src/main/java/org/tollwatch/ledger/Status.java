package org.tollwatch.ledger;

import java.util.List;

/**
 * Whose loss, by status. {@link #COMBATANT}, {@link #CIVILIAN} and {@link #UNKNOWN} do not overlap and lie under
 * {@link #ANY}; the others lie under {@link #CIVILIAN} and may overlap (a child may be a rescuer's, a journalist may be a woman).
 */
public enum Status {
    ANY,
    COMBATANT,
    CIVILIAN,
    CHILD,
    WOMAN,
    JOURNALIST,
    HEALTH_WORKER,
    AID_WORKER,
    RESCUER,
    /** Said to be known neither as a combatant nor as a civilian (UCDP: {@code deaths_unknown}). */
    UNKNOWN;

    private static final List<Status> KINDS = List.of(COMBATANT, CIVILIAN, UNKNOWN);
    private static final List<Status> TAGS = List.of(CHILD, WOMAN, JOURNALIST, HEALTH_WORKER, AID_WORKER, RESCUER);

    /** Those right under {@link #ANY}, which add up. */
    static List<Status> kinds() {
        return KINDS;
    }

    /** Those under {@link #CIVILIAN}, which do not add up. */
    static List<Status> tags() {
        return TAGS;
    }

    /** What it lies right under; {@link #ANY} lies under itself. */
    Status whole() {
        return TAGS.contains(this) ? CIVILIAN : ANY;
    }

    /** How many it lies under. */
    int depth() {
        return this == ANY ? 0 : KINDS.contains(this) ? 1 : 2;
    }

    /** Whether it is {@code other} or lies under it. */
    boolean isWithin(Status other) {
        return other == ANY || this == other || whole() == other;
    }
}
