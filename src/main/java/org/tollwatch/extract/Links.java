package org.tollwatch.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which trigger each group takes: the nearest on a side that the trigger allows; groups in a row share one, and a number that
 * leaves its trigger out takes that of the group before.
 */
final class Links {

    private final List<Item> items;
    private final Rows rows;
    private final Link[] links;
    private final double[] weights;
    private final Triggers triggers;

    Links(List<Item> items) {
        this.items = items;
        this.rows = new Rows(items);
        this.links = new Link[items.size()];
        this.weights = Reach.weights(items);
        this.triggers = new Triggers(items, weights);
        for (int i = 0; i < items.size(); i++) {
            Optional<Group> group = Items.group(items, i);
            if (group.isPresent() && !group.get().implied()) {
                links[i] = triggers.nearest(i, group.get()).orElse(null);
            }
        }
        exclude();
        behindPeople();
        share();
    }

    Triggers triggers() {
        return triggers;
    }

    /** The trigger of the group there, if it has one. */
    Optional<Link> of(int at) {
        return Optional.ofNullable(links[at])
                .filter(link -> fits(link, Items.group(items, at).orElseThrow()));
    }

    /** What a group shares with its neighbour must be able to happen to what it counts. */
    private boolean fits(Link link, Group group) {
        return link.reading().measureFor(group.noun()) != null
                || triggers.at(link.trigger(), group.noun()).isPresent();
    }

    private Lexeme trigger(Link link) {
        return items.get(link.trigger()).lexeme(Tag.TRIGGER).orElseThrow();
    }

    /** The trigger of a whole that stands behind its part: "5'i çocuk olmak üzere 12 kişi öldü". */
    Optional<Link> behind(int at, NounClass noun) {
        for (int i = at + 1; i < items.size() && i < at + Triggers.WINDOW; i++) {
            boolean kind = links[i] != null
                    && Items.group(items, i).filter(g -> g.noun() == noun).isPresent();
            if (kind) {
                return of(i);
            }
        }
        return Optional.empty();
    }

    /** A trigger with its own group beside it is not another's, far off. */
    private void exclude() {
        double[] least = new double[items.size()];
        Arrays.fill(least, Reach.FAR);
        for (int i = 0; i < links.length; i++) {
            boolean inserted =
                    weights[i] < 0.2; // "2,570 people, among them 600 children, fled": the part is not its own
            if (links[i] != null && !inserted) {
                least[links[i].trigger()] = Math.min(least[links[i].trigger()], links[i].cost());
            }
        }
        for (int i = 0; i < links.length; i++) {
            if (links[i] != null && i < links[i].trigger() && links[i].cost() > 0.5 && takenBehind(links[i])) {
                links[i] = null; // "13 คน เสียชีวิต 9 ราย": the number behind the verb is the one it counts
            }
        }
        for (int i = 0; i < links.length; i++) {
            if (links[i] != null && links[i].cost() > least[links[i].trigger()] + 3) {
                boolean toll = trigger(links[i]).has("toll");
                links[i] = toll ? links[i] : null;
            }
        }
    }

    private boolean takenBehind(Link link) {
        int next = link.trigger() + 1;
        boolean beside = next < links.length && links[next] != null && links[next].trigger() == link.trigger();
        return beside && links[next].cost() == 0 && trigger(link).is("form", "state");
    }

    /** "Lost 40 men killed and wounded, two tanks": things behind people in a row take the verb before both. */
    private void behindPeople() {
        for (int i = 0; i < items.size(); i++) {
            int next = rows.next(i);
            Optional<Group> things = next > 0 && links[next] == null
                    ? Items.group(items, next).filter(g -> g.named() && g.noun() == NounClass.GEAR)
                    : Optional.empty();
            if (things.isPresent()
                    && Items.group(items, i)
                            .filter(g -> g.noun() == NounClass.PERSON)
                            .isPresent()) {
                links[next] =
                        triggers.nearest(i, things.get()).map(Link::shared).orElse(null);
            }
        }
    }

    /** Groups in a row take the trigger of the one that is nearest to its own. */
    private void share() {
        for (int i = 0; i < items.size(); i++) {
            int next = rows.next(i);
            if (next > 0 && better(links[i], links[next]) && fits(links[i], next)) {
                links[next] = links[i].shared();
            }
        }
        for (int i = 1; i < items.size(); i++) {
            int whole = elliptic(i);
            if (whole >= 0) {
                links[i] = links[whole].shared();
            }
        }
        for (int i = items.size() - 1; i >= 0; i--) {
            int next = rows.next(i);
            if (next > 0 && better(links[next], links[i]) && fits(links[next], i)) {
                links[i] = links[next].shared();
            }
        }
    }

    /** "50 soldiers were killed there and 49 on the other side": the group before, whose trigger this one leaves out. */
    private int elliptic(int at) {
        boolean said = items.get(at - 1).is(Tag.DASH); // "half of them left - between 70,000 and 75,000 people"
        boolean bare = links[at] == null
                && Items.group(items, at)
                        .filter(g -> (said || !g.named()) && !g.implied() && g.noun() == NounClass.PERSON)
                        .isPresent();
        boolean joined = items.get(at - 1).isAny(Tag.COORD, Tag.COMMA);
        boolean placed = at + 1 < items.size() && items.get(at + 1).isAny(Tag.LOCATIVE, Tag.OF, Tag.SIDE_OF);
        if (!bare || !said && (!joined || !placed)) {
            return -1;
        }
        for (int i = at - 1; i >= 0 && i > at - Triggers.WINDOW; i--) {
            if (links[i] != null && links[i].trigger() < at) {
                return Items.group(items, i)
                                .filter(g -> g.noun() == NounClass.PERSON)
                                .isPresent()
                        ? i
                        : -1;
            }
        }
        return -1;
    }

    private static boolean better(Link mine, Link other) {
        return mine != null && (other == null || other.cost() > mine.cost() + 1.9);
    }

    private boolean fits(Link link, int at) {
        Group group = Items.group(items, at).orElseThrow();
        return group.named() && triggers.at(link.trigger(), group.noun()).isPresent();
    }

    /** Where the marker of parts stands that governs the group here; -1 when none does. */
    int marker(int at) {
        return rows.marker(at);
    }
}
