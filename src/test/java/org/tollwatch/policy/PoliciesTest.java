package org.tollwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Policy.Quote;
import org.tollwatch.ledger.VagueWord;
import org.tollwatch.ledger.WordProfile;

/** What comes with Tollwatch. */
class PoliciesTest {

    private static final Policies BUNDLED = Policies.bundled();

    @Test
    void theStandardPolicyIsTheOneInTheFile() {
        assertThat(BUNDLED.byName("default")).contains(Policy.standard());
        assertThat(words("default")).isEqualTo(WordProfile.interval());
        assertThat(words("median")).isEqualTo(WordProfile.interval());
    }

    @ParameterizedTest
    @CsvSource({"default, interval, LATEST", "acled, acled, LOWEST", "median, interval, MEDIAN", "floor, floor, FLOOR"})
    void eachHasItsWordsAndItsRule(String name, String words, Quote quote) {
        assertThat(BUNDLED.byName(name)).hasValueSatisfying(policy -> {
            assertThat(policy.words().name()).isEqualTo(words);
            assertThat(policy.quote()).isEqualTo(quote);
        });
    }

    @Test
    void noneIsLeftOutAndNoNameIsTwice() {
        assertThat(BUNDLED.names()).containsExactly("default", "acled", "median", "floor");
        assertThat(BUNDLED.all()).extracting(Policy::name).isEqualTo(BUNDLED.names());
        assertThat(BUNDLED.byName("Default")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FEW, 3", "SEVERAL, 3", "MANY, 3", "TENS, 10", "DOZENS, 12", "HUNDREDS, 100"})
    void acledsNumbersAreThoseOfItsCodebook(VagueWord word, long number) {
        assertThat(words("acled").count(word)).isEqualTo(Count.exactly(number));
    }

    @ParameterizedTest
    @EnumSource(VagueWord.class)
    void theFloorOfAWordIsItsLowAndNothingBoundsItAbove(VagueWord word) {
        assertThat(words("floor").count(word))
                .isEqualTo(Count.atLeast(words("default").count(word).low()));
    }

    @Test
    void tensAreTensAndNotDozens() {
        assertThat(BUNDLED.all())
                .allSatisfy(policy -> assertThat(
                                policy.words().count(VagueWord.TENS).low())
                        .isLessThan(policy.words().count(VagueWord.DOZENS).low()));
    }

    @Test
    void aGreaterWordIsNeverLess() {
        assertThat(BUNDLED.all())
                .allSatisfy(policy -> assertThat(Arrays.stream(VagueWord.values())
                                .map(word -> policy.words().count(word).low()))
                        .isSorted());
    }

    private static WordProfile words(String policy) {
        return BUNDLED.byName(policy).orElseThrow().words();
    }
}
