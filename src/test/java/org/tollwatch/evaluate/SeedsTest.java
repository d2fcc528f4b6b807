package org.tollwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The five reports the project started from, measured against what a person reads from them. */
class SeedsTest {

    private static final Path SEEDS = Path.of("../shared/seeds");

    private static Evaluation evaluation;

    @BeforeAll
    static void read() {
        Assumptions.assumeTrue(Files.isDirectory(SEEDS), "the seed reports are not here: " + SEEDS);
        Sets sets = Sets.bundled();
        Gold gold = sets.gold(SEEDS);
        assertThat(gold.flaws()).isEmpty();
        evaluation = sets.evaluation(gold);
    }

    @Test
    void findsEveryQuantifiedClaimWithItsBounds() {
        assertThat(evaluation.total().recall()).isEqualTo(new Share(22, 22));
    }

    @Test
    void readsNoneOfTheOtherNumbersAsAClaim() {
        assertThat(evaluation.total().count(Tally.DISTRACTORS)).isEqualTo(27);
        assertThat(evaluation.results())
                .allSatisfy(result -> assertThat(result.distracted()).isEmpty());
    }

    @Test
    void answersWhoseWhoAndHowCovered() {
        assertThat(share(Slot.PARTY)).isEqualTo(1);
        assertThat(share(Slot.CLAIMANT_SIDE)).isEqualTo(1);
        assertThat(share(Slot.COVERAGE)).isEqualTo(1);
    }

    @Test
    void everyQuoteStandsWhereItIsSaidToStand() {
        for (TextResult result : evaluation.results()) {
            String text = result.text().article().text();
            List<Got> read = Stream.concat(result.pairs().stream().map(Pair::got), result.extras().stream())
                    .toList();
            assertThat(read)
                    .allSatisfy(got -> assertThat(text.substring(
                                    text.offsetByCodePoints(0, got.words().start()),
                                    text.offsetByCodePoints(0, got.words().end())))
                            .isEqualTo(got.words().quote()));
        }
    }

    private static double share(Slot slot) {
        return evaluation.total().marks(slot).all().value();
    }
}
