package org.tollwatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
 * Shows the rules what changes, one conflict's changes in their order, and keeps what must be remembered. Before anything
 * that is published is shown, time goes on to its publication: what was due meanwhile is told first, as of when it was due.
 * So a replay tells what was told on the day, though nothing was published at that moment. Not for several threads at a
 * time.
 */
final class Watcher {

    private final Shelf<Tally> tallies;
    private final Shelf<AlertState> states;
    private final Shelf<Instant> clocks;
    private final Predicate<Instant> recent;
    private final Map<String, Dues> dues = new HashMap<>();
    private List<Rule> duesOf = List.of();

    /** @param clocks the time of each conflict: its newest publication, or later when it is known that none came since */
    Watcher(Shelf<Tally> tallies, Shelf<AlertState> states, Shelf<Instant> clocks, Predicate<Instant> recent) {
        this.tallies = tallies;
        this.states = states;
        this.clocks = clocks;
        this.recent = recent;
    }

    /** A tally is not what it was. */
    List<Alert> tally(Rules rules, String key, Optional<Tally> tally) {
        List<Alert> told = new ArrayList<>();
        tally.ifPresent(t -> told.addAll(until(rules, Keys.conflict(key), t.asOf())));
        tally.ifPresentOrElse(t -> tallies.put(key, t), () -> tallies.remove(key));
        told.addAll(show(rules, key, tally));
        return told;
    }

    /** Something of the conflict was published. */
    List<Alert> published(Rules rules, String conflict, String source, Instant at) {
        List<Alert> told = new ArrayList<>(until(rules, conflict, at));
        for (Rule rule : rules.rules()) {
            if (rule.condition() instanceof Condition.Silence silence
                    && silence.ofSources()
                    && rule.selector().conflicts().matches(conflict)
                    && silence.sources().matches(source)) {
                told.addAll(heard(rules, rule, Subject.ofSource(conflict, source), at));
            }
        }
        return told;
    }

    /** Time went on to then: what is held long enough, over, or silent is told, each as of when it was. */
    List<Alert> until(Rules rules, String conflict, Instant time) {
        Instant before = clocks.get(conflict).orElse(Instant.MIN);
        List<Alert> told = new ArrayList<>();
        if (time.isAfter(before)) {
            Dues coming = dues(rules, conflict);
            for (Optional<Dues.Due> due = coming.poll(time); due.isPresent(); due = coming.poll(time)) {
                Instant now = due.get().at().isAfter(before) ? due.get().at() : before;
                told.addAll(look(rules, due.get().place(), now));
            }
            clocks.put(conflict, time);
        }
        return told;
    }

    private Dues dues(Rules rules, String conflict) {
        if (!duesOf.equals(rules.rules())) {
            dues.clear();
            duesOf = rules.rules();
        }
        return dues.computeIfAbsent(conflict, c -> {
            Dues all = new Dues();
            states.between(Keys.prefix(c), Keys.after(c))
                    .forEach(entry ->
                            all.put(entry.getKey(), due(rules, entry.getKey(), entry.getValue(), Instant.MIN)));
            return all;
        });
    }

    /** When time alone may next have something to say, after then. */
    private static Optional<Instant> due(Rules rules, String place, AlertState state, Instant after) {
        return rule(rules, place).flatMap(rule -> rule.due(state, after));
    }

    private static Optional<Rule> rule(Rules rules, String place) {
        String name = place.split(Keys.SEPARATOR, -1)[1];
        return rules.rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** The rules may be others now: all that is known is shown to them. */
    List<Alert> reread(Rules rules, String conflict) {
        Instant now = clocks.get(conflict).orElse(Instant.EPOCH);
        List<Alert> told = new ArrayList<>();
        Set<String> names = rules.rules().stream().map(Rule::name).collect(Collectors.toSet());
        for (Map.Entry<String, AlertState> entry : states.between(Keys.prefix(conflict), Keys.after(conflict))) {
            if (!names.contains(entry.getKey().split(Keys.SEPARATOR, -1)[1])) {
                told.addAll(keep(rules, entry.getKey(), entry.getValue(), Evaluation.withdrawn(entry.getValue(), now)));
            } else {
                told.addAll(look(rules, entry.getKey(), now));
            }
        }
        for (Map.Entry<String, Tally> entry : tallies.between(Keys.prefix(conflict), Keys.after(conflict))) {
            told.addAll(show(rules, entry.getKey(), Optional.of(entry.getValue())));
        }
        return told;
    }

    /** The time of a conflict. */
    Optional<Instant> clock(String conflict) {
        return clocks.get(conflict);
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
                    told.addAll(heard(rules, rule, party, tally.get().asOf()));
                }
            } else {
                told.addAll(show(rules, rule, key, scope, window, tally));
            }
        }
        return told;
    }

    private List<Alert> show(Rules rules, Rule rule, String key, Scope scope, Window window, Optional<Tally> tally) {
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
        return keep(rules, place, state, Evaluation.tally(rule, state, seen(rule, key, tally, now)));
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

    private List<Alert> heard(Rules rules, Rule rule, Subject subject, Instant at) {
        String place = subject.key(rule);
        AlertState before = states.get(place).orElse(AlertState.NEW);
        Instant now = clocks.get(subject.conflict()).orElse(at);
        return keep(rules, place, before, Evaluation.silence(rule, before.heard(at), subject, now, recent));
    }

    private List<Alert> look(Rules rules, String place, Instant now) {
        Optional<AlertState> kept = states.get(place);
        if (kept.isEmpty()) {
            return List.of();
        }
        Rule rule = rule(rules, place).orElseThrow();
        AlertState state = kept.get();
        if (rule.condition() instanceof Condition.Silence) {
            return keep(rules, place, state, Evaluation.silence(rule, state, silent(place), now, recent), now);
        }
        if (state.tally().isEmpty()) {
            return List.of();
        }
        if (rule.forgets(state).map(at -> !at.isAfter(now)).orElse(false)) {
            states.remove(place);
            return List.of();
        }
        Optional<Tally> tally = tallies.get(state.tally());
        Step step = Evaluation.tally(rule, state, seen(rule, state.tally(), tally, now));
        return keep(rules, place, state, step, now);
    }

    /** Who is silent, by where the state is kept. */
    private static Subject silent(String place) {
        String[] fields = place.split(Keys.SEPARATOR, -1);
        return fields[7].isEmpty() ? Subject.ofParty(fields[0], fields[2]) : Subject.ofSource(fields[0], fields[7]);
    }

    private List<Alert> keep(Rules rules, String place, AlertState before, Step step) {
        Instant now = clocks.get(Keys.conflict(place)).orElse(Instant.MIN);
        return keep(rules, place, before, step, now);
    }

    /** Writes only what changed. */
    private List<Alert> keep(Rules rules, String place, AlertState before, Step step, Instant now) {
        if (step.state().equals(AlertState.NEW)) {
            states.remove(place);
        } else if (!step.state().equals(before)) {
            states.put(place, step.state());
        }
        dues(rules, Keys.conflict(place)).put(place, due(rules, place, step.state(), now));
        return step.told();
    }
}
