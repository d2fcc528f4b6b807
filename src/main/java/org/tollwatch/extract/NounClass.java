package org.tollwatch.extract;

import java.util.Locale;

/** What a group counts; a trigger says for each class which measure it gives. */
enum NounClass {
    PERSON,
    GEAR,
    AMMO,
    OBJECT;

    private final String trait = name().toLowerCase(Locale.ROOT);

    /** The name of the trigger's trait for this class. */
    String trait() {
        return trait;
    }
}
