package org.tollwatch.gather;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Article;
import org.tollwatch.extract.Extraction;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.stream.Checks;
import org.tollwatch.stream.Fault;
import org.tollwatch.stream.Reason;
import org.tollwatch.stream.Rejection;

/** Makes reports out of articles, or says why not. Safe to share between threads. */
public final class ReportMaker {

    /** What became of an article. */
    public sealed interface Made {

        /** A report. */
        record Report(IncidentReport report) implements Made {}

        /** None. */
        record Refused(Rejection rejection) implements Made {}
    }

    private final Languages languages = Languages.bundled();
    private final Conflicts conflicts;
    private final Clock clock;
    private final Extractor all;
    private final Map<String, Extractor> single = new ConcurrentHashMap<>();

    /** @param clock against which a publication in the future is told */
    public ReportMaker(Conflicts conflicts, Clock clock) {
        this.conflicts = conflicts;
        this.clock = clock;
        all = new Extractor(languages, conflicts);
    }

    /** Out of an article of a feed. */
    Made make(Feed feed, Content content, String id, Stamp stamp, String origin) {
        if (content.publishedAt().isEmpty()) {
            return refused(
                    Reason.BAD_DATE,
                    origin,
                    "publishedAt: neither the feed nor the page says when it was published in a way that is understood"
                            + (content.flaws().isEmpty() ? "" : " (" + String.join("; ", content.flaws()) + ")")
                            + "; it is not taken for new");
        }
        Article article = new Article(
                id,
                feed.source(),
                content.url().map(Object::toString).orElse(null),
                feed.language().orElse(null),
                content.publishedAt().get(),
                content.title().isBlank() ? null : content.title(),
                content.text());
        return make(feed.conflict(), article, content.language(), Optional.of(stamp), origin);
    }

    /**
     * Out of an article from anywhere.
     *
     * @param conflict it is read under this one only
     */
    public Made make(Optional<String> conflict, Article article, String origin) {
        return make(conflict, article, Optional.empty(), Optional.empty(), origin);
    }

    /**
     * Out of an article that came from a feed before.
     *
     * @param tag the language it is tagged with, which is often wrong
     */
    public Made make(
            Optional<String> conflict, Article article, Optional<String> tag, Optional<Stamp> stamp, String origin) {
        Extraction extraction = extraction(extractor(conflict), article, tag);
        if (extraction instanceof Extraction.Unread unread) {
            return refused(reason(unread), origin, unread.detail());
        }
        IncidentReport plain = ((Extraction.Read) extraction).report();
        IncidentReport report = stamp.map(s -> s.on(plain)).orElse(plain);
        Optional<Fault> fault = Checks.fault(report, clock.instant(), conflicts);
        return fault.<Made>map(f -> refused(f.reason(), origin, f.detail())).orElseGet(() -> new Made.Report(report));
    }

    /** Tags are often wrong: they only help where the text itself does not say. */
    private static Extraction extraction(Extractor extractor, Article article, Optional<String> tag) {
        Extraction first = extractor.extract(article);
        boolean unknown = first instanceof Extraction.Unread unread
                && unread.reason() == Extraction.Reason.UNKNOWN_LANGUAGE
                && article.language() == null;
        if (!unknown || tag.isEmpty()) {
            return first;
        }
        return extractor.extract(new Article(
                article.id(),
                article.source(),
                article.url(),
                tag.get(),
                article.publishedAt(),
                article.title(),
                article.text()));
    }

    private Extractor extractor(Optional<String> conflict) {
        return conflict.map(id -> single.computeIfAbsent(id, this::only)).orElse(all);
    }

    private Extractor only(String id) {
        Conflict conflict = conflicts.byId(id).orElseThrow();
        return new Extractor(languages, Conflicts.of(conflict));
    }

    private static Reason reason(Extraction.Unread unread) {
        return switch (unread.reason()) {
            case UNKNOWN_LANGUAGE -> Reason.UNKNOWN_LANGUAGE;
            case NO_CONFLICT -> Reason.NO_CONFLICT;
            case NO_TEXT -> Reason.MISSING_FIELD;
        };
    }

    private static Made refused(Reason reason, String origin, String detail) {
        return new Made.Refused(new Rejection(reason, origin, detail));
    }

    /** The conflicts that articles may be about. */
    Conflicts conflicts() {
        return conflicts;
    }

    /** What time it is. */
    Instant now() {
        return clock.instant();
    }
}
