package org.tollwatch.serve;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.tollwatch.ask.ChangeJson;
import org.tollwatch.ask.ExplanationJson;
import org.tollwatch.ask.Json;
import org.tollwatch.ask.Moment;
import org.tollwatch.ask.Question;
import org.tollwatch.ask.ScopeNames;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.ledger.Change;
import org.tollwatch.ledger.Explanation;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Ledger;
import org.tollwatch.stream.Wanted;

/** The tallies, why they are what they are, and what changed. */
final class TallyRoutes {

    private static final Comparator<Window> NEWEST_FIRST =
            Comparator.<Window, Instant>comparing(w -> w.period().from()).reversed();

    private final Answers answers;
    private final Explanations explanations = new Explanations();

    TallyRoutes(Answers answers) {
        this.answers = answers;
    }

    /** All tallies of a conflict that fit what was asked. */
    void tallies(Context request) {
        Asked asked = answers.asked(request)
                .only(
                        "conflict",
                        "party",
                        "measure",
                        "item",
                        "status",
                        "place",
                        "window",
                        "from",
                        "to",
                        "asOf",
                        "policy",
                        "format",
                        "limit",
                        "offset");
        Conflict conflict = answers.conflict(asked.need("conflict"));
        Question question = asked.question();
        List<Tally> tallies = question.answer(answers.service(), asked.wanted(conflict));
        answers.tallies(request, asked, conflict, "tallies", tallies);
    }

    /** Why the newest tally asked for is what it is. */
    void explain(Context request) {
        Asked asked = answers.asked(request)
                .only(
                        "conflict",
                        "party",
                        "measure",
                        "item",
                        "status",
                        "place",
                        "window",
                        "from",
                        "to",
                        "asOf",
                        "policy",
                        "limit",
                        "offset");
        Ledger ledger = answers.ledger(answers.conflict(asked.need("conflict")));
        Measure measure = asked.needMeasure();
        Scope scope = scope(asked, ledger, measure);
        Ledger part = ledger.of(Wanted.only(scope));
        Question question = asked.question();
        Moment now = question.moment(ledger);
        Explanation told = newest(
                question.windows(ledger),
                window -> explanations.explain(
                        part, scope, window, now.known(), question.policies().get(0)));
        ExplanationJson json = new ExplanationJson(ledger);
        boolean paged = asked.text("limit").isPresent() || asked.text("offset").isPresent();
        answers.answer(request, paged ? json.page(told, asked.offset(), asked.limit()) : json.line(told));
    }

    /** Of the newest window in which something is known; else of the newest. */
    private static Explanation newest(List<Window> windows, Function<Window, Explanation> explain) {
        Explanation newest = null;
        for (Window window : windows.stream().sorted(NEWEST_FIRST).toList()) {
            Explanation told = explain.apply(window);
            if (told.tally().isPresent()) {
                return told;
            }
            newest = newest == null ? told : newest;
        }
        if (newest == null) {
            throw new ProblemException(
                    Problem.absent("Nothing was published by then, or in no such window; ask with from and to."));
        }
        return newest;
    }

    /** Which figures changed between two moments of knowledge, and by what. */
    void diff(Context request) {
        Asked asked = answers.asked(request)
                .only(
                        "conflict",
                        "since",
                        "asOf",
                        "party",
                        "measure",
                        "window",
                        "from",
                        "to",
                        "policy",
                        "limit",
                        "offset");
        Conflict conflict = answers.conflict(asked.need("conflict"));
        Ledger ledger = answers.ledger(conflict);
        Question question = asked.question();
        Moment after = question.moment(ledger);
        Moment before = Asked.read("since", asked.need("since"), org.tollwatch.ask.AsOf::parse)
                .in(conflict.zone());
        if (after.known().isBefore(before.known())) {
            throw new ProblemException(Problem.wrong("since", "'since' lies behind 'asOf'; turn them round."));
        }
        Wanted wanted = asked.wanted(conflict);
        List<Change> changes = ledger.of(wanted)
                .changes(
                        question.windows(ledger),
                        wanted::fits,
                        before.known(),
                        after.known(),
                        question.policies().get(0),
                        question.policies().get(0));
        ChangeJson json = new ChangeJson(ledger);
        answers.answer(
                request, Page.of(changes, asked).json(json::change, to -> Json.text(to, "conflict", conflict.id())));
    }

    private Scope scope(Asked asked, Ledger ledger, Measure measure) {
        ScopeNames names = new ScopeNames(ledger);
        return new Scope(
                ledger.conflict().id(),
                names.party(asked.text("party").orElse(Scope.ALL)),
                measure,
                asked.text("item").orElse(""),
                asked.status().orElse(Status.ANY),
                asked.text("place").map(names::place).orElse(""));
    }
}
