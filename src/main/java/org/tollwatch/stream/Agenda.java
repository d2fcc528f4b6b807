package org.tollwatch.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What must be reckoned again. Marks are kept in a store, so that a crash between a claim and its reckoning loses
 * neither; a wall-clock punctuator works them off, as stream time stands still when a region is quiet.
 */
final class Agenda {

    private static final byte[] MARK = {1};

    /** A transaction must not grow old over one round; what is left is done in the next. */
    private static final Duration LONGEST_ROUND = Duration.ofMillis(500);

    /** While records keep coming, reckoning gets at most a third of the time: most of it would be for nothing. */
    private static final int PAUSE_PER_WORK = 2;

    private final ProcessorContext<?, ?> context;
    private final KeyValueStore<String, byte[]> marks;
    private final Duration every;
    private final Consumer<String> reckon;
    private Cancellable punctuator;
    private boolean busy;
    private long notBefore = System.nanoTime();

    /** @param reckon what to do for a marked key */
    Agenda(
            ProcessorContext<?, ?> context,
            KeyValueStore<String, byte[]> marks,
            Duration every,
            Consumer<String> reckon) {
        this.context = context;
        this.marks = marks;
        this.every = every;
        this.reckon = reckon;
        try (KeyValueIterator<String, byte[]> left = marks.all()) {
            if (left.hasNext()) {
                wake();
            }
        }
    }

    void mark(String key) {
        marks.put(key, MARK);
        busy = true;
        wake();
    }

    /** Only while there is something to do: a punctuator makes Kafka Streams commit, and an idle service should not. */
    private void wake() {
        if (punctuator == null) {
            punctuator = context.schedule(every, PunctuationType.WALL_CLOCK_TIME, now -> round());
        }
    }

    private void round() {
        long start = System.nanoTime();
        if (busy && start - notBefore < 0) {
            busy = false;
            return;
        }
        busy = false;
        Iterator<String> keys = marked().iterator();
        long spent = 0;
        while (keys.hasNext() && spent < LONGEST_ROUND.toNanos()) {
            String key = keys.next();
            reckon.accept(key);
            marks.delete(key);
            spent = System.nanoTime() - start;
        }
        notBefore = start + spent * (1 + PAUSE_PER_WORK);
        if (!keys.hasNext()) {
            punctuator.cancel();
            punctuator = null;
        }
    }

    private List<String> marked() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = marks.all()) {
            all.forEachRemaining(mark -> keys.add(mark.key));
        }
        return keys;
    }
}
