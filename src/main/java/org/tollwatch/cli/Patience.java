package org.tollwatch.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tollwatch.stream.StoresNotReadyException;

/**
 * Asks again while the stores are restored or moved. The group of one instance is balanced anew now and then, on a busy
 * machine also when all is counted; who asks once, as a command does, should not see that.
 */
final class Patience {

    private static final Duration ENOUGH = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 20;

    private final Duration enough;

    Patience() {
        this(ENOUGH);
    }

    Patience(Duration enough) {
        this.enough = enough;
    }

    /** @throws StoresNotReadyException the last one, when the stores do not answer in a minute */
    <T> T ask(Supplier<T> question) {
        long start = System.nanoTime();
        while (true) {
            try {
                return question.get();
            } catch (StoresNotReadyException e) {
                if (System.nanoTime() - start > enough.toNanos() || interrupted()) {
                    throw e;
                }
            }
        }
    }

    private static boolean interrupted() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
