package org.tollwatch.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. Reading and pushing are apart: a feed that pushes need not see what others said. */
public enum Role {
    /** Asks for figures, reports, the stream, metrics, and the dashboard. */
    READ,
    /** Pushes reports and articles. */
    PUSH,
    /** All of these, and what instances of one cluster ask each other. */
    ADMIN;

    /** As it is written in files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such role. */
    public static Optional<Role> labelled(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }

    /** All there are, as they are written. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Role::label).toList();
    }
}
