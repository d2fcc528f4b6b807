package org.tollwatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.report.ReportedClaim;

class ExtractorTest {

    private static final Instant AT = Instant.parse("2020-10-05T12:00:00Z");
    private static final String TEXT = "Armenia's defence ministry said 21 soldiers were killed on Sunday.";

    private final Extractor extractor = new Extractor(Languages.bundled(), Conflicts.bundled());

    private Extraction extract(String id, String url, String language, String text) {
        return extractor.extract(new Article(id, "Daily", url, language, AT, null, text));
    }

    private List<ReportedClaim> claims(String text) {
        return ((Extraction.Read) extract("a", null, null, text)).report().getClaims();
    }

    @Test
    void readsAClaimWithAllItSays() {
        assertThat(claims(TEXT)).singleElement().satisfies(c -> {
            assertThat(c.getMeasure()).hasToString("KILLED");
            assertThat(c.getLow()).isEqualTo(21);
            assertThat(c.getHigh()).isEqualTo(21);
            assertThat(c.getQualifier()).isEqualTo("EXACT");
            assertThat(c.getStatus()).hasToString("COMBATANT");
            assertThat(c.getParty()).isEqualTo("armenia");
            assertThat(c.getClaimant().getAccount()).isEqualTo("armenia");
            assertThat(c.getClaimant().getSide()).hasToString("SELF");
            assertThat(c.getCoverage()).hasToString("DAY");
            assertThat(c.getPeriod().getFrom()).isEqualTo("2020-10-03T20:00:00Z");
            assertThat(c.getPeriod().getTo()).isEqualTo("2020-10-04T20:00:00Z");
            assertThat(c.getQuote()).isEqualTo("21 soldiers were killed");
        });
    }

    @Test
    void theSameArticleUnderAnotherIdAndAddressMakesTheSameClaims() {
        List<String> one = ids(extract("a", "https://one.example/1", "en", TEXT));
        assertThat(ids(extract("b", "https://two.example/2", null, TEXT))).isEqualTo(one);
        assertThat(one).allSatisfy(id -> assertThat(id).matches("[0-9a-f]{16}"));
    }

    private static List<String> ids(Extraction extraction) {
        return ((Extraction.Read) extraction)
                .report().getClaims().stream().map(ReportedClaim::getId).toList();
    }

    @Test
    void aNumberBelowZeroIsNoCountButADashOpensAListsEntry() {
        assertThat(claims("Armenia said -5 soldiers were killed.")).isEmpty();
        assertThat(claims("Armenia said:\n-5 soldiers were killed.")).hasSize(1);
    }

    @Test
    void whatHappenedInAllTheDaysOfAnEpisodeIsTheWholeOfIt() {
        String text = "Azerbaijan said that 192 of its servicemen were killed in the offensive of 19 and 20 September.";
        Article article = new Article("a", "Daily", null, "en", Instant.parse("2023-09-27T12:00:00Z"), null, text);
        assertThat(((Extraction.Read) extractor.extract(article)).report().getClaims())
                .singleElement()
                .satisfies(c -> assertThat(c.getExtent()).hasToString("WHOLE"));
    }

    @Test
    void aBareTollIsOfTheWholeWarOnlyWhileItIsYoungOrTheTollTooLargeForOneBlow() {
        assertThat(coverage("2022-03-04", "Ukraine's police said 14 people were killed. Russia did not comment."))
                .isEqualTo("CUMULATIVE");
        assertThat(coverage("2024-03-04", "Ukraine's police said 14 people were killed. Russia did not comment."))
                .isEqualTo("INCIDENT");
        assertThat(coverage("2024-03-04", "Ukraine's police said 10,582 people were killed. Russia did not comment."))
                .isEqualTo("CUMULATIVE");
        assertThat(
                        coverage(
                                "2024-03-04",
                                "Ukraine's police said 140 people had been killed since the war began. Russia did not comment."))
                .isEqualTo("CUMULATIVE");
    }

