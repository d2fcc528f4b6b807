package org.tollwatch.alert;

import java.util.Set;

/**
 * Which values of a field a rule watches, each by itself.
 *
 * @param each any value; then {@code ids} is empty
 */
public record Choice(boolean each, Set<String> ids) {

    public static final Choice EACH = new Choice(true, Set.of());

    public Choice {
        ids = Set.copyOf(ids);
    }

    public static Choice of(String... ids) {
        return new Choice(false, Set.of(ids));
    }

    public boolean matches(String id) {
        return each || ids.contains(id);
    }
}
