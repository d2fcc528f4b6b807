package org.tollwatch.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Article;
import org.tollwatch.feed.ArticleReader;
import org.tollwatch.feed.Defaults;
import org.tollwatch.feed.Input;
import org.tollwatch.feed.ReportReader;
import org.tollwatch.gather.ReportMaker;
import org.tollwatch.gather.Stamp;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.AvroSerde;
import org.tollwatch.stream.Checks;
import org.tollwatch.stream.DeadLetter;
import org.tollwatch.stream.Decoded;
import org.tollwatch.stream.Fault;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;
import org.tollwatch.stream.Topics;

/** Reads a letter again at the door it came from, as this version and these conflicts have it; sends nothing. */
final class Judge {

    /** What the wire adds to a record. */
    private static final int OVERHEAD = 4 << 10;

    private final AvroSerde<IncidentReport> reports;
    private final Conflicts conflicts;
    private final Clock clock;
    private final Originals originals;
    private final ReportMaker maker;

    Judge(AvroSerde<IncidentReport> reports, Conflicts conflicts, Clock clock, Originals originals) {
        this.reports = reports;
        this.conflicts = conflicts;
        this.clock = clock;
        this.originals = originals;
        maker = new ReportMaker(conflicts, clock);
    }

    /** @throws org.tollwatch.stream.RegistryUnavailableException when a schema must be looked up and cannot */
    Way way(Letter letter) {
        if (letter.is(Reason.DUPLICATE_ID)) {
            return new Way.Stuck("its id stays taken by the earlier report; send it with an id of its own, or as a"
                    + " newer version with a higher revision");
        }
        if (letter.is(Reason.TOO_LARGE)) {
            return new Way.Stuck("it does not fit on the topic; split its text and send the parts");
        }
        return switch (Door.of(letter)) {
            case REPORTS -> record(letter);
            case REPORT -> cut(letter).orElseGet(() -> report(letter));
            case ARTICLE -> cut(letter).orElseGet(() -> article(letter));
            case FILE ->
                cut(letter)
                        .orElse(new Way.Stuck("it is a part of " + letter.origin()
                                + " and says nothing by itself; correct the file and count it again: what was taken"
                                + " from it is not counted twice"));
        };
    }

    private static Optional<Way> cut(Letter letter) {
        return letter.isCut()
                ? Optional.of(new Way.Stuck("only the first " + letter.body().length + " of its " + letter.size()
                        + " bytes are kept; send the original from where it is"))
                : Optional.empty();
    }

    private Way record(Letter letter) {
        Matcher at = Door.RECORD.matcher(letter.origin());
        at.matches();
        int partition = Integer.parseInt(at.group(1));
        Optional<Originals.Original> whole = originals.at(partition, Long.parseLong(at.group(2)));
        if (whole.isEmpty() && letter.isCut()) {
            return cut(letter).orElseThrow();
        }
        byte[] value = whole.map(Originals.Original::value).orElse(letter.body());
        if (!(reports.decode(value) instanceof Decoded.Value<IncidentReport> read)) {
            Decoded.Unreadable<IncidentReport> unread = (Decoded.Unreadable<IncidentReport>) reports.decode(value);
            return new Way.Rejected(unread.reason().label(), unread.detail());
        }
        Optional<Fault> fault = Checks.fault(read.value(), clock.instant(), conflicts);
        if (fault.isPresent()) {
            return new Way.Rejected(fault.get().reason().label(), fault.get().detail());
        }
        byte[] key = whole.map(Originals.Original::key)
                .orElseGet(() -> read.value().getId().getBytes(StandardCharsets.UTF_8));
        return new Way.Send(Optional.of(partition), key, value);
    }

    private Way report(Letter letter) {
        var read = new ReportReader(clock, conflicts).sent().one(letter.body(), letter.origin());
        return read instanceof Input.Taken<IncidentReport> taken
                ? send(taken.value())
                : rejected(((Input.Rejected<IncidentReport>) read).rejection());
    }

    private Way article(Letter letter) {
        Defaults defaults =
                new Defaults(null, letter.header(DeadLetter.LANGUAGE).orElse(null), null);
        var read = new ArticleReader(defaults, clock).sent().one(letter.body(), letter.origin());
        if (read instanceof Input.Rejected<Article> rejected) {
            return rejected(rejected.rejection());
        }
        Article article = ((Input.Taken<Article>) read).value();
        Optional<String> only = letter.header(DeadLetter.CONFLICT);
        if (only.filter(id -> conflicts.byId(id).isEmpty()).isPresent()) {
            return new Way.Rejected(
                    Reason.UNKNOWN_CONFLICT.label(),
                    "its feed is read under the conflict '" + only.get()
                            + "', which is not known here; name its file with --conflict");
        }
        ReportMaker.Made made =
                maker.make(only, article, letter.header(DeadLetter.TAG), stamp(letter), letter.origin());
        return made instanceof ReportMaker.Made.Report report
                ? send(report.report())
                : rejected(((ReportMaker.Made.Refused) made).rejection());
    }

    /** As the feed would have published it; empty where there are no versions. */
    private static Optional<Stamp> stamp(Letter letter) {
        try {
            Optional<Instant> first = letter.header(DeadLetter.FIRST_SEEN_AT).map(Instant::parse);
            Optional<Instant> revised = letter.header(DeadLetter.REVISED_AT).map(Instant::parse);
            return letter.header(DeadLetter.REVISION)
                    .filter(revision -> revision.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .flatMap(revision -> first.map(seen -> new Stamp(revision, revised, seen)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Way send(IncidentReport report) {
        byte[] value = reports.serializer().serialize(Topics.REPORTS, report);
        return value.length > Topics.LARGEST_REPORT - OVERHEAD
                ? new Way.Rejected(
                        Reason.TOO_LARGE.label(), "the report has " + value.length + " bytes; split its text")
                : new Way.Send(Optional.empty(), report.getId().getBytes(StandardCharsets.UTF_8), value);
    }

    private static Way rejected(Rejection rejection) {
        return new Way.Rejected(rejection.reason().label(), rejection.detail());
    }
}
