package org.tollwatch.evaluate;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Article;
import org.tollwatch.extract.Extraction;
import org.tollwatch.extract.Extractor;
import org.tollwatch.report.IncidentReport;

/** Reads texts, and compares what was read with what a person reads. */
public final class Evaluator {

    private final Extractor extractor;
    private final Conflicts conflicts;
    private final Codes unknown = new Codes(Optional.empty());
    private final Map<String, Codes> codes;

    /** @param conflicts those that the extractor knows */
    public Evaluator(Extractor extractor, Conflicts conflicts) {
        this.extractor = extractor;
        this.conflicts = conflicts;
        codes = conflicts.all().stream().collect(Collectors.toMap(Conflict::id, c -> new Codes(Optional.of(c))));
    }

    /** One text: its language is told from its words, and where that goes wrong, as the set says. */
    public TextResult evaluate(GoldText text) {
        Article article = text.article();
        Extraction untold = extractor.extract(in(article, null));
        boolean recognised = article.language() == null || article.language().equals(language(untold));
        Extraction read = recognised ? untold : extractor.extract(article);
        if (read instanceof Extraction.Unread unread) {
            return new TextResult(
                    text, Optional.of(unread.detail()), false, false, List.of(), text.claims(), List.of(), List.of());
        }
        return compared(text, ((Extraction.Read) read).report(), recognised);
    }

    private TextResult compared(GoldText text, IncidentReport report, boolean recognised) {
        Optional<Conflict> found = Optional.ofNullable(report.getConflict()).flatMap(conflicts::byId);
        Optional<Conflict> meant = text.conflict().flatMap(conflicts::byId).or(() -> found);
        ZoneId zone = found.map(Conflict::zone).orElse(ZoneOffset.UTC);
        List<Got> read = report.getClaims().stream().map(c -> new Got(c, zone)).toList();
        Codes own = meant.map(c -> codes.get(c.id())).orElse(unknown);
        List<Pair> pairs = new Matcher(new Comparer(own)).match(text.claims(), read);
        List<GoldClaim> missed = new ArrayList<>(text.claims());
        missed.removeAll(pairs.stream().map(Pair::gold).toList());
        List<Got> extras = new ArrayList<>(read);
        pairs.forEach(pair -> extras.removeIf(got -> got == pair.got()));
        boolean about = text.conflict().map(c -> c.equals(report.getConflict())).orElse(true);
        return new TextResult(
                text, Optional.empty(), recognised, about, pairs, missed, extras, distracted(text, extras));
    }

    private static List<Distracted> distracted(GoldText text, List<Got> extras) {
        List<Distracted> distracted = new ArrayList<>();
        for (Distractor distractor : text.distractors()) {
            extras.stream()
                    .filter(got -> isOf(distractor, got, text.claims()))
                    .findFirst()
                    .ifPresent(got -> distracted.add(new Distracted(distractor, got)));
        }
        return distracted;
    }

    /** A distractor may lie inside the words of a claim: then only its own number makes it one. */
    private static boolean isOf(Distractor distractor, Got got, List<GoldClaim> claims) {
        Words words = got.words();
        if (!distractor.words().overlap(words.start(), words.end())) {
            return false;
        }
        return distractor.words().quote().contains(got.claim().getWords())
                || claims.stream().noneMatch(c -> c.words().overlap(words.start(), words.end()));
    }

    private static String language(Extraction extraction) {
        return extraction instanceof Extraction.Read read ? read.report().getLanguage() : "";
    }

    private static Article in(Article article, String language) {
        return new Article(
                article.id(),
                article.source(),
                article.url(),
                language,
                article.publishedAt(),
                article.title(),
                article.text());
    }
}
