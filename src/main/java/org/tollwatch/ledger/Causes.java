package org.tollwatch.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed a tally between two moments: compares the parts that its claims had, and have. */
final class Causes {

    private final Map<String, Claim> byId = new HashMap<>();
    private final Explainer earlier;
    private final Explainer later;
    private final Instant from;
    /** When something may read otherwise, by measure; ends included. */
    private final Map<Scope, List<Period>> touched;

    Causes(Collection<Claim> ledger, Reckoning reckoning, Instant from, Instant to) {
        ledger.forEach(c -> byId.put(c.id(), c));
        earlier = reckoning.explainer(Reckoning.known(ledger, from), scope -> true, from);
        later = reckoning.explainer(Reckoning.known(ledger, from), scope -> true, to);
        touched = later.grow(ledger.stream()
                .filter(c -> c.publishedAt().isAfter(from) && !c.publishedAt().isAfter(to))
                .toList());
        this.from = from;
    }

    /** The tallies of the windows, and of days inside them, as they were. */
    List<Tally> earlier(Function<Scope, Set<Window>> windowsOf) {
        return earlier.tallies(windowsOf);
    }

    /** The same as they are. */
    List<Tally> later(Function<Scope, Set<Window>> windowsOf) {
        return later.tallies(windowsOf);
    }

    /** Those of the windows in which a tally of the measure may have changed by its claims. */
    Set<Window> touched(Scope measure, Set<Window> windows) {
        List<Period> times = touched.getOrDefault(measure, List.of());
        return windows.stream()
                .filter(window -> times.stream().anyMatch(window.period()::meets))
                .collect(Collectors.toSet());
    }

    /** At least one, if the tally changed by its claims. */
    List<Change.Cause> of(Scope scope, Window window) {
        Explanation then = earlier.explain(scope, window);
        Explanation now = later.explain(scope, window);
        List<Change.Cause> causes = new ArrayList<>();
        restarts(then, now).forEach(causes::add);
        Map<String, Explanation.Line> lines = new HashMap<>();
        then.lines().forEach(line -> lines.put(line.claim().id(), line));
        for (Explanation.Line line : now.lines()) {
            Optional.ofNullable(lines.get(line.claim().id()))
                    .flatMap(was -> turned(was, line, now))
                    .filter(c -> !named(causes).containsAll(ids(c.claims())))
                    .ifPresent(causes::add);
        }
        Set<String> told = named(causes);
        causes.addAll(fresh(now, line -> !told.contains(line.claim().id()) && sets(line)));
        if (causes.isEmpty()) {
            causes.addAll(fresh(now, line -> !line.is(Role.SET_ASIDE)));
        }
        if (causes.isEmpty()) {
            causes.addAll(fresh(now, line -> true));
        }
        return causes.isEmpty() ? byTime(later.published(scope).filter(this::isFresh)) : causes;
    }

    private static boolean sets(Explanation.Line line) {
        return !line.is(Role.CONTAINED) && !line.is(Role.SET_ASIDE) && !line.is(Role.NOT_COUNTED);
    }

    /** A claim that stood and was set aside, or was withdrawn and stands again. */
    private Optional<Change.Cause> turned(Explanation.Line was, Explanation.Line is, Explanation now) {
        boolean withdrawn = retracted(is);
        if (withdrawn != retracted(was)) {
            Stream<Claim> by = withdrawn
                    ? is.by().stream().map(byId::get)
                    : was.by().stream().flatMap(id -> withdrawing(id, now));
            return Optional.of(cause(Change.Kind.RETRACTED, is.claim(), by));
        }
        return is.is(Role.SET_ASIDE) && !was.is(Role.SET_ASIDE)
                ? Optional.of(
                        cause(Change.Kind.REVISED, is.claim(), is.by().stream().map(byId::get)))
                : Optional.empty();
    }

    private static boolean retracted(Explanation.Line line) {
        return line.reason().filter(r -> r == SetAside.Reason.RETRACTED).isPresent();
    }

    private Stream<Claim> withdrawing(String id, Explanation now) {
        return now.lines().stream()
                .map(Explanation.Line::claim)
                .filter(c -> c.retracts().equals(id) && isFresh(c));
    }

    private static Change.Cause cause(Change.Kind kind, Claim first, Stream<Claim> others) {
        return new Change.Cause(
                kind, Stream.concat(Stream.of(first), others).distinct().toList());
    }

    private Stream<Change.Cause> restarts(Explanation then, Explanation now) {
        Set<List<String>> known = new HashSet<>();
        restarts(then).forEach(f -> known.add(f.claims()));
        return restarts(now)
                .map(Finding::claims)
                .filter(ids -> !known.contains(ids))
                .distinct()
                .map(ids -> new Change.Cause(
                        Change.Kind.RESTARTED, ids.stream().map(byId::get).toList()));
    }

    private static Stream<Finding> restarts(Explanation told) {
        return told.tally().stream().flatMap(t -> t.findings().stream()).filter(f -> f.kind() == Finding.Kind.RESTART);
    }

    private List<Change.Cause> fresh(Explanation now, Predicate<Explanation.Line> which) {
        return byTime(now.lines().stream()
                .filter(line -> isFresh(line.claim()) && which.test(line))
                .map(Explanation.Line::claim));
    }

    private List<Change.Cause> byTime(Stream<Claim> claims) {
        Map<Change.Kind, List<Claim>> byKind = new EnumMap<>(Change.Kind.class);
        claims.forEach(c -> byKind.computeIfAbsent(
                        c.period().to().isAfter(from) ? Change.Kind.NEW : Change.Kind.LATE, k -> new ArrayList<>())
                .add(c));
        List<Change.Cause> causes = new ArrayList<>();
        byKind.forEach((kind, list) -> causes.add(new Change.Cause(kind, list)));
        return causes;
    }

    private boolean isFresh(Claim claim) {
        return claim.publishedAt().isAfter(from);
    }

    private static Set<String> named(List<Change.Cause> causes) {
        Set<String> named = new HashSet<>();
        causes.forEach(c -> named.addAll(ids(c.claims())));
        return named;
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}
