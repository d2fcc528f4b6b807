package org.tollwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Entries of a list that its claimant keeps complete. */
class ListedTest {

    private static final Window WEEK = Fixtures.span(0, 7);

    private static final List<Claim> LIST = List.of(
            entry("a", "shushi", Status.ANY, 0, 1, new Count(3, 4, 6)),
            entry("b", "stepanakert", Status.ANY, 1, 3, new Count(9, 2, 9)),
            entry("c", "", Status.ANY, 6, 8, new Count(5, 5, 5)),
            entry("d", "", Status.CIVILIAN, 0, 1, new Count(2, 3, 5)));

    @Test
    void entriesAddUpAsStatedAlsoOutOfOrderAndOnlyTheSumIsPutInOrder() {
        Scope all = Fixtures.ARTSAKH;
        assertThat(figure(all)).isEqualTo("6 6 20");
        assertThat(figure(all.withStatus(Status.CIVILIAN))).isEqualTo("2 3 5");
    }

    @Test
    void whatAListSaysOfAPlaceItSaysOfThePlacesAroundIt() {
        assertThat(figure(Fixtures.ARTSAKH.withPlace("shushi"))).isEqualTo("3 4 6");
        assertThat(figure(Fixtures.ARTSAKH.withPlace("stepanakert"))).isEqualTo("2 2 9");
        assertThat(figure(Fixtures.ARTSAKH.withPlace("north"))).isEqualTo("6 6 15");
    }

    @Test
    void anEntryThatIsWithdrawnLeavesTheSumAndTheOthersStay() {
        List<Claim> claims = new ArrayList<>(LIST);
        claims.add(withdrawal(LIST.get(1)));
        assertThat(Fixtures.figure(Fixtures.tally(claims, Fixtures.ARTSAKH, WEEK)))
                .isEqualTo("3 4 11");
    }

    @Test
    void theSumIsSetByItsEntries() {
        Explanation told = Fixtures.RECKONING.explain(LIST, Fixtures.ARTSAKH.withPlace("north"), WEEK, Instant.MAX);
        assertThat(told.lines(Role.SETS_HIGH)).extracting(l -> l.claim().id()).containsExactlyInAnyOrder("a", "b");
    }

    private static Claim withdrawal(Claim entry) {
        return new Claim(
                "back",
                entry.scope(),
                entry.account(),
                entry.side(),
                entry.count(),
                entry.period(),
                false,
                entry.extent(),
                entry.coverage(),
                entry.incident(),
                entry.publishedAt().plusSeconds(60),
                Optional.empty(),
                entry.id());
    }

    private static String figure(Scope scope) {
        return Fixtures.figure(Fixtures.tally(LIST, scope, WEEK));
    }

    private static Claim entry(String id, String place, Status status, int from, int to, Count count) {
        return new Claim(
                id,
                Fixtures.ARTSAKH.withPlace(place).withStatus(status),
                "list",
                Side.INDEPENDENT,
                count,
                Fixtures.days(from, to),
                false,
                Extent.LISTED,
                Coverage.INCIDENT,
                id,
                Instant.parse("2020-11-01T00:00:00Z"),
                Optional.empty(),
                "");
    }
}
