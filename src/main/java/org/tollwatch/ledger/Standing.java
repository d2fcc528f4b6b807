package org.tollwatch.ledger;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which claims of an account stand. Two things always hold: the standing claims agree with one another, and a claim that is
 * set aside names standing claims before it in the order of admission that contradict it. Only one set of claims has both,
 * the one that admitting them one by one in that order gives; so it may be kept up claim by claim, whatever the order of
 * arrival.
 */
final class Standing {

    /** Told of every claim that begins or ceases to stand, or to be set aside. */
    interface Watcher {

        /** While the claim is in the course. */
        void standing(Claim claim, boolean begins);

        void aside(Claim claim, boolean begins);
    }

    private final Course course = new Course();
    private final Watcher watcher;
    private final Map<Claim, Integer> ranks = new HashMap<>();
    private final Set<Claim> stands = new HashSet<>();
    private final Map<Claim, Set<Claim>> against = new HashMap<>();
    private final Map<Claim, Set<Claim>> contradicts = new HashMap<>();
    private final Comparator<Claim> order =
            Comparator.<Claim>comparingInt(this::rank).thenComparing(Admission.WITHIN_RANK);
    private final NavigableSet<Claim> pending = new TreeSet<>(order);

    Standing(Watcher watcher) {
        this.watcher = watcher;
    }

    Course course() {
        return course;
    }

    private int rank(Claim claim) {
        return ranks.get(claim);
    }

    /** A claim, or its other rank; {@link #settle} decides. */
    void put(Claim claim, int rank) {
        drop(claim);
        ranks.put(claim, rank);
        pending.add(claim);
    }

    /** A claim that there is no longer; {@link #settle} decides what follows. */
    void drop(Claim claim) {
        if (!ranks.containsKey(claim)) {
            return;
        }
        pending.remove(claim);
        if (stands.contains(claim)) {
            unseat(claim);
        } else if (against.containsKey(claim)) {
            welcome(claim);
        }
        pending.remove(claim);
        ranks.remove(claim);
    }

    boolean stands(Claim claim) {
        return stands.contains(claim);
    }

    /** The claims that a claim is set aside for. */
    Set<Claim> against(Claim claim) {
        return against.getOrDefault(claim, Set.of());
    }

    /** Decides about all that is open, the first in the order of admission first. */
    void settle() {
        while (!pending.isEmpty()) {
            decide(pending.pollFirst());
        }
    }

    private void decide(Claim claim) {
        while (true) {
            Set<Claim> objecting = Objection.to(claim, course);
            if (objecting.isEmpty()) {
                seat(claim);
                return;
            }
            Claim last = objecting.stream().max(order).orElseThrow();
            if (order.compare(last, claim) < 0) {
                setAside(claim, objecting);
                return;
            }
            unseat(last);
            pending.add(last);
        }
    }

    private void seat(Claim claim) {
        course.add(claim);
        stands.add(claim);
        watcher.standing(claim, true);
    }

    /** Those set aside for its sake are open again. */
    private void unseat(Claim claim) {
        watcher.standing(claim, false);
        course.remove(claim);
        stands.remove(claim);
        for (Claim freed : List.copyOf(contradicts.getOrDefault(claim, Set.of()))) {
            welcome(freed);
            pending.add(freed);
        }
    }

    private void setAside(Claim claim, Set<Claim> objecting) {
        against.put(claim, objecting);
        objecting.forEach(
                c -> contradicts.computeIfAbsent(c, k -> new HashSet<>(2)).add(claim));
        watcher.aside(claim, true);
    }

    private void welcome(Claim claim) {
        for (Claim objecting : against.remove(claim)) {
            Set<Claim> held = contradicts.get(objecting);
            held.remove(claim);
            if (held.isEmpty()) {
                contradicts.remove(objecting);
            }
        }
        watcher.aside(claim, false);
    }
}
