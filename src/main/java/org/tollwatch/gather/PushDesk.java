package org.tollwatch.gather;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Article;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.ReportPublisher;
import org.tollwatch.feed.ReportReader;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.ReportArchive;
import org.tollwatch.stream.StoresNotReadyException;

/** Takes what is pushed. When it says that something was taken, Kafka has it. */
public final class PushDesk implements AutoCloseable {

    /** What became of one report or article. */
    public sealed interface Result {

        /** Published. */
        record Taken(String id) implements Result {}

        /** The same was there already; nothing was done. */
        record Known(String id) implements Result {}

        /** Not published; it lies on the topic of what was rejected. */
        record Refused(Rejection rejection) implements Result {}
    }

    private final ReportMaker maker;
    private final Conflicts conflicts;
    private final ReportPublisher publisher;
    private final ReportArchive archive;
    private final Clock clock;

    /**
     * @param publisher that nobody else uses; closed with this
     * @param archive that knows what was published
     */
    public PushDesk(
            ReportMaker maker, Conflicts conflicts, ReportPublisher publisher, ReportArchive archive, Clock clock) {
        this.maker = maker;
        this.conflicts = conflicts;
        this.publisher = publisher;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * Incident reports, as files have them.
     *
     * @param lines whether there is one on each line; else it is one alone
     * @throws org.tollwatch.stream.StreamException when Kafka did not take them; some may have been
     */
    public List<Result> reports(byte[] body, boolean lines) {
        List<Input<IncidentReport>> inputs = new ArrayList<>();
        var reader = new ReportReader(clock, conflicts).sent();
        if (lines) {
            reader.lines(body, "push", inputs::add);
        } else {
            inputs.add(reader.one(body, "push"));
        }
        return publish(inputs);
    }

    /** Articles, as files have them; the same otherwise. */
    public List<Result> articles(byte[] body, boolean lines) {
        List<Input<Article>> inputs = new ArrayList<>();
        var reader = new ArticleReader(Defaults.NONE, clock).sent();
        if (lines) {
            reader.lines(body, "push", inputs::add);
        } else {
            inputs.add(reader.one(body, "push"));
        }
        return publish(inputs.stream().map(this::made).toList());
    }

    private Input<IncidentReport> made(Input<Article> input) {
        if (input instanceof Input.Rejected<Article> rejected) {
            return new Input.Rejected<>(rejected.rejection(), rejected.original());
        }
        Input.Taken<Article> taken = (Input.Taken<Article>) input;
        ReportMaker.Made made = maker.make(Optional.empty(), taken.value(), taken.origin());
        return made instanceof ReportMaker.Made.Report report
                ? new Input.Taken<>(report.report(), taken.origin(), taken.original())
                : new Input.Rejected<>(((ReportMaker.Made.Refused) made).rejection(), taken.original());
    }

    /** One push at a time: a failure to write is then that of who waits for it. */
    private synchronized List<Result> publish(List<Input<IncidentReport>> inputs) {
        List<Result> results = inputs.stream().map(this::publish).toList();
        publisher.flush();
        return results;
    }

    private Result publish(Input<IncidentReport> input) {
        if (input instanceof Input.Rejected<IncidentReport> rejected) {
            publisher.reject(rejected.rejection(), rejected.original());
            return new Result.Refused(rejected.rejection());
        }
        Input.Taken<IncidentReport> taken = (Input.Taken<IncidentReport>) input;
        IncidentReport report = taken.value();
        Optional<IncidentReport> before = known(report.getId());
        if (before.isPresent() && same(before.get(), report)) {
            return new Result.Known(report.getId());
        }
        if (before.isPresent() && report.getRevision() <= before.get().getRevision()) {
            Rejection rejection = new Rejection(
                    Reason.DUPLICATE_ID,
                    taken.origin(),
                    "id: '" + report.getId() + "' was given to another text (revision "
                            + before.get().getRevision()
                            + "); give each text its own id, or leave the id out");
            publisher.reject(rejection, taken.original());
            return new Result.Refused(rejection);
        }
        return publisher
                .publish(report, taken.origin(), taken.original())
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> new Result.Taken(report.getId()));
    }

    /** Empty also while nobody can say: what is published twice is told from it where reports are admitted. */
    private Optional<IncidentReport> known(String id) {
        try {
            return archive.header(id).flatMap(archive::report);
        } catch (StoresNotReadyException e) {
            return Optional.empty();
        }
    }

    private static boolean same(IncidentReport a, IncidentReport b) {
        return a.getSource().equals(b.getSource())
                && Objects.equals(a.getUrl(), b.getUrl())
                && Objects.equals(a.getTitle(), b.getTitle())
                && Objects.equals(a.getText(), b.getText())
                && a.getPublishedAt().equals(b.getPublishedAt())
                && (a.getText() != null || a.getClaims().equals(b.getClaims()));
    }

    @Override
    public void close() {
        publisher.close();
    }
}
