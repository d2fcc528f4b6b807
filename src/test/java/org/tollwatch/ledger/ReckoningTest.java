package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tollwatch.ledger.Fixtures.ARTSAKH;
import static org.tollwatch.ledger.Fixtures.RECKONING;
import static org.tollwatch.ledger.Fixtures.claim;
import static org.tollwatch.ledger.Fixtures.day;
import static org.tollwatch.ledger.Fixtures.days;
import static org.tollwatch.ledger.Fixtures.figure;
import static org.tollwatch.ledger.Fixtures.in;
import static org.tollwatch.ledger.Fixtures.incident;
import static org.tollwatch.ledger.Fixtures.published;
import static org.tollwatch.ledger.Fixtures.span;
import static org.tollwatch.ledger.Fixtures.start;
import static org.tollwatch.ledger.Fixtures.tally;
import static org.tollwatch.ledger.Fixtures.total;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    @Nested
    class OneAccount {

        @Test
        void twoDaysOfOneAccountAddUpAndNeitherReplacesTheOther() {
            List<Claim> claims =
                    List.of(day("a", "artsakh", 5, Count.exactly(54)), day("b", "artsakh", 6, Count.exactly(51)));
            assertThat(figure(tally(claims, ARTSAKH, span(5, 7)))).isEqualTo("105 105 105");
            assertThat(figure(tally(claims, ARTSAKH, span(0, 7)))).isEqualTo("105 105 open");
        }

        @Test
        void aRunningTotalIsNotAddedToTheDaysInsideIt() {
            List<Claim> claims = List.of(
                    day("a", "artsakh", 5, Count.exactly(54)),
                    day("b", "artsakh", 6, Count.exactly(51)),
                    total("c", "artsakh", 7, Count.exactly(205)));
            assertThat(figure(tally(claims, ARTSAKH, span(0, 7)))).isEqualTo("205 205 205");
            assertThat(figure(tally(claims, ARTSAKH, span(0, 5)))).isEqualTo("100 100 100");
        }

        @Test
        void runningTotalsAloneGiveDailyFigures() {
            List<Claim> claims =
                    List.of(total("a", "mod", 3, Count.exactly(59)), total("b", "mod", 4, Count.exactly(84)));
            assertThat(figure(tally(claims, ARTSAKH, span(3, 4)))).isEqualTo("25 25 25");
        }

        @Test
        void anotherFortyBringingTheTollTo673IsOneStep() {
            List<Claim> claims = List.of(
                    claim("a", "mod", Side.SELF, Count.exactly(40), days(17, 18), Extent.WHOLE, Coverage.INCREMENT),
                    total("b", "mod", 18, Count.exactly(673)));
            assertThat(figure(tally(claims, ARTSAKH, span(0, 18)))).isEqualTo("673 673 673");
            assertThat(figure(tally(claims, ARTSAKH, span(0, 17)))).isEqualTo("633 633 633");
        }

        @Test
        void aTotalRevisedDownwardsStandsAndTheEarlierIsSetAside() {
            List<Claim> claims =
                    List.of(total("a", "mod", 3, Count.exactly(100)), total("b", "mod", 4, Count.exactly(90)));
            assertThat(figure(tally(claims, ARTSAKH, span(0, 4)))).isEqualTo("90 90 90");
            Book book = Book.of(claims, Fixtures.PLACES, Fixtures.CALENDAR, Fixtures.POLICY);
            assertThat(book.setAside()).extracting(a -> a.claim().id()).containsExactly("a");
        }

        @Test
        void theFigureOfAWholeEpisodeIsATotalWhateverTheWordsCallIt() {
            Claim early = published(total("a", "mod", 2, Count.exactly(2)), start(1), true);
            Claim later = claim("b", "mod", Side.SELF, Count.exactly(10), days(0, 2), Extent.WHOLE, Coverage.INCIDENT);
            assertThat(figure(tally(List.of(early, later), ARTSAKH, span(0, 2))))
                    .isEqualTo("10 10 10");
        }

        @Test
        void distinctIncidentsAddUpAndTheSameIncidentDoesNot() {
            List<Claim> claims = List.of(
                    incident("a", "un", 2, Count.exactly(4)),
                    incident("b", "un", 2, Count.exactly(5)),
                    incident("c", "un", 3, Count.exactly(2)));
            assertThat(figure(tally(claims, ARTSAKH, span(0, 7)))).isEqualTo("7 7 open");
        }

        @Test
        void anIncidentNeverSetsATotalAside() {
            List<Claim> claims =
                    List.of(total("a", "un", 4, Count.exactly(3)), incident("b", "un", 2, Count.exactly(5)));
            assertThat(figure(tally(claims, ARTSAKH, span(0, 4)))).isEqualTo("3 3 3");
        }

        @Test
        void theSameTotalPrintedAgainLaterIsARepeatUnlessItCorrectsWhatCameBetween() {
            Claim first = published(total("a", "mod", 3, Count.exactly(26)), start(2), true);
            Claim again = published(total("b", "mod", 6, Count.exactly(26)), start(5), true);
            assertThat(figure(tally(List.of(first, again), ARTSAKH, span(0, 6))))
                    .isEqualTo("26 26 open");
            Claim between = published(total("c", "mod", 5, Count.exactly(31)), start(4), true);
            assertThat(figure(tally(List.of(first, between, again), ARTSAKH, span(0, 6))))
                    .isEqualTo("26 26 26");
        }

        @Test
        void aDayReadsItsOwnFigureWhereTheTotalsStepIsALateLump() {
            List<Claim> claims = List.of(
                    total("a", "ministry", 3, Count.exactly(100)),
                    total("b", "ministry", 4, Count.exactly(820)),
                    day("c", "ministry", 3, Count.exactly(66)));
            assertThat(figure(tally(claims, ARTSAKH, span(3, 4)))).isEqualTo("66 66 66");
            assertThat(figure(tally(claims, ARTSAKH, span(0, 4)))).isEqualTo("820 820 820");
        }

        @Test
        void runningTotalsSinceDifferentDaysAreJoinedWhereOneBeginsBeforeTheOtherEnds() {
            List<Claim> claims = new ArrayList<>(since(0, 10, 20, 35, 55, 75));
            claims.addAll(since(3, 20, 40, 60));
            claims.addAll(since(6, 5, 10, 15));
            assertThat(figure(tally(claims, ARTSAKH, span(0, 6)))).isEqualTo("95 95 95");
            assertThat(figure(tally(claims, ARTSAKH, span(1, 6)))).isEqualTo("85 85 85");
            assertThat(figure(tally(claims, ARTSAKH, span(2, 8)))).isEqualTo("85 85 85");
            assertThat(figure(tally(claims, ARTSAKH, span(0, 9)))).isEqualTo("110 110 110");
            assertThat(figure(tally(claims, ARTSAKH, span(0, 10)))).isEqualTo("110 110 open");
        }

        @Test
        void runningTotalsSinceDifferentDaysThatDoNotMeetAreNotJoined() {
            List<Claim> claims = new ArrayList<>(since(0, 10, 20, 35));
            claims.addAll(since(5, 5, 10, 15));
            assertThat(figure(tally(claims, ARTSAKH, span(1, 8)))).isEqualTo("40 40 open");
        }

        /** Totals of the days that follow a day, counted from it. */
        private static List<Claim> since(int origin, long... figures) {
            List<Claim> totals = new ArrayList<>();
            for (long figure : figures) {
                int to = origin + totals.size() + 1;
                String id = "since" + origin + "to" + to;
                totals.add(claim(
                        id,
                        "mod",
                        Side.SELF,
                        Count.exactly(figure),
                        days(origin, to),
                        Extent.WHOLE,
                        Coverage.CUMULATIVE));
            }
            return totals;
        }

        @Test
        void aWindowWithoutACoveringClaimHasNoTallyRatherThanZero() {
            List<Claim> claims = List.of(total("a", "mod", 3, Count.exactly(59)));
            assertThat(RECKONING.tallies(claims, List.of(span(5, 6)), Instant.MAX))
                    .isEmpty();
        }
    }

    @Nested
    class Claimants {

        @Test
        void twoClaimantsWhoDisagreeSpanTheRangeAndTheLatestIsQuoted() {
            List<Claim> claims = List.of(
                    claim("a", "armenia", Side.SELF, Count.exactly(32), days(0, 2), Extent.WHOLE, Coverage.CUMULATIVE),
                    published(total("b", "Vardanyan", 2, Count.nearly(100)), start(2), false));
            Tally tally = tally(claims, ARTSAKH, span(0, 2));
            assertThat(figure(tally)).isEqualTo("32 100 100");
            assertThat(tally.grade()).isEqualTo(Grade.CONTESTED);
            assertThat(tally.origins()).isEqualTo(2);
        }

        @Test
        void theAdversaryMovesOnlyTheHighWhileAnyoneElseSpeaks() {
            Claim enemy = claim(
                    "a",
                    "azerbaijan",
                    Side.ADVERSARY,
                    Count.exactly(2300),
                    days(0, 3),
                    Extent.WHOLE,
                    Coverage.CUMULATIVE);
            Claim own =
                    claim("b", "artsakh", Side.SELF, Count.exactly(84), days(0, 3), Extent.WHOLE, Coverage.CUMULATIVE);
            assertThat(figure(tally(List.of(enemy, own), ARTSAKH, span(0, 3)))).isEqualTo("84 84 2300");
            Tally alone = tally(List.of(enemy), ARTSAKH, span(0, 3));
            assertThat(figure(alone)).isEqualTo("0 2300 2300");
            assertThat(alone.grade()).isEqualTo(Grade.CLAIMED);
        }

        @Test
        void aWiderRangeAddsNoView() {
            Tally tally = tally(
                    List.of(total("a", "x", 3, Count.atLeast(1)), total("b", "y", 3, Count.exactly(30))),
                    ARTSAKH,
                    span(0, 3));
            assertThat(figure(tally)).isEqualTo("30 30 30");
            assertThat(tally.claimants()).hasSize(2);
        }

        @Test
        void aTotalThatEndsEarlierRaisesTheLowAndLeavesTheHighOpen() {
            assertThat(figure(tally(List.of(total("a", "x", 3, Count.exactly(30))), ARTSAKH, span(0, 5))))
                    .isEqualTo("30 30 open");
        }
    }

    @Nested
    class WholeAndParts {

        private final Scope combatants = ARTSAKH.withStatus(Status.COMBATANT);

        @Test
        void bothSidesAreAtLeastTheSumOfTheSides() {
            List<Claim> claims = List.of(
                    in(combatants, day("a", "artsakh", 2, Count.exactly(54))),
                    in(combatants.withParty("azerbaijan"), day("b", "azerbaijan", 3, Count.exactly(10))));
            assertThat(figure(tally(claims, ARTSAKH.withParty(Scope.ALL), span(0, 7))))
                    .isEqualTo("64 64 open");
        }

        @Test
        void whatIsSaidOfTheWholeCapsItsParts() {
            List<Claim> claims = List.of(
                    in(ARTSAKH.withParty(Scope.ALL), total("a", "un", 4, Count.exactly(60))),
                    in(combatants, day("b", "artsakh", 2, Count.exactly(54))),
                    in(ARTSAKH.withStatus(Status.CIVILIAN), day("c", "artsakh", 2, Count.exactly(9))));
            assertThat(figure(tally(claims, ARTSAKH.withParty(Scope.ALL), span(0, 4))))
                    .isEqualTo("60 60 60");
            assertThat(figure(tally(claims, ARTSAKH, span(0, 4)))).isEqualTo("63 63 open");
        }

        @Test
        void placesAddUpUnderTheirRegionAndOverlappingStatusesDoNot() {
            List<Claim> claims = List.of(
                    in(ARTSAKH.withPlace("shushi"), incident("a", "un", 2, Count.exactly(3))),
                    in(ARTSAKH.withPlace("stepanakert"), incident("b", "un", 2, Count.exactly(4))),
                    in(ARTSAKH.withStatus(Status.CHILD), incident("c", "un", 2, Count.exactly(5))),
                    in(ARTSAKH.withStatus(Status.WOMAN), incident("d", "un", 2, Count.exactly(6))));
            assertThat(figure(tally(claims, ARTSAKH.withPlace("north"), span(2, 3))))
                    .isEqualTo("7 7 open");
            assertThat(figure(tally(claims, ARTSAKH.withStatus(Status.CIVILIAN), span(2, 3))))
                    .isEqualTo("6 6 open");
        }

        @Test
        void daysOfDifferentClaimantsAddUpInTheWeek() {
            List<Claim> claims = List.of(day("a", "x", 2, Count.exactly(5)), day("b", "y", 3, Count.exactly(7)));
            Tally tally = tally(claims, ARTSAKH, span(0, 7));
            assertThat(figure(tally)).isEqualTo("12 12 open");
            assertThat(tally.claims()).extracting(Citation::id).containsExactlyInAnyOrder("a", "b");
        }

        @Test
        void aClaimOfTheEnemysLossesDoesNotEnterTheSumOfBothSides() {
            List<Claim> claims = List.of(
                    day("a", "artsakh", 2, Count.exactly(54)),
                    in(
                            ARTSAKH.withParty("azerbaijan"),
                            claim(
                                    "b",
                                    "artsakh",
                                    Side.ADVERSARY,
                                    Count.exactly(400),
                                    days(2, 3),
                                    Extent.WHOLE,
                                    Coverage.DAY)));
            assertThat(figure(tally(claims, ARTSAKH.withParty(Scope.ALL), span(0, 7))))
                    .isEqualTo("54 54 open");
        }

        @Test
        void whatOnlyTheAdversarySaysOfAPartIsOnlyClaimedOfTheWhole() {
            Claim claimed =
                    claim("b", "artsakh", Side.ADVERSARY, Count.exactly(50), days(2, 3), Extent.WHOLE, Coverage.DAY);
            List<Claim> claims = List.of(in(combatants.withParty("azerbaijan"), claimed));
            Tally tally = tally(claims, ARTSAKH.withParty(Scope.ALL), span(0, 7));
            assertThat(figure(tally)).isEqualTo("0 50 open");
            assertThat(tally.grade()).isEqualTo(Grade.CLAIMED);
        }

        @Test
        void whatOnlyTheAdversarySaysOfAPartMovesOnlyTheHighOfAWholeThatOthersSpeakOf() {
            Claim own = day("a", "azerbaijan", 2, Count.exactly(40));
            Claim enemy =
                    claim("b", "artsakh", Side.ADVERSARY, Count.exactly(1_710), days(2, 3), Extent.WHOLE, Coverage.DAY);
            Claim other =
                    claim("c", "armenia", Side.ADVERSARY, Count.exactly(900), days(2, 3), Extent.WHOLE, Coverage.DAY);
            Scope azerbaijan = ARTSAKH.withParty("azerbaijan");
            List<Claim> agreed = List.of(in(azerbaijan, own), in(combatants.withParty("azerbaijan"), enemy));
            assertThat(figure(tally(agreed, azerbaijan, span(2, 3)))).isEqualTo("40 40 1710");
            List<Claim> adversariesDisagree =
                    List.of(agreed.get(0), agreed.get(1), in(combatants.withParty("azerbaijan"), other));
            assertThat(figure(tally(adversariesDisagree, azerbaijan, span(2, 3))))
                    .isEqualTo("40 40 1710");
            assertThat(figure(tally(adversariesDisagree, azerbaijan, span(0, 7))))
                    .isEqualTo("40 40 open");
        }

        @Test
        void zeroOrMoreIsNoFigure() {
            List<Claim> claims = List.of(total("a", "x", 3, new Count(0, 0, Count.OPEN)));
            assertThat(RECKONING.tallies(claims, List.of(span(0, 3)), Instant.MAX))
                    .isEmpty();
        }
    }
}
