package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.IncidentReport;

/** Which conflict a text is read under, and what becomes of those that are nobody's in particular. */
class ConflictFinderTest {

    private static final Extractor EXTRACTOR = new Extractor(Languages.bundled(), Conflicts.bundled());

    private static final String SHOOTING =
            "A gunman killed 19 children and two teachers at a school in Uvalde, Texas, on"
                    + " Tuesday, officials said. It was the deadliest school shooting in the United States in a decade. Texas"
                    + " Governor Greg Abbott said the gunman was dead.";
    private static final String SUDAN = "At least 60 people were killed in a drone strike on a shelter in el-Fasher, in"
            + " Sudan's western Darfur region, a doctors' network said. It blamed the paramilitary Rapid Support Forces. The"
            + " Sudanese army has fought the RSF since April 2023.";
    private static final String EARTHQUAKE =
            "An earthquake killed at least 30 people near Gyumri in Armenia on Monday, the"
                    + " Armenian health ministry said. Prime Minister Nikol Pashinyan flew to the city from Yerevan. Neighbouring"
                    + " Azerbaijan offered help, as did Georgia, France and Russia. Armenia had its worst quake in 1988.";
    private static final String ONE_SIDE =
            "Stepanakert was shelled all night. Three civilians were killed and 12 wounded,"
                    + " Artsakh's ombudsman said. The capital of Nagorno-Karabakh was without power.";

    private static String conflict(String text, String published) {
        Extraction extraction =
                EXTRACTOR.extract(new Article("a", "Daily", null, "en", Instant.parse(published), null, text));
        return extraction instanceof Extraction.Read read ? read.report().getConflict() : null;
    }

    private static IncidentReport read(String text) {
        return ((Extraction.Read) EXTRACTOR.extract(
                        new Article("a", "Daily", null, "en", Instant.parse("2024-06-04T12:00:00Z"), null, text)))
                .report();
    }

    @Test
    void aTextThatIsAboutNoConflictDescribedIsReadUnderTheWorld() {
        assertThat(conflict(SHOOTING, "2022-05-25T08:00:00Z")).isEqualTo("world");
        assertThat(conflict(SUDAN, "2025-10-12T08:00:00Z")).isEqualTo("world");
        assertThat(conflict(EARTHQUAKE, "2024-12-07T08:00:00Z")).isEqualTo("world");
        assertThat(conflict(
                        "A bus crashed in Iran, killing 28 pilgrims, state television said. Iran's police said it was on"
                                + " its way to Armenia.",
                        "2020-10-05T08:00:00Z"))
                .isEqualTo("world");
    }

    @Test
    void aTextAboutADescribedConflictIsReadUnderIt() {
        assertThat(conflict(ONE_SIDE, "2020-10-05T08:00:00Z")).isEqualTo("nagorno-karabakh");
        assertThat(conflict(ONE_SIDE, "2018-10-05T08:00:00Z")).isEqualTo("nagorno-karabakh");
        assertThat(conflict(
                        "Armenia said 54 more soldiers were killed, and France and Russia called for a truce.",
                        "2020-10-05T08:00:00Z"))
                .isEqualTo("nagorno-karabakh");
        assertThat(conflict(
                        "Two soldiers were killed on the border between Armenia and Azerbaijan. The United States,"
                                + " Russia and France urged both to talk.",
                        "2019-06-05T08:00:00Z"))
                .isEqualTo("nagorno-karabakh");
    }

    @ParameterizedTest
    @CsvSource({
        "'Gaza health officials said the war had killed 41000 people.', gaza-lebanon",
        "'Israel hit a house in Gaza City, killing nine people.', gaza-lebanon",
        "'A drone attack on Kharkiv killed five people, the governor said.', russia-ukraine",
        "'Russia said it shot down 45 drones.', russia-ukraine",
        "'A bus crash in Israel killed nine people.', world",
        "'A fire in a hotel in Moscow killed six people, the emergencies ministry said.', world",
        "'Separatists killed four people in the disputed region.', world",
        "'The Taliban said a bomb killed five people in Kabul.', world",
        "'M23 rebels killed 140 civilians in eastern Congo, Human Rights Watch said.', world",
    })
    void ofSeveralConflictsTheTextsOwnIsTaken(String text, String conflict) {
        assertThat(conflict(text, "2024-06-04T12:00:00Z")).isEqualTo(conflict);
    }

    @ParameterizedTest
    @CsvSource({
        "'An airstrike killed 15 people in Sudan on Friday.', sdn",
        "'Gunmen killed 11 people in Texas.', usa",
        "'An airstrike killed 15 people in Mosul on Friday.', irq",
        "'Somali officials said 20 soldiers were killed.', som",
        "'Fifteen people were killed on Friday.',",
    })
    void whatHappensInAStateHappensToIt(String text, String party) {
        assertThat(read(text).getClaims())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.getParty()).isEqualTo(party));
    }

    @Test
    void aTextThatNamesNobodyIsReadWhenItReportsALoss() {
        assertThat(conflict("Fifteen people were killed when a bus fell from a bridge.", "2024-06-04T12:00:00Z"))
                .isEqualTo("world");
        assertThat(conflict("The match was over and the crowd went home.", "2024-06-04T12:00:00Z"))
                .isNull();
    }

    /** Without episodes a total has no beginning of the fighting to count from. */
    @Test
    void aTotalIsReadWithoutAnyEpisode() {
        assertThat(read("The death toll in Sudan has risen to 1,200 since 15 April, the United Nations said.")
                        .getClaims())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.getParty()).isEqualTo("sdn");
                    assertThat(c.getLow()).isEqualTo(1200);
                });
        assertThat(read("The death toll from the war in Myanmar has reached 5,000.")
                        .getClaims())
                .hasSize(1);
    }
}
