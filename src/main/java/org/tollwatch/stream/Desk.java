package org.tollwatch.stream;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;

/**
 * Keeps what is reckoned in memory, and takes it from the store again when it is not there. Losing the memory loses
 * nothing: what was not told yet is marked in the {@link Agenda}, and compared with the stored tallies when it is loaded.
 *
 * @param <I> what is taken in
 */
final class Desk<I> {

    private final Memory<Opened<I>> memory;
    private final Function<String, Optional<Opened<I>>> load;
    private final Sheet sheet;
    private final Meters meters;
    private final Arrivals arrivals = new Arrivals();

    /**
     * @param most how many items are held in memory
     * @param load from the store by key; empty when nothing can be reckoned there
     */
    Desk(long most, Function<String, Optional<Opened<I>>> load, Sheet sheet, Meters meters) {
        this.memory = new Memory<>(most);
        this.load = load;
        this.sheet = sheet;
        this.meters = meters;
    }

    /** What came into the store; says whether its key must be marked. */
    boolean take(String key, I item) {
        return memory.get(key).map(open -> open.take(item)).orElse(true);
    }

    /** When the reports came that changed what is behind a key. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** Reckons a marked key as far as there is time; says whether it is done. */
    boolean reckon(String key, BooleanSupplier goOn) {
        Optional<Opened<I>> open = open(key);
        boolean done = open.isEmpty() || open.get().work(goOn);
        if (done) {
            Headers arrived = arrivals.take(key);
            open.ifPresent(o -> o.tell(key, sheet.with(arrived)));
        }
        open.ifPresent(o -> meters.evicted(memory.hold(key, o, o.size())));
        return done;
    }

    private Optional<Opened<I>> open(String key) {
        Optional<Opened<I>> held = memory.get(key);
        if (held.isPresent()) {
            meters.hit();
            return held;
        }
        meters.loaded();
        return load.apply(key);
    }
}
