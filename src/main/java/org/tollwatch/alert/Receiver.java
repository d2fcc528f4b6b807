package org.tollwatch.alert;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes messages. */
interface Receiver {

    /** The same at every start: what it was given is remembered by this. */
    String name();

    /** The name for logs and metrics. */
    String shown();

    /**
     * An address without its user, path and query: those of a webhook may be secrets. Different addresses stay different.
     */
    static String shown(URI url) {
        String host = url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        return host + " (" + Integer.toHexString(url.toString().hashCode()) + ")";
    }

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
