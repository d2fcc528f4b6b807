package org.tollwatch.stream;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;

/**
 * How many copies of each topic there are: three where there are so many brokers, whatever their own default, which is one. A
 * write is safe when all but one have it, so that a broker can be away.
 */
public final class Copies {

    private static final int MOST = 3;
    private static final long PATIENCE_SECONDS = 30;

    private Copies() {}

    /**
     * The settings with the copies that the brokers can hold now, where none are asked for.
     *
     * @throws BrokersUnavailableException when none answers
     * @throws StreamException when they do not let us in
     */
    public static Settings settle(Admin admin, Settings settings) {
        if (settings.replication() > 0) {
            return settings;
        }
        try {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            return settings.withReplication(Math.max(1, Math.min(MOST, brokers)));
        } catch (ExecutionException | TimeoutException e) {
            String why = "No broker answers at " + settings.cluster() + " (" + StreamException.rootOf(e)
                    + "). Check that they run, and that the address is right.";
            // Whoever is not let in now is not let in later.
            throw e instanceof TimeoutException || e.getCause() instanceof RetriableException
                    ? new BrokersUnavailableException(why, e)
                    : new StreamException(why, e);
        } catch (InterruptedException e) {
            throw StreamException.interrupted(e);
        }
    }

    /** By how many of so many copies a record must be held before it is written. */
    static int needed(int copies) {
        return Math.max(1, copies - 1);
    }
}
