package org.tollwatch.alert;

import java.util.List;

/** What came of a look: the state from now on, and what is told, in order. */
record Step(AlertState state, List<Alert> told) {

    Step {
        told = List.copyOf(told);
    }

    static Step quiet(AlertState state) {
        return new Step(state, List.of());
    }
}
