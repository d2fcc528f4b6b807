package org.tollwatch.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tollwatch.stream.BrokersUnavailableException;
import org.tollwatch.stream.RegistryUnavailableException;

/** What is left running starts when the cluster is there: after a power cut nothing comes back in order. */
final class Awaited {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private Awaited() {}

    /**
     * Starts it, and tries again for as long as the brokers or the registry do not answer; says so each time.
     *
     * @throws CommandFailure when it is interrupted
     */
    static <T> T start(Supplier<T> start, Console console) {
        while (true) {
            try {
                return start.get();
            } catch (BrokersUnavailableException | RegistryUnavailableException e) {
                console.complain(e.getMessage() + " Trying again.");
                pause(e);
            }
        }
    }

    private static void pause(Exception cause) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("stopped", cause);
        }
    }
}
