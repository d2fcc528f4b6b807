package org.tollwatch.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes messages. */
interface Receiver {

    /** The same at every start: what it was given is remembered by this. */
    String name();

    Outcome send(Message message);

    /** How often it wants to be told again what is active; empty for never. */
    default Optional<Duration> every() {
        return Optional.empty();
    }

    /** Tells it again what is active. */
    default Outcome refresh(List<Message> active) {
        return new Outcome.Delivered();
    }
}
