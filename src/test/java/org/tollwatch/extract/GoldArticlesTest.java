package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

/** Whole articles of our own with every claim in them; no figure may fall below what has been reached. */
class GoldArticlesTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final Extractor EXTRACTOR = new Extractor(Languages.bundled(), CONFLICTS);

    @ParameterizedTest
    @CsvSource({"en, 0.90, 0.90", "th, 0.80, 0.75", "vi, 0.80, 0.80"})
    void noFigureFallsBelowWhatWasReached(String language, double recall, double party) throws IOException {
        Scorer scorer =
                new Scorer(CONFLICTS.byId("nagorno-karabakh").orElseThrow().zone());
        for (JsonNode article : Gold.lines(GOLD.resolve("articles.jsonl"))) {
            if (article.get("language").asText().equals(language)) {
                String file = article.get("file").asText();
                scorer.score(
                        file,
                        Gold.lines(GOLD.resolve("gold.jsonl")).stream()
                                .filter(g -> g.get("file").asText().equals(file))
                                .toList(),
                        claims(article, file));
            }
        }
        System.out.println(scorer.summary("gold articles, " + language));
        assertThat(scorer.recall()).isGreaterThanOrEqualTo(recall);
        assertThat(scorer.share("party")).isGreaterThanOrEqualTo(party);
    }

    private static List<ReportedClaim> claims(JsonNode article, String file) throws IOException {
        String text = Files.readString(GOLD.resolve(file), StandardCharsets.UTF_8);
        Instant published = Instant.parse(article.get("publishedAt").asText());
        String source = article.get("source").asText();
        Extraction read = EXTRACTOR.extract(new Article(file, source, null, null, published, null, text));
        return ((Extraction.Read) read).report().getClaims();
    }
}
