package org.tollwatch.stream;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stops the counting for good, and what only delays it. */
final class Stop implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TallyService.class);
    private static final long RETRY_MILLIS = 1_000;

    private final CountDownLatch closing;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** @param closing counted down when the service is closed */
    Stop(CountDownLatch closing) {
        this.closing = closing;
    }

    /** What stopped it for good. */
    Optional<String> reason() {
        return Optional.ofNullable(failure.get()).map(cause -> "counting stopped: " + StreamException.rootOf(cause));
    }

    void rethrow() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new StreamException(
                    "Counting stopped (" + StreamException.rootOf(cause)
                            + "). Nothing is lost: the reports are on the topic, and counting goes on where it stopped.",
                    cause);
        }
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException) {
                LOG.warn(cause.getMessage());
                return afterAPause();
            }
        }
        failure.compareAndSet(null, thrown);
        LOG.error("Counting stopped: {}", StreamException.rootOf(thrown), thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** An outage is not a bad record: the record is read again until the registry answers. */
    private StreamThreadExceptionResponse afterAPause() {
        try {
            closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
