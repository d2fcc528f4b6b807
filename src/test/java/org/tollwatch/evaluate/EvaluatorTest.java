package org.tollwatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.evaluate.SetFolder.claim;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {

    private static final Sets SETS = Sets.bundled();
    private static final String OWN = "21 of its soldiers had been killed";
    private static final String THEIRS = "21 soldiers were killed";

    @TempDir
    Path folder;

    @Test
    void whatIsReadIsComparedSlotBySlot() throws IOException {
        Score score = score(
                claim("1", "KILLED", 21, OWN, ",\"party\":\"ARM\",\"claimantSide\":\"armenia\",\"to\":\"2020-10\""),
                claim("2", "WOUNDED", 31, "30 wounded", ",\"party\":\"armenia\""),
                claim("3", "KILLED", 21, THEIRS, ",\"party\":\"artsakh\",\"status\":\"COMBATANT\""));
        assertThat(score.count(Tally.WANTED)).isEqualTo(3);
        assertThat(score.recall()).isEqualTo(new Share(2, 3));
        assertThat(score.precision()).isEqualTo(new Share(2, 3));
        assertThat(score.marks(Slot.BOUNDS)).isEqualTo(new Marks(2, 1, 0));
        assertThat(score.marks(Slot.PARTY).right()).isEqualTo(1);
        assertThat(score.marks(Slot.TO)).isEqualTo(new Marks(1, 0, 0));
        assertThat(score.count(Tally.FOUND_WHOLE)).isEqualTo(1);
    }

    @Test
    void oneReadClaimAnswersOneWantedClaim() throws IOException {
        Score score = score(claim("1", "KILLED", 21, OWN, ""), claim("2", "KILLED", 21, "21 of its soldiers", ""));
        assertThat(score.count(Tally.FOUND)).isEqualTo(1);
    }

    @Test
    void ofTwoThatFitTheOneWithMoreSlotsRightIsTaken() throws IOException {
        int start = SetFolder.TEXT.indexOf("21 of");
        int end = SetFolder.TEXT.indexOf(" The unit");
        String both = "{\"id\":\"1\",\"file\":\"a.txt\",\"measure\":\"KILLED\",\"low\":21,\"high\":21,\"start\":"
                + start + ",\"end\":" + end + ",\"claimantSide\":\"azerbaijan\"}";
        Score score = score(both);
        assertThat(score.marks(Slot.CLAIMANT_SIDE)).isEqualTo(new Marks(1, 0, 0));
    }

    @Test
    void aClaimWithoutAQuantityIsNeitherMissedNorTooMuch() throws IOException {
        Score score = score(claim("1", "KILLED", 21, OWN, ",\"required\":false"));
        assertThat(score.count(Tally.WANTED)).isZero();
        assertThat(score.count(Tally.VAGUE_FOUND)).isEqualTo(1);
        assertThat(score.count(Tally.READ)).isEqualTo(2); // the 30 and the other 21
    }

    @Test
    void aDistractorReadAsAClaimIsCounted() throws IOException {
        set(claim("1", "KILLED", 21, OWN, ""))
                .write(
                        "distractors.jsonl",
                        "{\"file\":\"a.txt\",\"quote\":\"30 wounded\",\"why\":\"for the test\"}",
                        "{\"file\":\"a.txt\",\"quote\":\"500 men\",\"why\":\"strength\"}");
        Score score = SETS.evaluation(SETS.gold(folder)).total();
        assertThat(score.count(Tally.DISTRACTORS)).isEqualTo(2);
        assertThat(score.count(Tally.DISTRACTED)).isEqualTo(1);
    }

    @Test
    void aTextThatCannotBeReadIsAllMissed() throws IOException {
        SetFolder set = set(claim("1", "KILLED", 21, OWN, ""));
        set.write(
                "articles.jsonl", "{\"file\":\"a.txt\",\"language\":\"tlh\",\"publishedAt\":\"2020-10-05T12:00:00Z\"}");
        Score score = SETS.evaluation(SETS.gold(folder)).byLanguage().get("tlh");
        assertThat(score.count(Tally.UNREAD)).isEqualTo(1);
        assertThat(score.recall()).isEqualTo(new Share(0, 1));
    }

    private Score score(String... claims) throws IOException {
        set(claims);
        Gold gold = SETS.gold(folder);
        assertThat(gold.flaws()).isEmpty();
        return SETS.evaluation(gold).total();
    }

    private SetFolder set(String... claims) throws IOException {
        return SetFolder.in(folder).write("gold.jsonl", claims);
    }
}
