package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What children that do not overlap add up to: their lows add up, and so do their claimants' accounts. What only an
 * adversary says of a child adds nothing to what others say of the rest, so it is carried beside it. The sum is
 * associative, and the order of the children makes no difference.
 *
 * @param spoken the bests of the children of which not only an adversary speaks
 * @param claimed the bests of the others
 * @param grade the worst of the children that {@code spoken} comes from; of the others when there are none
 * @param views what each account knows of the whole: a part
 */
record Sum(
        long low,
        long spoken,
        long claimed,
        Grade grade,
        List<View> views,
        List<Citation> claims,
        List<Finding> findings) {

    private static final List<Grade> FROM_BEST_TO_WORST =
            List.of(Grade.CONFIRMED, Grade.REPORTED, Grade.CLAIMED, Grade.CONTESTED);

    static Sum of(Part child) {
        Figure figure = child.figure();
        boolean claimed = child.claimedOnly();
        return new Sum(
                figure.low(),
                claimed ? 0 : figure.best(),
                claimed ? figure.best() : 0,
                figure.grade(),
                child.views().stream().map(Sum::knowsPart).toList(),
                child.claims(),
                child.findings());
    }

    Sum plus(Sum other) {
        return new Sum(
                low + other.low,
                spoken + other.spoken,
                claimed + other.claimed,
                grade(other),
                together(views, other.views),
                Latest.claims(claims, other.claims),
                Latest.findings(findings, other.findings));
    }

    Part toPart() {
        long best = Part.adversariesOnly(views) ? claimed : spoken;
        return new Part(new Figure(low, best, Count.OPEN, Count.OPEN, grade, views.size()), views, claims, findings);
    }

    private Grade grade(Sum other) {
        boolean claimedHere = Part.adversariesOnly(views);
        if (claimedHere != Part.adversariesOnly(other.views)) {
            return claimedHere ? other.grade : grade;
        }
        return FROM_BEST_TO_WORST.indexOf(grade) >= FROM_BEST_TO_WORST.indexOf(other.grade) ? grade : other.grade;
    }

    private static View knowsPart(View view) {
        return !view.covers() && view.high() == Count.OPEN
                ? view
                : new View(view.account(), view.side(), view.low(), view.best(), Count.OPEN, false);
    }

    /** Both in the order of their accounts. */
    private static List<View> together(List<View> a, List<View> b) {
        List<View> all = new ArrayList<>(Math.max(a.size(), b.size()));
        int j = 0;
        for (View view : a) {
            while (j < b.size() && b.get(j).account().compareTo(view.account()) < 0) {
                all.add(b.get(j++));
            }
            boolean both = j < b.size() && b.get(j).account().equals(view.account());
            all.add(both ? together(view, b.get(j++)) : view);
        }
        all.addAll(b.subList(j, b.size()));
        return List.copyOf(all);
    }

    private static View together(View a, View b) {
        return new View(
                a.account(), nearer(a.side(), b.side()), a.low() + b.low(), a.best() + b.best(), Count.OPEN, false);
    }

    /** Who speaks of one part as its adversary, but not of the other, is not the adversary of both. */
    private static Side nearer(Side a, Side b) {
        if (a == Side.ADVERSARY || b == Side.ADVERSARY) {
            return a == Side.ADVERSARY ? b : a;
        }
        return a == Side.SELF ? a : b;
    }
}
