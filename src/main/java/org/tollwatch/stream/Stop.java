package org.tollwatch.stream;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stops streams for good, and what only delays them. */
public final class Stop implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TallyService.class);
    private static final long RETRY_MILLIS = 1_000;

    private final String work;
    private final CountDownLatch closing;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * @param work what the streams do, as in "counting"
     * @param closing counted down when the service is closed
     */
    public Stop(String work, CountDownLatch closing) {
        this.work = work;
        this.closing = closing;
    }

    /** What stopped the streams for good, if anything did. */
    public Optional<String> reason(KafkaStreams.State state) {
        return Optional.ofNullable(failure.get())
                .map(StreamException::rootOf)
                .or(() -> state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING
                        ? Optional.of("the streams are " + state.name().toLowerCase(Locale.ROOT))
                        : Optional.empty())
                .map(why -> work + " stopped: " + why);
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
        LOG.error("Tollwatch's {} stopped: {}", work, StreamException.rootOf(thrown), thrown);
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
