package org.tollwatch.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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

    /** Reckons what is behind a key, as far as there is time; says whether it is done. */
    interface Work {
        boolean done(String key, BooleanSupplier goOn);
    }

    private static final byte[] MARK = {1};

    /** A transaction must not grow old over one round; what is left is done in the next. */
    static final Duration LONGEST_ROUND = Duration.ofMillis(500);

    /** While records keep coming, reckoning gets at most a third of the time: most of it would be for nothing. */
    private static final int PAUSE_PER_WORK = 2;

    private final ProcessorContext<?, ?> context;
    private final KeyValueStore<String, byte[]> marks;
    private final Duration every;
    private final LongSupplier nanos;
    private final Supplier<Collection<String>> stale;
    private final Work work;
    private Cancellable punctuator;
    private boolean begun;
    private boolean busy;
    private long notBefore;
    private String last = "";

    /**
     * @param nanos how long the work takes; the context's clock stands still during a round
     * @param stale asked once, in the first round: what must be reckoned again whether it is marked or not
     */
    Agenda(
            ProcessorContext<?, ?> context,
            KeyValueStore<String, byte[]> marks,
            Duration every,
            LongSupplier nanos,
            Supplier<Collection<String>> stale,
            Work work) {
        this.context = context;
        this.marks = marks;
        this.every = every;
        this.nanos = nanos;
        this.stale = stale;
        this.work = work;
        wake();
    }

    void mark(String key) {
        busy = true;
        put(key);
        wake();
    }

    private void put(String key) {
        if (marks.get(key) == null) {
            marks.put(key, MARK);
        }
    }

    /** Only while there is something to do: a punctuator makes Kafka Streams commit, and an idle service should not. */
    private void wake() {
        if (punctuator == null) {
            punctuator = context.schedule(every, PunctuationType.WALL_CLOCK_TIME, this::round);
        }
    }

    private void round(long now) {
        if (busy && now < notBefore) {
            busy = false;
            return;
        }
        busy = false;
        if (!begun) {
            stale.get().forEach(this::put);
            begun = true;
        }
        long start = nanos.getAsLong();
        boolean left = workOff(() -> nanos.getAsLong() - start < LONGEST_ROUND.toNanos());
        long spent = Duration.ofNanos(nanos.getAsLong() - start).toMillis();
        context.commit(); // others are to read what was reckoned now, not when the interval ends
        notBefore = now + spent * (1 + PAUSE_PER_WORK);
        if (!left) {
            punctuator.cancel();
            punctuator = null;
        }
    }

    /** At least one step; says whether something is left. */
    private boolean workOff(BooleanSupplier goOn) {
        Iterator<String> keys = inTurn().iterator();
        boolean unfinished = false;
        while (keys.hasNext()) {
            last = keys.next();
            if (work.done(last, goOn)) {
                marks.delete(last);
            } else {
                unfinished = true;
            }
            if (!goOn.getAsBoolean()) {
                break;
            }
        }
        return unfinished || keys.hasNext();
    }

    /** Those after the last that was worked on come first, so that one that takes long does not hold up the others. */
    private List<String> inTurn() {
        List<String> after = new ArrayList<>();
        List<String> before = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = marks.all()) {
            all.forEachRemaining(mark -> (mark.key.compareTo(last) > 0 ? after : before).add(mark.key));
        }
        after.addAll(before);
        return after;
    }
}
