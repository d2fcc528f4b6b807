package org.tollwatch.ledger;

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
    UNKNOWN
}
