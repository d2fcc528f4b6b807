package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.CALENDAR;
import static org.tollwatch.ledger.Fixtures.PLACES;
import static org.tollwatch.ledger.Fixtures.POLICY;
import static org.tollwatch.ledger.Fixtures.day;
import static org.tollwatch.ledger.Fixtures.published;
import static org.tollwatch.ledger.Fixtures.span;
import static org.tollwatch.ledger.Fixtures.start;
import static org.tollwatch.ledger.Fixtures.tally;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EchoesTest {

    private static final Imprint WIRE = new Imprint(List.of(1, 2, 3, 4, 5, 6), List.of());
    private static final Imprint CUT = new Imprint(List.of(1, 2, 3, 4, 9, 9), List.of());
    private static final Imprint OTHER = new Imprint(List.of(21, 22, 23, 24, 25, 26), List.of());
    private static final Imprint FIGURES = new Imprint(List.of(31, 32), List.of(1, 2, 3, 4));
    private static final Imprint TRANSLATED = new Imprint(List.of(), List.of(4, 3, 2, 1, 8));

    private static Claim outlet(String name, int hour, Imprint imprint) {
        Claim said = day("by-" + name, name, 3, Count.exactly(12));
        return published(said, start(4).plus(Duration.ofHours(hour)), false).withImprint(imprint);
    }

    private static Tally of(List<Claim> claims) {
        return tally(claims, ARTSAKH, span(3, 4));
    }

    @Test
    void oneTextInFiveOutletsIsOneOrigin() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            claims.add(outlet("outlet" + i, i, i == 3 ? CUT : WIRE));
        }
        Tally tally = of(claims);
        assertThat(tally.grade()).isEqualTo(Grade.REPORTED);
        assertThat(tally.origins()).isEqualTo(1);
        assertThat(tally.claimants())
                .singleElement()
                .satisfies(v -> assertThat(v.account()).isEqualTo("outlet0"));
    }

    @Test
    void twoTextsAreTwoOrigins() {
        Tally tally = of(List.of(outlet("a", 0, WIRE), outlet("b", 1, OTHER)));
        assertThat(tally.grade()).isEqualTo(Grade.CONFIRMED);
        assertThat(tally.origins()).isEqualTo(2);
    }

    @Test
    void aTranslationIsToldByItsFigures() {
        assertThat(of(List.of(outlet("a", 0, FIGURES), outlet("b", 5, TRANSLATED)))
                        .origins())
                .isEqualTo(1);
        assertThat(of(List.of(outlet("a", 0, FIGURES), outlet("b", 60, TRANSLATED)))
                        .origins())
                .isEqualTo(2);
    }

    @Test
    void whatCameFirstIsTheOriginWhateverArrivesFirst() {
        List<Claim> claims = new ArrayList<>(
                List.of(outlet("a", 0, WIRE), outlet("b", 2, CUT), outlet("c", 4, WIRE), outlet("d", 6, OTHER)));
        Tally expected = of(claims);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(claims, new Random(seed));
            assertThat(of(claims)).isEqualTo(expected);
        }
    }

    @Test
    void anEchoSaysWhoseItIsAndStaysOneWhenThatIsWithdrawn() {
        Claim first = outlet("a", 0, WIRE);
        Claim copy = outlet("b", 2, CUT);
        Claim withdrawal = BookLedgers.retracting(outlet("w", 3, OTHER), first.id());
        Book book = Book.of(List.of(copy, first, withdrawal), PLACES, CALENDAR, POLICY);
        assertThat(book.setAside())
                .containsExactlyInAnyOrder(
                        new SetAside(first, SetAside.Reason.RETRACTED, List.of(withdrawal.id())),
                        new SetAside(copy, SetAside.Reason.ECHO, List.of(first.id())));
        assertThat(book.tallies(List.of(span(3, 4)))).isEmpty();
    }

    @Test
    void anOutletThatSaysAnotherNumberIsHeard() {
        Claim other =
                published(day("n", "b", 3, Count.exactly(13)), start(4), false).withImprint(WIRE);
        assertThat(of(List.of(outlet("a", 0, WIRE), other)).grade()).isEqualTo(Grade.CONTESTED);
    }
}
