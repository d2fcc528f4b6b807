package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

/** Sentences of our own in the manner of many outlets, with the claims a person reads from them: no figure may fall. */
class DevelopmentTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final Extractor EXTRACTOR = new Extractor(Languages.bundled(), CONFLICTS);

    @ParameterizedTest
    @CsvSource({"en, 0.97, 0.95", "vi, 0.97, 0.95", "th, 0.97, 0.95"})
    void readsWhatAPersonReads(String language, double recall, double precision) {
        Scorer scorer = score(language);
        System.out.println(scorer.summary("development set, " + language));
        scorer.notes().forEach(System.out::println);
        assertThat(scorer.recall()).isGreaterThanOrEqualTo(recall);
        assertThat(scorer.precision()).isGreaterThanOrEqualTo(precision);
        assertThat(scorer.share("party")).isGreaterThanOrEqualTo(0.85);
        assertThat(scorer.share("claimantSide")).isGreaterThanOrEqualTo(0.85);
        assertThat(scorer.share("coverage")).isGreaterThanOrEqualTo(0.85);
    }

    private static Scorer score(String language) {
        Scorer scorer =
                new Scorer(CONFLICTS.byId("nagorno-karabakh").orElseThrow().zone());
        for (Gold.Text text : Gold.resource("dev-" + language + ".jsonl")) {
            Extraction read = EXTRACTOR.extract(text.article());
            java.util.List<ReportedClaim> claims =
                    read instanceof Extraction.Read r ? r.report().getClaims() : java.util.List.of();
            scorer.score("\"" + text.article().text() + "\"\n   ", text.claims(), claims);
        }
        return scorer;
    }
}
