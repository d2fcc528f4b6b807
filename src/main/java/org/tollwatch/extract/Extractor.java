package org.tollwatch.extract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;
import org.tollwatch.report.ReportedClaim;

/** Turns an article into an incident report. Safe to share between threads; reading an article changes nothing. */
public final class Extractor {

    private final Languages languages;
    private final ConflictFinder conflicts;

    public Extractor(Languages languages, Conflicts conflicts) {
        this.languages = Objects.requireNonNull(languages, "languages");
        this.conflicts = new ConflictFinder(conflicts);
    }

    /** Reads every claim the article makes; a text that makes none is read all the same. */
    public Extraction extract(Article article) {
        if (article.text().isBlank()) {
            return new Extraction.Unread(Extraction.Reason.NO_TEXT, "the article has no text");
        }
        NormalText text = Normaliser.normalise(article.text());
        Optional<LanguagePack> pack = pack(article, text);
        if (pack.isEmpty()) {
            String language =
                    article.language() == null ? "it could not be told which" : "'" + article.language() + "'";
            return new Extraction.Unread(
                    Extraction.Reason.UNKNOWN_LANGUAGE,
                    "the text's language is not known (" + language + "); there are packs for " + languages.codes());
        }
        NormalText title = Normaliser.normalise(article.title() == null ? "" : article.title());
        Optional<Conflict> named = conflicts.find(pack.get(), title, text, article.publishedAt());
        Optional<IncidentReport> report = named.or(conflicts::general)
                .map(c -> report(article, read(article, pack.get(), c, title, text)))
                .filter(r -> named.isPresent() || !r.getClaims().isEmpty());
        return report.<Extraction>map(Extraction.Read::new).orElseGet(this::unnamed);
    }

    private Extraction unnamed() {
        return new Extraction.Unread(
                Extraction.Reason.NO_CONFLICT,
                conflicts.general().isPresent()
                        ? "the text names no party, place or person of a known conflict, and reports no loss"
                        : "the text names no party, place or person of the conflict asked for; leave out --conflict to read"
                                + " it under whichever fits, or describe its conflict in a file and name that");
    }

    private Optional<LanguagePack> pack(Article article, NormalText text) {
        boolean given = article.language() != null
                && !article.language().isBlank()
                && !article.language().equals("und");
        return given ? languages.pack(article.language()) : languages.recognise(text);
    }

    private Reading read(Article article, LanguagePack pack, Conflict conflict, NormalText title, NormalText text) {
        LocalDateTime published = LocalDateTime.ofInstant(article.publishedAt(), conflict.zone());
        SentenceReader reader = new SentenceReader(pack, conflicts.names(conflict, pack), published);
        List<Sentence> sentences = reader.read(text);
        LocalDate today = published.toLocalDate();
        List<Item> headline = new Lexer(pack, conflicts.names(conflict, pack))
                .lex(title, 0, title.text().length());
        return new Reading(article, pack, conflict, text, headline, sentences, today);
    }

    private static IncidentReport report(Article article, Reading reading) {
        List<ReportedClaim> claims = new ClaimReader(reading).read();
        return IncidentReport.newBuilder()
                .setId(article.id())
                .setSource(article.source())
                .setUrl(article.url())
                .setLanguage(reading.pack().code())
                .setPublishedAt(article.publishedAt())
                .setTitle(article.title())
                .setText(article.text())
                .setConflict(reading.conflict().id())
                .setClaims(claims)
                .setImprint(claims.isEmpty() ? null : Imprints.of(reading.text(), claims))
                .build();
    }
}
