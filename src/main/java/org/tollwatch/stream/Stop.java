package org.tollwatch.stream;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
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
                .map(Stop::inPlainWords)
                .or(() -> state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING
                        ? Optional.of("the streams are " + state.name().toLowerCase(Locale.ROOT))
                        : Optional.empty())
                .map(why -> work + " stopped: " + why);
    }

    /** What is thrown when the streams cannot even start. */
    static RuntimeException atStart(RuntimeException failure) {
        return isDiskFull(failure)
                ? new StreamException("Counting cannot start: " + inPlainWords(failure) + ".", failure)
                : failure;
    }

    private static boolean isDiskFull(Throwable failure) {
        return StreamException.rootOf(failure).contains("No space left on device");
    }

    private static String inPlainWords(Throwable failure) {
        String root = StreamException.rootOf(failure);
        return isDiskFull(failure)
                ? "the disk is full, of the state or of temporary files (" + root
                        + "). Free some space and start it again; nothing is lost, and it goes on where it stopped"
                : root;
    }

    void rethrow() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new StreamException(
                    "Counting stopped (" + inPlainWords(cause)
                            + "). Nothing is lost: the reports are on the topic, and counting goes on where it stopped.",
                    cause);
        }
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable thrown) {
        Optional<Throwable> registry = cause(thrown, RegistryUnavailableException.class);
        if (registry.isPresent()) {
            LOG.warn(registry.get().getMessage());
            return afterAPause();
        }
        if (isOutage(thrown)) {
            LOG.warn(
                    "The brokers do not answer as they should ({}); {} goes on when they do. Nothing is lost meanwhile.",
                    StreamException.rootOf(thrown),
                    work);
            return afterAPause();
        }
        failure.compareAndSet(null, thrown);
        LOG.error("Tollwatch's {} stopped: {}", work, inPlainWords(thrown), thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** What passes when brokers come back; a topic that was deleted does not. */
    private static boolean isOutage(Throwable thrown) {
        return cause(thrown, RetriableException.class).isPresent()
                && cause(thrown, UnknownTopicOrPartitionException.class).isEmpty();
    }

    /** The outermost of the kind, of a failure and its causes. */
    static Optional<Throwable> cause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    /** An outage is not a bad record: what failed is done again until it passes. */
    private StreamThreadExceptionResponse afterAPause() {
        try {
            closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
