package org.tollwatch.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.Conflicts;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.LedgerOf;
import org.tollwatch.stream.Wanted;

/** An explanation is given again while its books are the same, and is otherwise made anew. */
class ExplanationsTest {

    private static final Conflict CONFLICT =
            Conflicts.bundled().byId("nagorno-karabakh").orElseThrow();
    private static final Scope ARMENIA = new Scope(CONFLICT.id(), "armenia", Measure.KILLED, "", Status.ANY, "");

    private final Explanations explanations = new Explanations();

    @Test
    void whatWasExplainedIsGivenAgain() {
        Ledger ledger = ledger(30);
        Explanation told = explain(ledger, ARMENIA, Instant.MAX);
        assertThat(told.lines()).isNotEmpty();
        assertThat(explain(ledger, ARMENIA, Instant.MAX)).isSameAs(told);
    }

    @Test
    void anotherQuestionHasItsOwnAnswer() {
        Ledger ledger = ledger(30);
        Explanation told = explain(ledger, ARMENIA, Instant.MAX);
        Instant early = ledger.claims().get(5).publishedAt();
        assertThat(explain(ledger, ARMENIA, early).lines())
                .hasSizeLessThan(told.lines().size());
        assertThat(explain(ledger, ARMENIA.withParty("artsakh"), Instant.MAX)
                        .scope()
                        .party())
                .isEqualTo("artsakh");
    }

    @Test
    void whatWasWrittenSinceIsInIt() {
        Explanation before = explain(ledger(30), ARMENIA, Instant.MAX);
        Explanation after = explain(ledger(33), ARMENIA, Instant.MAX);
        assertThat(after.lines()).hasSize(before.lines().size() + 1);
    }

    private Explanation explain(Ledger ledger, Scope scope, Instant asOf) {
        return explanations.explain(
                ledger.of(Wanted.only(scope)),
                scope,
                ledger.windows(WindowKind.EPISODE, Instant.MAX).iterator().next(),
                asOf,
                Policy.standard());
    }

    private static Ledger ledger(int reports) {
        return LedgerOf.reports(CONFLICT, Synthetic.reports(0, reports));
    }
}
