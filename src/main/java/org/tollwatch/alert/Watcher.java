package org.tollwatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Tally;
import org.tollwatch.ledger.Window;
import org.tollwatch.stream.Keys;

/**
 * Shows the rules what changes, one conflict's changes in their order, and keeps what must be remembered. Not for several
 * threads at a time.
 */
final class Watcher {

    /** How long after its end an alert can still be corrected. */
    static final Duration REMEMBERED = Duration.ofDays(90);

    private final Shelf<Tally> tallies;
    private final Shelf<AlertState> states;
    private final Shelf<Instant> clocks;
    private final Predicate<Instant> recent;

    /** @param clocks the newest publication of each conflict */
    Watcher(Shelf<Tally> tallies, Shelf<AlertState> states, Shelf<Instant> clocks, Predicate<Instant> recent) {
        this.tallies = tallies;
        this.states = states;
        this.clocks = clocks;
        this.recent = recent;
    }

    /** A tally is not what it was. */
    List<Alert> tally(Rules rules, String key, Optional<Tally> tally) {
        tally.ifPresentOrElse(t -> tallies.put(key, t), () -> tallies.remove(key));
        tally.ifPresent(t -> published(Keys.conflict(key), t.asOf()));
        return show(rules, key, tally);
    }

    /** Something of the conflict was published. */
    List<Alert> published(Rules rules, String conflict, String source, Instant at) {
        published(conflict, at);
        List<Alert> told = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (rule.condition() instanceof Condition.Silence silence
                    && silence.ofSources()
                    && rule.selector().conflicts().matches(conflict)
                    && silence.sources().matches(source)) {
                told.addAll(heard(rule, Subject.ofSource(conflict, source), at));
            }
        }
        return told;
    }

    /** Time went on: what is held long enough, over, or silent is told. Asked by what was published, never by a clock. */
    List<Alert> look(Rules rules, String conflict) {
        Optional<Instant> now = clocks.get(conflict);
        List<Alert> told = new ArrayList<>();
        if (now.isPresent()) {
            for (Rule rule : rules.rules()) {
                String fields = conflict + Keys.SEPARATOR + rule.name();
                for (Map.Entry<String, AlertState> entry : states.between(Keys.prefix(fields), Keys.after(fields))) {
                    told.addAll(look(rule, entry.getKey(), entry.getValue(), now.get()));
                }
            }
        }
        return told;
    }

    /** The rules may be others now: all that is known is shown to them. */
    List<Alert> reread(Rules rules, String conflict) {
        Instant now = clocks.get(conflict).orElse(Instant.EPOCH);
        List<Alert> told = new ArrayList<>();
        Set<String> names = rules.rules().stream().map(Rule::name).collect(Collectors.toSet());
        for (Map.Entry<String, AlertState> entry : states.between(Keys.prefix(conflict), Keys.after(conflict))) {
            if (!names.contains(entry.getKey().split(Keys.SEPARATOR, -1)[1])) {
                told.addAll(keep(entry.getKey(), entry.getValue(), Evaluation.withdrawn(entry.getValue(), now)));
            }
        }
        for (Map.Entry<String, Tally> entry : tallies.between(Keys.prefix(conflict), Keys.after(conflict))) {
            told.addAll(show(rules, entry.getKey(), Optional.of(entry.getValue())));
        }
        return told;
    }

    /** The newest publication of a conflict. */
    Optional<Instant> clock(String conflict) {
        return clocks.get(conflict);
    }

    private void published(String conflict, Instant at) {
        if (clocks.get(conflict).map(at::isAfter).orElse(true)) {
            clocks.put(conflict, at);
        }
    }

    private List<Alert> show(Rules rules, String key, Optional<Tally> tally) {
        Scope scope = Keys.scope(key);
        Window window = Keys.window(key);
        List<Alert> told = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (!rule.selector().matches(scope, window.kind())) {
                continue;
            }
            if (rule.condition() instanceof Condition.Silence silence) {
                if (!silence.ofSources() && tally.isPresent()) {
                    Subject party = Subject.ofParty(scope.conflict(), scope.party());
                    told.addAll(heard(rule, party, tally.get().asOf()));
                }
            } else {
                told.addAll(show(rule, key, scope, window, tally));
            }
        }
        return told;
    }

    private List<Alert> show(Rule rule, String key, Scope scope, Window window, Optional<Tally> tally) {
        String place = new Subject(
                        scope.conflict(),
                        scope.party(),
                        scope.measure().name(),
                        scope.item(),
                        scope.status().name(),
                        scope.place(),
                        "",
                        Optional.of(window))
                .key(rule);
        AlertState state = states.get(place).orElse(AlertState.NEW);
        Instant now = clocks.get(scope.conflict()).orElse(Instant.EPOCH);
        return keep(place, state, Evaluation.tally(rule, state, seen(rule, key, tally, now)));
    }

    private Seen seen(Rule rule, String key, Optional<Tally> tally, Instant now) {
        List<Tally> earlier = rule.condition() instanceof Condition.Rise rise && tally.isPresent()
                ? before(tally.get(), rise.over())
                : List.of();
        return new Seen(key, Keys.window(key), tally, earlier, now, recent);
    }

    /** The newest of the same scope and kind of window that begin before it. */
    private List<Tally> before(Tally tally, int most) {
        String fields = Keys.tallies(tally.scope(), tally.window().kind());
        List<Tally> earlier = tallies.between(Keys.prefix(fields), Keys.after(fields)).stream()
                .map(Map.Entry::getValue)
                .filter(t -> t.window()
                        .period()
                        .from()
                        .isBefore(tally.window().period().from()))
                .sorted(Comparator.comparing(t -> t.window().period().from()))
                .toList();
        return earlier.subList(Math.max(0, earlier.size() - most), earlier.size());
    }

    private List<Alert> heard(Rule rule, Subject subject, Instant at) {
        String place = subject.key(rule);
        AlertState before = states.get(place).orElse(AlertState.NEW);
        Instant now = clocks.get(subject.conflict()).orElse(at);
        return keep(place, before, Evaluation.silence(rule, before.heard(at), subject, now, recent));
    }

    private List<Alert> look(Rule rule, String place, AlertState state, Instant now) {
        if (rule.condition() instanceof Condition.Silence) {
            return keep(place, state, Evaluation.silence(rule, state, silent(place), now, recent));
        }
        if (isForgotten(rule, state, now)) {
            states.remove(place);
            return List.of();
        }
        String key = state.tally();
        if (key.isEmpty() || !state.active() && state.met().isEmpty()) {
            return List.of();
        }
        return keep(place, state, Evaluation.tally(rule, state, seen(rule, key, tallies.get(key), now)));
    }

    /** A state that lies so far back that nothing can fire again has no more to say. */
    private static boolean isForgotten(Rule rule, AlertState state, Instant now) {
        return !(rule.condition() instanceof Condition.First)
                && !state.active()
                && !state.tally().isEmpty()
                && Keys.window(state.tally())
                        .period()
                        .to()
                        .plus(rule.rest())
                        .plus(REMEMBERED)
                        .isBefore(now);
    }

    /** Who is silent, by where the state is kept. */
    private static Subject silent(String place) {
        String[] fields = place.split(Keys.SEPARATOR, -1);
        return fields[7].isEmpty() ? Subject.ofParty(fields[0], fields[2]) : Subject.ofSource(fields[0], fields[7]);
    }

    /** Writes only what changed: all is looked at often. */
    private List<Alert> keep(String place, AlertState before, Step step) {
        if (step.state().equals(before)) {
            return step.told();
        }
        if (step.state().equals(AlertState.NEW)) {
            states.remove(place);
        } else {
            states.put(place, step.state());
        }
        return step.told();
    }
}
