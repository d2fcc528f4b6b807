package org.tollwatch.cli;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tollwatch.alert.AlertService;
import org.tollwatch.alert.AlertText;
import org.tollwatch.alert.Deliveries;
import org.tollwatch.alert.Messages;
import org.tollwatch.alert.RulesFile;
import org.tollwatch.conflict.Conflicts;

/** The watching beside the counting, where there are rules, and the telling of receivers. */
final class Watch implements AutoCloseable {

    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final Optional<AlertService> service;
    private final Session session;
    private final Conflicts conflicts;

    private Watch(Optional<AlertService> service, Session session, Conflicts conflicts) {
        this.service = service;
        this.session = session;
        this.conflicts = conflicts;
        service.ifPresent(alerts -> ends.push(alerts::close));
    }

    /**
     * @param rules empty: nothing is watched
     */
    static Watch start(
            Optional<RulesFile> rules, Session session, Conflicts conflicts, Clock clock, MeterRegistry meters) {
        Optional<AlertService> service =
                rules.map(read -> AlertService.start(session.settings(), read, clock, meters, session.peers()));
        return new Watch(service, session, conflicts);
    }

    /** Empty where nothing is watched. */
    Optional<AlertService> service() {
        return service;
    }

    /**
     * Begins to tell the receivers.
     *
     * @param url where figures are explained
     * @throws org.tollwatch.data.DataFileException when a secret cannot be read
     */
    void tell(String url, MeterRegistry meters, Clock clock) {
        Deliveries.Pace pace = Deliveries.Pace.of(clock, RandomGenerator.getDefault(), System::getenv);
        Messages messages = new Messages(session.service(), new AlertText(conflicts), url);
        service.ifPresent(
                alerts -> ends.push(Deliveries.start(session.settings(), alerts, messages, pace, meters)::close));
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