    private String coverage(String day, String text) {
        Article article = new Article("a", "Daily", null, "en", Instant.parse(day + "T12:00:00Z"), null, text);
        return ((Extraction.Read) extractor.extract(article))
                .report()
                .getClaims()
                .get(0)
                .getCoverage()
                .toString();
    }

    @Test
    void aSentencePrintedTwiceIsOneClaim() {
        assertThat(claims(TEXT + "\n" + TEXT)).hasSize(1);
    }

    @Test
    void aPartWhoseMarkerClosesItIsRead() {
        assertThat(
                        claims(
                                "1,300 residents had been taken out of Stepanakert since the morning; 26,000 people, over a thousand children included, are still in the town."))
                .isNotEmpty();
    }

    @Test
    void offsetsAreCodePointsOfTheTextAsPublished() {
        String text = "\uD83D\uDE00\uD83D\uDE00 \u201CYes\u201D \u2014 Armenia\u200B said 2\u00A0340 soldiers died.";
        ReportedClaim claim = claims(text).get(0);
        int from = text.offsetByCodePoints(0, claim.getStart());
        int to = text.offsetByCodePoints(0, claim.getEnd());
        assertThat(text.substring(from, to)).isEqualTo(claim.getQuote()).isEqualTo("2\u00A0340 soldiers died");
        assertThat(claim.getLow()).isEqualTo(2340);
    }

    @Test
    void readsWhatIsNotNormalised() {
        String text = java.text.Normalizer.normalize(
                "Armenia cho bi\u1EBFt 21 binh s\u0129 thi\u1EC7t m\u1EA1ng.", java.text.Normalizer.Form.NFD);
        assertThat(claims(text))
                .singleElement()
                .satisfies(
                        c -> assertThat(c.getQuote()).isEqualTo(text.substring(text.indexOf("21"), text.length() - 1)));
    }

    @Test
    void thaiDigitsCount() {
        String text =
                "\u0E2D\u0E32\u0E23\u0E4C\u0E40\u0E21\u0E40\u0E19\u0E35\u0E22\u0E23\u0E30\u0E1A\u0E38\u0E27\u0E48\u0E32"
                        + "\u0E21\u0E35\u0E17\u0E2B\u0E32\u0E23\u0E40\u0E2A\u0E35\u0E22\u0E0A\u0E35\u0E27\u0E34\u0E15 \u0E55\u0E54 \u0E19\u0E32\u0E22";
        assertThat(claims(text))
                .singleElement()
                .satisfies(c -> assertThat(c.getLow()).isEqualTo(54));
    }

    @Test
    void aNumberTooLargeForPeopleIsNoClaim() {
        assertThat(claims("Armenia said 99,999,999,999 soldiers were killed.")).isEmpty();
        assertThat(claims("Armenia said 1" + "0".repeat(30) + " soldiers were killed."))
                .isEmpty();
    }

    @Test
    void saysWhyItCannotRead() {
        assertThat(extract("a", null, "sw", TEXT)).isInstanceOfSatisfying(Extraction.Unread.class, u -> {
            assertThat(u.reason()).isEqualTo(Extraction.Reason.UNKNOWN_LANGUAGE);
            assertThat(u.detail())
                    .contains("'sw'")
                    .contains(Languages.bundled().codes().toString());
        });
        assertThat(extract("a", null, null, "Ho detto che no, la partita era finita da un pezzo."))
                .isInstanceOfSatisfying(
                        Extraction.Unread.class,
                        u -> assertThat(u.reason()).isEqualTo(Extraction.Reason.UNKNOWN_LANGUAGE));
        assertThat(extract("a", null, "en", "The match was over and the crowd went home."))
                .isInstanceOfSatisfying(
                        Extraction.Unread.class, u -> assertThat(u.reason()).isEqualTo(Extraction.Reason.NO_CONFLICT));
        assertThat(extract("a", null, "en", " \n"))
                .isInstanceOfSatisfying(
                        Extraction.Unread.class, u -> assertThat(u.reason()).isEqualTo(Extraction.Reason.NO_TEXT));
    }

    @Test
    void readsATextWithoutClaims() {
        assertThat(claims("Armenia and Azerbaijan met in Brussels for two hours."))
                .isEmpty();
    }
}
