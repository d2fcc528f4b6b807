package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every claim of a book its part in one tally. */
final class Casting {

    private final Workings book;
    private final Scope asked;
    private final Optional<Trace> trace;
    private final Map<String, SetAside> aside;

    Casting(Workings book, Scope asked, Optional<Trace> trace) {
        this.book = book;
        this.asked = asked;
        this.trace = trace;
        this.aside = book.setAside();
    }

    Explanation.Line line(Claim claim) {
        Set<Role> sets = trace.map(t -> t.roles(claim.id())).orElse(Set.of());
        if (!sets.isEmpty()) {
            Set<Role> roles = EnumSet.copyOf(sets);
            if (roles.size() > 1) {
                roles.remove(Role.CONTESTS);
            }
            return line(claim, roles, Optional.empty(), Optional.empty(), List.of());
        }
        if (claim.isRetraction()) {
            return passedOver(claim, Uncounted.RETRACTION, List.of(claim.retracts()));
        }
        SetAside found = aside.get(claim.id());
        if (found != null) {
            return setAside(claim, found.reason());
        }
        if (trace.filter(t -> t.counted(claim.id())).isPresent()) {
            return line(claim, Set.of(Role.CONTAINED), Optional.empty(), Optional.empty(), List.of());
        }
        Uncounted why = trace.flatMap(t -> t.passedOver(claim.id())).orElseGet(() -> says(claim));
        return passedOver(claim, why, List.of());
    }

    private Explanation.Line setAside(Claim claim, SetAside.Reason reason) {
        return line(claim, Set.of(Role.SET_ASIDE), Optional.of(reason), Optional.empty(), by(claim, reason));
    }

    private static Uncounted says(Claim claim) {
        boolean number = claim.count().low() > 0 || claim.count().high() != Count.OPEN;
        return number ? Uncounted.WIDER : Uncounted.NO_NUMBER;
    }

    private Explanation.Line passedOver(Claim claim, Uncounted why, List<String> by) {
        return line(claim, Set.of(Role.NOT_COUNTED), Optional.empty(), Optional.of(why), by);
    }

    private Explanation.Line line(
            Claim claim,
            Set<Role> roles,
            Optional<SetAside.Reason> reason,
            Optional<Uncounted> uncounted,
            List<String> by) {
        List<Step> route = trace.flatMap(t -> t.route(claim.id())).orElseGet(() -> routeOf(claim.scope()));
        return new Explanation.Line(claim, roles, reason, uncounted, by, route, false);
    }

    private List<Step> routeOf(Scope scope) {
        List<Step> route = new ArrayList<>();
        if (!scope.party().equals(asked.party())) {
            route.add(Step.PARTIES);
        }
        if (!scope.place().equals(asked.place())) {
            route.add(Step.PLACES);
        }
        if (scope.status() != asked.status()) {
            route.add(Step.STATUSES);
        }
        return route;
    }

    private List<String> by(Claim claim, SetAside.Reason reason) {
        return switch (reason) {
            case RETRACTED ->
                book.retractions().by(claim).map(Claim::id).stream().toList();
            case REPEAT -> first(claim);
            case REVISED, OUTLIER ->
                account(claim)
                        .map(a -> against(claim, a.findings(claim.period())))
                        .orElse(List.of());
            case CONTRADICTED ->
                account(claim)
                        .map(a -> contradicting(claim, a.evidence(claim.period())))
                        .orElse(List.of());
        };
    }

    private Optional<Account> account(Claim claim) {
        return book.accounts(claim.scope()).stream()
                .filter(a -> a.name().equals(claim.account()))
                .findFirst();
    }

    /** Findings name the claim first, and then what stands against it. */
    private static List<String> against(Claim claim, List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.claims().size() > 1 && f.claims().get(0).equals(claim.id()))
                .map(f -> f.claims().get(1))
                .distinct()
                .toList();
    }

    private List<String> first(Claim repeat) {
        return book.claims(repeat.scope(), repeat.account()).stream()
                .filter(c -> !aside.containsKey(c.id())
                        && c.period().from().equals(repeat.period().from())
                        && c.count().equals(repeat.count())
                        && !c.publishedAt().isAfter(repeat.publishedAt()))
                .max(Comparator.comparing(Claim::publishedAt).thenComparing(Claim::id))
                .map(c -> List.of(c.id()))
                .orElse(List.of());
    }

    private static List<String> contradicting(Claim claim, Evidence evidence) {
        List<Claim> below =
                evidence.low().stream().filter(c -> !c.id().equals(claim.id())).toList();
        boolean tooLow = below.stream().mapToLong(c -> c.count().low()).sum()
                > claim.count().high();
        List<Claim> against = tooLow || evidence.high().isEmpty() ? below : evidence.high();
        return against.stream()
                .map(Claim::id)
                .filter(id -> !id.equals(claim.id()))
                .distinct()
                .toList();
    }
}
