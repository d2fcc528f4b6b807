package org.tollwatch.ledger;

/**
 * Whose loss, by status. {@link #COMBATANT} and {@link #CIVILIAN} do not overlap and lie under {@link #ANY}; the others
 * lie under {@link #CIVILIAN} and may overlap (a child may be a rescuer's, a journalist may be a woman).
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
    RESCUER
}
