package org.tollwatch.serve;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Policy;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.WindowKind;
import org.tollwatch.stream.Wanted;

/** One scope's tallies through time. */
final class SeriesRoutes {

    private static final Map<String, WindowKind> BY =
            Map.of("day", WindowKind.DAY, "week", WindowKind.WEEK, "month", WindowKind.MONTH);

    private final Answers answers;

    SeriesRoutes(Answers answers) {
        this.answers = answers;
    }

    /** A tally for each day, week or month that something is known of, in order; a window that is absent is not zero. */
    void series(Context request) {
        Asked asked = answers.asked(request)
                .only(
                        "conflict",
                        "party",
                        "measure",
                        "item",
                        "status",
                        "place",
                        "by",
                        "from",
                        "to",
                        "asOf",
                        "policy",
                        "format",
                        "limit",
                        "offset");
        Conflict conflict = answers.conflict(asked.need("conflict"));
        List<Tally> series = tallies(asked, conflict, scope(asked, conflict), by(asked)).stream()
                .sorted(Comparator.comparing(tally -> tally.window().period().from()))
                .toList();
        answers.tallies(request, asked, conflict, "series", series);
    }

    /** What is kept is looked up; another moment or another policy is reckoned. */
    private List<Tally> tallies(Asked asked, Conflict conflict, Scope scope, WindowKind kind) {
        Asked.Between between = asked.between(conflict.zone());
        Policy policy = asked.policy();
        if (asked.text("asOf").isEmpty() && policy.equals(asked.usual())) {
            return answers.service().tallies(scope, kind, between.from(), between.to());
        }
        Wanted wanted = Wanted.only(scope);
        return answers
                .service()
                .ledger(wanted)
                .orElseThrow()
                .of(wanted)
                .kept(asked.asOf(conflict.zone()), policy)
                .stream()
                .filter(tally -> tally.scope().equals(scope) && tally.window().kind() == kind)
                .filter(tally -> !tally.window().period().from().isBefore(between.from())
                        && tally.window().period().from().isBefore(between.to()))
                .toList();
    }

    private static Scope scope(Asked asked, Conflict conflict) {
        Measure measure = asked.needMeasure();
        return new Scope(
                conflict.id(),
                asked.party(conflict).orElse(Scope.ALL),
                measure,
                asked.text("item").orElse(""),
                asked.status().orElse(Status.ANY),
                asked.place(conflict).orElse(""));
    }

    private static WindowKind by(Asked asked) {
        String by = asked.text("by").orElse("day").strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY.get(by))
                .orElseThrow(() -> new ProblemException(
                        Problem.wrong("by", "'" + by + "' is no 'by'; it is one of day, week, month.")));
    }
}
