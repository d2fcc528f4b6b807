package org.tollwatch.replay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tollwatch.stream.Cluster;
import org.tollwatch.stream.StreamException;

/** Copies the chosen reports to the replay's own topic; each batch with how far it is, in one transaction. For one thread. */
final class Feeder implements Runnable, AutoCloseable {

    private final Source source;
    private final Copies copies;
    private final ReplayBook book;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CountDownLatch closing;
    private volatile ReplayState state;

    /** @param closing ends it */
    Feeder(Source source, Copies copies, ReplayBook book, ReplayState state, Cluster cluster, CountDownLatch closing) {
        this.source = source;
        this.copies = copies;
        this.book = book;
        this.state = state;
        this.closing = closing;
        producer = new KafkaProducer<>(
                Copies.producer(cluster, state.plan().name()), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw failed(e);
        }
    }

    ReplayState state() {
        return state;
    }

    /** @throws ReplayException when another process runs the same replay, or the broker goes away */
    @Override
    public void run() {
        try {
            while (!state.fed() && closing.getCount() > 0) {
                Batch batch = source.next();
                if (!batch.isEmpty() || source.isAtEnd()) {
                    commit(batch);
                }
            }
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    private void commit(Batch batch) {
        Copies.Made made = copies.of(batch.chosen());
        ReplayState after = batch.after(state, source.total(), made.sum(), source.isAtEnd());
        producer.beginTransaction();
        made.records().forEach(producer::send);
        producer.send(book.entry(after));
        producer.commitTransaction(); // throws what any of them met
        state = after;
    }

    private ReplayException failed(KafkaException e) {
        if (e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException) {
            return new ReplayException(
                    "Another process has begun to run the replay '"
                            + state.plan().name().text()
                            + "', so this one has stopped; nothing is lost or doubled.",
                    e);
        }
        return new ReplayException(
                "The reports cannot be copied any more (" + StreamException.rootOf(e)
                        + "). Check that the broker runs and its disk has space, then run the replay again: it goes on"
                        + " where it stopped.",
                e);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
