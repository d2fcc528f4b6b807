package org.tollwatch.ledger;

import static org.tollwatch.ledger.Fixtures.ARTSAKH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generated ledgers of one party: every kind of claim, several scopes and accounts, few days, and retractions. */
final class BookLedgers {

    static final int DAYS = 10;

    private BookLedgers() {}

    /** With retractions of claims, of retractions, and of what is not there. */
    static List<Claim> of(Random random, int most) {
        List<Claim> ledger = new ArrayList<>();
        int size = 1 + random.nextInt(most);
        for (int i = 0; i < size; i++) {
            Claim any = LawsTest.next(random, ledger, "c" + i);
            Claim claim = Fixtures.in(any.scope().withParty(ARTSAKH.party()), any);
            boolean retraction = random.nextInt(4) == 0;
            ledger.add(retraction ? retracting(claim, "c" + random.nextInt(size + 1)) : claim);
        }
        return ledger;
    }

    static Claim retracting(Claim c, String target) {
        return new Claim(
                c.id(),
                c.scope(),
                c.account(),
                c.side(),
                c.count(),
                c.period(),
                c.assumed(),
                c.extent(),
                c.coverage(),
                c.incident(),
                c.publishedAt(),
                c.wording(),
                target);
    }

    static Claim later(Claim c, Duration by) {
        return Fixtures.published(c, c.publishedAt().plus(by), c.assumed());
    }

    @SafeVarargs
    static <T> T pick(Random random, T... among) {
        return among[random.nextInt(among.length)];
    }
}
