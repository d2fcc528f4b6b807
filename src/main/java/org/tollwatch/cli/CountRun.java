package org.tollwatch.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.ask.Question;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.SourceReader;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Tally;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.Topics;

/** Reads, publishes, waits until all is counted, and takes the tallies. */
final class CountRun {

    private final Console console;
    private final Session session;
    private final RejectionLog rejections;
    private final Instant started;
    private final Patience patience = new Patience();
    private long reports;
    private long claims;

    CountRun(Console console, Session session) {
        this.console = console;
        this.session = session;
        this.rejections = new RejectionLog(console);
        this.started = console.clock().instant();
    }

    /** Hands every file to the broker, and waits until everything on it is counted. */
    void count(SourceReader<IncidentReport> reader, List<Path> paths) {
        try (ProgressBar bar = new ProgressBar(console)) {
            for (Path path : paths) {
                reader.read(path, input -> {
                    take(input, bar);
                    bar.show("reading " + path.getFileName(), reports, 0);
                });
            }
            session.publisher().flush();
            session.service().awaitQuiet(p -> bar.show("counting", p.done(), p.total()));
        }
        tellWhatWasNotAdmitted();
    }

    /** The tallies of each conflict that has any, in reading order, and of one scope in the order of the policies. */
    Map<Conflict, List<Tally>> tallies(Conflicts conflicts, Question question) {
        Map<Conflict, List<Tally>> tallies = new LinkedHashMap<>();
        for (Conflict conflict : conflicts.all()) {
            List<Tally> found = patience.ask(() -> question.answer(session.service(), conflict));
            if (!found.isEmpty()) {
                tallies.put(conflict, found);
            }
        }
        return tallies;
    }

    /** The ledger of each conflict that anything is claimed of. */
    List<Ledger> ledgers(Conflicts conflicts) {
        return conflicts.all().stream()
                .flatMap(conflict -> patience.ask(() -> session.service().ledger(conflict.id())).stream())
                .filter(ledger -> !ledger.isEmpty())
                .toList();
    }

    /** The meters are shared, so the service knows what the readers rejected too. */
    CountSummary summary(Conflicts conflicts) {
        long outside =
                conflicts.all().stream().mapToLong(this::claimsOutsideEpisodes).sum();
        return new CountSummary(reports, claims, outside, session.service().rejected());
    }

    /** Claims that no episode of the conflict's file is about. */
    private long claimsOutsideEpisodes(Conflict conflict) {
        return patience.ask(() -> session.service().claims(conflict.id())).stream()
                .map(entry -> entry.getClaim().getPeriod())
                .map(period -> new Period(period.getFrom(), period.getTo()))
                .filter(period -> conflict.calendar().episodes(period).isEmpty())
                .count();
    }

    /** What reads well may still not be admitted, as an id that another text had on an earlier run. */
    private void tellWhatWasNotAdmitted() {
        long rejected =
                session.service().rejected().values().stream().mapToLong(n -> n).sum();
        if (rejected > rejections.total()) {
            session.deadLetters().since(started).stream()
                    .filter(letter -> letter.origin().startsWith(Topics.REPORTS + "-"))
                    .forEach(rejections::add);
        }
    }

    private void take(Input<IncidentReport> input, ProgressBar bar) {
        if (input instanceof Input.Taken<IncidentReport> taken) {
            Optional<Rejection> tooLarge = session.publisher().publish(taken.value(), taken.origin(), taken.original());
            if (tooLarge.isEmpty()) {
                reports++;
                claims += taken.value().getClaims().size();
            } else {
                tell(tooLarge.get(), bar);
            }
        } else if (input instanceof Input.Rejected<IncidentReport> rejected) {
            session.publisher().reject(rejected.rejection(), rejected.original());
            tell(rejected.rejection(), bar);
        }
    }

    private void tell(Rejection rejection, ProgressBar bar) {
        bar.close();
        rejections.add(rejection);
    }
}
