package org.tollwatch.ledger;

import java.util.ArrayList;
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
            return setAside(found);
        }
        if (trace.filter(t -> t.counted(claim.id())).isPresent()) {
            return line(claim, Set.of(Role.CONTAINED), Optional.empty(), Optional.empty(), List.of());
        }
        Uncounted why = trace.flatMap(t -> t.passedOver(claim.id())).orElseGet(() -> says(claim));
        return passedOver(claim, why, List.of());
    }

    private Explanation.Line setAside(SetAside aside) {
        return line(aside.claim(), Set.of(Role.SET_ASIDE), Optional.of(aside.reason()), Optional.empty(), aside.by());
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
}
