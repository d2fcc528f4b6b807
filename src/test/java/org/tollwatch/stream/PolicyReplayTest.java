package org.tollwatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.extract.Article;
import org.tollwatch.extract.Extraction;
import org.tollwatch.extract.Extractor;
import org.tollwatch.extract.Languages;
import org.tollwatch.ledger.Claim;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Period;
import org.tollwatch.ledger.Reckoning;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.policy.Policies;
import org.tollwatch.report.LedgerEntry;

/** The words that a claim was read from come through extraction and ledger, and every policy reads them its own way. */
class PolicyReplayTest {

    private static final Conflicts CONFLICTS = Conflicts.bundled();
    private static final Conflict CONFLICT = CONFLICTS.byId("nagorno-karabakh").orElseThrow();
    private static final Extractor EXTRACTOR = new Extractor(Languages.bundled(), CONFLICTS);
    private static final Policies POLICIES = Policies.bundled();
    private static final Instant PUBLISHED = Instant.parse("2020-10-02T18:00:00Z");
    private static final Window DAY = new Window(
            WindowKind.DAY, new Period(Instant.parse("2020-10-01T20:00:00Z"), Instant.parse("2020-10-02T20:00:00Z")));

    private static final String DOZENS =
            "Armenia's defence ministry said that dozens of its soldiers were killed on 2 October.";
    private static final String THAI_TENS =
            "กระทรวงกลาโหมอาร์เมเนียกล่าวว่า มีทหารอาร์เมเนียเสียชีวิตหลายสิบนายเมื่อวันที่ 2 ตุลาคม";
    private static final String VIETNAMESE_TENS =
            "Bộ Quốc phòng Armenia cho biết hàng chục binh sĩ Armenia đã thiệt mạng ngày 2/10 tại Nagorno-Karabakh.";
    private static final String FIGURE =
            "Armenia's defence ministry said that 54 of its soldiers were killed on 2 October.";

    @ParameterizedTest
    @CsvSource({
        "en, DOZENS, default, 24 24 99",
        "en, DOZENS, median, 24 24 99",
        "en, DOZENS, acled, 12 12 12",
        "en, DOZENS, floor, 24 24 open",
        "th, THAI_TENS, default, 20 20 99",
        "th, THAI_TENS, acled, 10 10 10",
        "th, THAI_TENS, floor, 20 20 open",
        "vi, VIETNAMESE_TENS, default, 20 20 99",
        "vi, VIETNAMESE_TENS, acled, 10 10 10",
        "vi, VIETNAMESE_TENS, floor, 20 20 open",
        "en, FIGURE, default, 54 54 54",
        "en, FIGURE, acled, 54 54 54",
        "en, FIGURE, floor, 54 54 54"
    })
    void wordsAreReadAgainAndFiguresStay(String language, String text, String policy, String figure) {
        Article article = new Article("a", "Wire", null, language, PUBLISHED, null, text(text));
        List<LedgerEntry> entries = Entries.of(((Extraction.Read) EXTRACTOR.extract(article)).report()).stream()
                .map(entry -> entry.value)
                .toList();
        List<Claim> claims =
                entries.stream().map(entry -> Entries.claim(entry, CONFLICT)).toList();
        Reckoning reckoning = new Reckoning(
                CONFLICT.partyTree(),
                CONFLICT.placeTree(),
                CONFLICT.calendar(),
                POLICIES.byName(policy).orElseThrow());

        assertThat(reckoning.tallies(claims, List.of(DAY), Instant.MAX))
                .filteredOn(t -> t.scope().party().equals("armenia")
                        && t.scope().status() == Status.COMBATANT
                        && t.window().equals(DAY))
                .extracting(PolicyReplayTest::figure)
                .containsExactly(figure);
    }

    private static String text(String name) {
        return switch (name) {
            case "DOZENS" -> DOZENS;
            case "THAI_TENS" -> THAI_TENS;
            case "VIETNAMESE_TENS" -> VIETNAMESE_TENS;
            default -> FIGURE;
        };
    }

    private static String figure(Tally tally) {
        return tally.low() + " " + tally.best() + " " + (tally.high() == Count.OPEN ? "open" : tally.high());
    }
}
