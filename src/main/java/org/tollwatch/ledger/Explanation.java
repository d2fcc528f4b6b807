package org.tollwatch.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a tally is what it is: every claim that has to do with its scope and window, once, with the part it has.
 *
 * @param tally empty when nothing is known
 * @param asOf only what was published by then is in it
 * @param lines the newest publication first
 */
public record Explanation(Scope scope, Window window, Optional<Tally> tally, Instant asOf, List<Line> lines) {

    /**
     * One claim's part.
     *
     * @param claim with the count that the policy's word profile gives its words
     * @param roles at least one; several only of those that set something
     * @param reason why it was set aside, where it was
     * @param uncounted why it has no part, where it has none
     * @param by the ids of the claims that stand in its place, where they are known
     * @param route from the asked figure down to the claim's own; empty where the claim is about just what was asked
     * @param guides whether others would be read otherwise without it, though it moves nothing itself: it shows where a
     *     count began anew, or that a figure was given again
     */
    public record Line(
            Claim claim,
            Set<Role> roles,
            Optional<SetAside.Reason> reason,
            Optional<Uncounted> uncounted,
            List<String> by,
            List<Step> route,
            boolean guides) {

        public Line {
            roles = Set.copyOf(roles);
            by = List.copyOf(by);
            route = List.copyOf(route);
        }

        /** A claim that says nothing of the window. */
        static Line outside(Claim claim) {
            return new Line(
                    claim,
                    Set.of(Role.NOT_COUNTED),
                    Optional.empty(),
                    Optional.of(Uncounted.WIDER),
                    List.of(),
                    List.of(),
                    false);
        }

        Line guiding() {
            return new Line(claim, roles, reason, uncounted, by, route, true);
        }

        public boolean is(Role role) {
            return roles.contains(role);
        }
    }

    static final Comparator<Line> NEWEST_FIRST = Comparator.comparing(Line::claim, Claim.NEWEST_FIRST);

    public Explanation {
        lines = lines.stream().sorted(NEWEST_FIRST).toList();
    }

    /** The lines of those that have the part. */
    public List<Line> lines(Role role) {
        return lines.stream().filter(l -> l.is(role)).toList();
    }

    public Optional<Line> line(String claimId) {
        return lines.stream().filter(l -> l.claim().id().equals(claimId)).findFirst();
    }
}
