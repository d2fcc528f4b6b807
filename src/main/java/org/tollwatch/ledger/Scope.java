package org.tollwatch.ledger;

import java.util.Objects;

/**
 * What a figure is about.
 *
 * @param conflict the conflict's id
 * @param party a party's id, or {@link #ALL} for all sides together
 * @param measure what is counted
 * @param item for {@link Measure#EQUIPMENT_LOST} the kind of equipment, else ""
 * @param status whose loss
 * @param place a locality's id or name; "" is the whole theatre
 */
public record Scope(String conflict, String party, Measure measure, String item, Status status, String place) {

    /** The root of every conflict's party tree: all sides together. */
    public static final String ALL = "*";

    public Scope {
        Objects.requireNonNull(conflict, "conflict");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(place, "place");
    }

    public Scope withParty(String other) {
        return new Scope(conflict, other, measure, item, status, place);
    }

    public Scope withStatus(Status other) {
        return new Scope(conflict, party, measure, item, other, place);
    }

    public Scope withPlace(String other) {
        return new Scope(conflict, party, measure, item, status, other);
    }
}
