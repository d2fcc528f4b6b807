package org.tollwatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.tollwatch.ledger.Tally;
import org.tollwatch.stream.Keys;

/**
 * From what is remembered and what is seen to what is told. A pure function: the only time in it is that of publications.
 */
final class Evaluation {

    private static final int ID_BYTES = 12;

    private Evaluation() {}

    /** Shows a rule a tally: one that changed, or the same at a later time. */
    static Step tally(Rule rule, AlertState before, Seen seen) {
        if (rule.condition() instanceof Condition.First && isOfAnother(before, seen)) {
            return Step.quiet(before);
        }
        Teller teller = new Teller(before);
        correct(teller, seen);
        Verdict verdict = seen.judgedBy(rule.condition());
        Optional<Instant> met = met(rule, teller.state(), verdict, seen);
        teller.become(teller.state().met(met));
        if (verdict.level() != Verdict.Level.NOTHING) {
            teller.become(teller.state().standingOn(seen.key()));
        }
        boolean over = isOver(rule, seen);
        Optional<Tier> tier = over || wasFirst(rule, before) ? Optional.empty() : tier(rule, verdict, met, seen);
        change(rule, teller, seen, verdict, tier, over);
        return teller.step();
    }

    /** Tells of a silence that began, or is over. */
    static Step silence(Rule rule, AlertState before, Subject subject, Instant now, Predicate<Instant> recent) {
        Condition.Silence silence = (Condition.Silence) rule.condition();
        Teller teller = new Teller(before);
        before.heard().ifPresent(heard -> {
            Instant due = heard.plus(silence.after());
            boolean silent = !due.isAfter(now);
            if (silent && !before.active()) {
                String why = "has said nothing since " + heard;
                Alert alert = first(rule, before, subject, Tier.ESTABLISHED, why, due, Optional.empty(), recent);
                teller.tell(alert);
            } else if (!silent && before.active()) {
                teller.resolve("was heard again at " + heard, heard);
            }
        });
        return teller.step();
    }

    /** A rule that is no more has nothing to say; what it told is over. */
    static Step withdrawn(AlertState before, Instant now) {
        Teller teller = new Teller(before);
        if (before.active()) {
            teller.resolve("the rule was taken out of the rules", now);
        }
        return teller.step();
    }

    private static boolean isOfAnother(AlertState state, Seen seen) {
        return !state.tally().isEmpty() && !state.tally().equals(seen.key());
    }

    /** Whoever was told a figure is told once when the claims it stood on are revised or taken back. */
    private static void correct(Teller teller, Seen seen) {
        AlertState state = teller.state();
        Optional<Figures> told = state.last().flatMap(Alert::figures);
        if (told.isEmpty() || !state.tally().equals(seen.key())) {
            return;
        }
        Optional<Figures> now = seen.tally().map(Figures::of);
        Revisions revisions = Revisions.of(seen.tally());
        boolean fallen = now.map(n -> n.fallenFrom(told.get())).orElse(true);
        if (fallen || revisions.concern(told.get(), state.findings())) {
            teller.correct(now, seen.now());
        }
        teller.become(teller.state().knowing(revisions.with(state.findings())));
    }

    private static Optional<Instant> met(Rule rule, AlertState state, Verdict verdict, Seen seen) {
        boolean sure = verdict.level() == Verdict.Level.SURE
                && seen.tally().map(Tally::origins).orElse(0) >= rule.origins();
        return sure ? state.met().or(() -> seen.tally().map(Tally::asOf)) : Optional.empty();
    }

    private static boolean isOver(Rule rule, Seen seen) {
        return !seen.window().period().to().plus(rule.rest()).isAfter(seen.now());
    }

    /** What was first is not first again, unless it was taken back. */
    private static boolean wasFirst(Rule rule, AlertState state) {
        return rule.condition() instanceof Condition.First
                && state.firings() > 0
                && !state.active()
                && !state.tally().isEmpty();
    }

    private static Optional<Tier> tier(Rule rule, Verdict verdict, Optional<Instant> met, Seen seen) {
        boolean held =
                met.map(since -> !since.plus(rule.held()).isAfter(seen.now())).orElse(false);
        if (held && rule.tiers().contains(Tier.ESTABLISHED)) {
            return Optional.of(Tier.ESTABLISHED);
        }
        boolean possible = verdict.level() != Verdict.Level.NOTHING;
        return possible && rule.tiers().contains(Tier.POSSIBLE) ? Optional.of(Tier.POSSIBLE) : Optional.empty();
    }

    private static void change(
            Rule rule, Teller teller, Seen seen, Verdict verdict, Optional<Tier> tier, boolean over) {
        AlertState state = teller.state();
        if (tier.equals(state.firing())) {
            return;
        }
        if (state.active()) {
            teller.resolve(ended(tier, over), seen.now());
        }
        if (tier.isPresent()) {
            fire(rule, teller, seen, verdict, tier.get());
        } else if (seen.tally().isEmpty()) {
            teller.become(teller.state().standingOn(""));
        }
    }

    private static String ended(Optional<Tier> tier, boolean over) {
        return tier.map(next -> next == Tier.ESTABLISHED ? "it is established now" : "it is no longer established")
                .orElse(over ? "its time is over" : "it is no longer so");
    }

    private static void fire(Rule rule, Teller teller, Seen seen, Verdict verdict, Tier tier) {
        Tally tally = seen.tally().orElseThrow();
        Instant at =
                tier == Tier.ESTABLISHED ? teller.state().met().orElseThrow().plus(rule.held()) : tally.asOf();
        Optional<Figures> figures = Optional.of(Figures.of(tally));
        teller.tell(first(rule, teller.state(), Subject.of(tally), tier, verdict.why(), at, figures, seen.recent()));
        teller.become(teller.state().knowing(Revisions.of(seen.tally()).with(List.of())));
    }

    private static Alert first(
            Rule rule,
            AlertState state,
            Subject subject,
            Tier tier,
            String why,
            Instant at,
            Optional<Figures> figures,
            Predicate<Instant> recent) {
        return new Alert(
                id(subject.key(rule) + Keys.SEPARATOR + state.firings()),
                0,
                Event.FIRING,
                rule.name(),
                rule.condition().label(),
                tier,
                rule.severity(),
                subject,
                why,
                at,
                at,
                Optional.empty(),
                figures,
                recent.test(at));
    }

    private static String id(String of) {
        return HexFormat.of().formatHex(DigestUtils.sha256(of), 0, ID_BYTES);
    }

    /** Gathers what is told on the way from one state to the next. */
    private static final class Teller {
        private final List<Alert> told = new ArrayList<>();
        private AlertState state;

        Teller(AlertState state) {
            this.state = state;
        }

        AlertState state() {
            return state;
        }

        void become(AlertState next) {
            state = next;
        }

        void tell(Alert alert) {
            told.add(alert);
            state = state.told(alert);
        }

        void correct(Optional<Figures> now, Instant at) {
            Alert last = state.last().orElseThrow();
            tell(last.next(Event.CORRECTION, "claims it stood on were revised or taken back", at, last.figures(), now));
        }

        void resolve(String why, Instant at) {
            Alert last = state.last().orElseThrow();
            tell(last.next(Event.RESOLUTION, why, at, Optional.empty(), last.figures()));
        }

        Step step() {
            return new Step(state, told);
        }
    }
}
