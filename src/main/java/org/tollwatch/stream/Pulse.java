package org.tollwatch.stream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether this instance is still in touch with the brokers. One that was cut off, or hung, does not know that others have
 * taken its partitions over; what it has in its stores was so once, and must not be told as what is so now.
 *
 * <p>The group takes an instance for dead when no heartbeat came for {@link #SESSION}. The age of the last one sent is known
 * here; the one before it may be the last that came through.
 */
final class Pulse implements AutoCloseable {

    /** After which the brokers give an instance's partitions to others. */
    static final Duration SESSION = Duration.ofSeconds(6);

    static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final Duration LONGEST_SILENCE = SESSION.minus(HEARTBEAT);

    /** Long enough for the answer to the first heartbeat that is sent again, which may be that others took over. */
    private static final Duration TRIAL = HEARTBEAT.plusSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Supplier<Optional<Duration>> sinceHeartbeat;
    private final LongSupplier clock;
    private long looked;
    private long doubtedUntil;
    private Optional<ScheduledExecutorService> looking = Optional.empty();

    /**
     * @param sinceHeartbeat since the oldest of the last heartbeats of all threads; empty before there was one
     * @param clock in nanoseconds
     */
    Pulse(Supplier<Optional<Duration>> sinceHeartbeat, LongSupplier clock) {
        this.sinceHeartbeat = sinceHeartbeat;
        this.clock = clock;
        looked = clock.getAsLong();
        doubtedUntil = looked;
    }

    /** Looks by itself, so that it is noticed also when the whole process stood still. */
    static Pulse of(KafkaStreams streams) {
        Heartbeats heartbeats = new Heartbeats(streams);
        Pulse pulse = new Pulse(heartbeats::oldest, System::nanoTime);
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pulse");
            thread.setDaemon(true);
            return thread;
        });
        Runnable look = () -> {
            heartbeats.find();
            pulse.isFelt();
        };
        looking.scheduleWithFixedDelay(look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        pulse.looking = Optional.of(looking);
        return pulse;
    }

    /** Whether nobody else can have what this instance works on. To be asked after what is told was read. */
    synchronized boolean isFelt() {
        long now = clock.getAsLong();
        boolean stoodStill = now - looked > LONGEST_SILENCE.toNanos();
        boolean silent = sinceHeartbeat
                .get()
                .filter(age -> age.compareTo(LONGEST_SILENCE) >= 0)
                .isPresent();
        looked = now;
        if (stoodStill || silent) {
            doubtedUntil = now + TRIAL.toNanos();
        }
        return now - doubtedUntil >= 0;
    }

    @Override
    public void close() {
        looking.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    /** The consumers' own measure of it. To find it among thousands takes long, to read it nothing. */
    private static final class Heartbeats {

        private final KafkaStreams streams;
        private volatile List<Metric> ages = List.of();

        Heartbeats(KafkaStreams streams) {
            this.streams = streams;
        }

        /** Threads come and go. */
        void find() {
            ages = streams.metrics().values().stream()
                    .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
                    .map(Metric.class::cast)
                    .toList();
        }

        Optional<Duration> oldest() {
            return ages.stream()
                    .map(metric -> ((Number) metric.metricValue()).longValue())
                    .filter(seconds -> seconds >= 0)
                    .max(Long::compare)
                    .map(Duration::ofSeconds);
        }
    }
}
