package org.tollwatch.gather;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.DeadLetter;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.StreamException;
import org.tollwatch.stream.Topics;

/**
 * Writes batches, each whole or not at all: what waits is one transaction. After a failure nobody can say whether the last
 * one was written, so all that is remembered is read again before anything else is written.
 */
final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** What the wire adds to a record. */
    private static final int OVERHEAD = 4 << 10;
    /** Batches in one transaction. */
    private static final int MOST = 200;

    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Waiting(Batch batch, CompletableFuture<Void> written) {}

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final AvroSerde<IncidentReport> reports;
    private final StateRecords states;
    private final StateTopic topic;
    private final Memory memory;
    private final MeterRegistry meters;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Thread writing = Threads.named("feeds-outbox").newThread(this::write);
    private volatile Producer<byte[], byte[]> producer;
    private volatile boolean closed;

    /** @param producers of transactions, not yet begun */
    Outbox(
            Supplier<Producer<byte[], byte[]>> producers,
            AvroSerde<IncidentReport> reports,
            StateRecords states,
            StateTopic topic,
            Memory memory,
            MeterRegistry meters) {
        this.producers = producers;
        this.reports = reports;
        this.states = states;
        this.topic = topic;
        this.memory = memory;
        this.meters = meters;
    }

    /** Begins to write what is put. */
    void start() {
        writing.start();
    }

    /** Shuts out whoever wrote before, and reads what is remembered. */
    synchronized void takeOver() {
        letGo();
        producer = producers.get();
        producer.initTransactions();
        memory.replace(topic.read());
    }

    private synchronized void letGo() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** Whether it took over, and was not shut out since. */
    boolean holds() {
        return producer != null;
    }

    /** Reads what others wrote. */
    void readOthers() {
        memory.replace(topic.read());
    }

    /** @return done when Kafka has all of it and it is remembered; failed when it has none of it, or none can say */
    CompletableFuture<Void> put(Batch batch) {
        Waiting one = new Waiting(batch, new CompletableFuture<>());
        waiting.add(one);
        return one.written();
    }

    private void write() {
        List<Waiting> taken = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                taken.clear();
                taken.add(waiting.take());
                waiting.drainTo(taken, MOST);
                transaction(taken);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                failed(taken, e);
            }
        }
    }

    private synchronized void transaction(List<Waiting> taken) {
        if (!holds()) {
            throw new KafkaException("it is not our turn to look at feeds");
        }
        producer.beginTransaction();
        taken.forEach(one -> send(one.batch()));
        producer.commitTransaction();
        for (Waiting one : taken) {
            memory.apply(one.batch().changes());
            one.written().complete(null);
        }
    }

    private void send(Batch batch) {
        for (Batch.Made made : batch.reports()) {
            byte[] value = reports.serializer().serialize(Topics.REPORTS, made.report());
            if (value.length > Topics.LARGEST_REPORT - OVERHEAD) {
                bury(new Batch.Buried(
                        new Rejection(
                                Reason.TOO_LARGE,
                                made.origin(),
                                "the report has " + value.length + " bytes, which do not fit on the topic"),
                        made.came()));
            } else {
                producer.send(new ProducerRecord<>(
                        Topics.REPORTS, made.report().getId().getBytes(StandardCharsets.UTF_8), value));
            }
        }
        batch.buried().forEach(this::bury);
        batch.changes().forEach(change -> producer.send(states.record(change)));
    }

    private void bury(Batch.Buried buried) {
        meters.counter(
                        "tollwatch.rejected",
                        "reason",
                        buried.rejection().reason().label())
                .increment();
        producer.send(DeadLetter.of(
                buried.rejection(),
                new byte[0],
                buried.came().original(),
                buried.came().besides()));
    }

    /** Begins anew until it can, unless it is shut out, and only then tells those who wait. */
    private void failed(List<Waiting> taken, RuntimeException why) {
        LOG.warn("What came from feeds could not be written ({}); it is fetched again.", why.toString());
        if (why instanceof ProducerFencedException || why instanceof InvalidProducerEpochException) {
            letGo();
        }
        try {
            while (holds() && !reopened()) {
                Thread.sleep(REST.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        taken.forEach(one -> one.written().completeExceptionally(why));
    }

    private boolean reopened() {
        try {
            takeOver();
            return true;
        } catch (KafkaException | StreamException e) {
            LOG.warn("Kafka does not take what came from feeds ({}); trying again.", e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        put(new Batch()); // wakes the writer, who ends what it has begun
        try {
            writing.join(PATIENCE.toMillis());
            writing.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (producer != null) {
            producer.close(REST);
        }
    }
}
