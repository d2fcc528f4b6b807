package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ledger.Measure;

/**
 * Which trigger each group takes: the nearest on a side that the trigger allows; groups in a row share one, and a number that
 * leaves its trigger out takes that of the group before.
 */
final class Links {

    /** Items to either side of a group that may hold its trigger. */
    private static final int WINDOW = 30;

    private static final Set<String> CREWED =
            Set.of("tank", "armour", "vehicle", "ship", "helicopter", "aircraft", "radar", "depot");

    /**
     * A group's trigger.
     *
     * @param trigger its place
     * @param cost how far the joint reaches
     * @param reading the reading of its word that fits the group and the side it stands on
     */
    record Link(int trigger, double cost, Lexeme reading) {

        /** The same for a group that shares it. */
        Link shared() {
            return new Link(trigger, cost + 0.5, reading);
        }
    }

    private final List<Item> items;
    private final Rows rows;
    private final Link[] links;
    private final double[] weights;

    Links(List<Item> items) {
        this.items = items;
        this.rows = new Rows(items);
        this.links = new Link[items.size()];
        this.weights = Reach.weights(items);
        for (int i = 0; i < items.size(); i++) {
            Optional<Group> group = Items.group(items, i);
            if (group.isPresent() && !group.get().implied()) {
                links[i] = best(i, group.get()).orElse(null);
            }
        }
        exclude();
        behindPeople();
        share();
    }

    /** The trigger of the group there, if it has one. */
    Optional<Link> of(int at) {
        return Optional.ofNullable(links[at])
                .filter(link -> fits(link, Items.group(items, at).orElseThrow()));
    }

    /** What a group shares with its neighbour must be able to happen to what it counts. */
    private boolean fits(Link link, Group group) {
        return link.reading().measureFor(group.noun()) != null
                || trigger(link.trigger(), group.noun()).isPresent();
    }

    private Lexeme trigger(Link link) {
        return items.get(link.trigger()).lexeme(Tag.TRIGGER).orElseThrow();
    }

    /** What is destroyed may be anything: a noun nobody knows is not taken for people. */
    private static boolean unknown(Lexeme trigger, Group group) {
        return group.other() && (trigger.has("gear") || trigger.is("scope", "people"));
    }

    /** What drives, sails or is flown by a crew is not launched: "tung 300 xe tăng" is no strike. */
    private static boolean launched(Lexeme trigger, Group group) {
        return group.noun() == NounClass.GEAR
                && trigger.measureFor(NounClass.GEAR) == Measure.STRIKES
                && CREWED.contains(group.label())
                && group.inner().stream().noneMatch(i -> i.is(Tag.AMMO))
                && group.inner().stream().noneMatch(i -> i.is(Tag.CLASSIFIER, "form", "ammo"));
    }

    /** The reading of a trigger that happens to such things: soldiers fall otherwise than shells. */
    private List<Lexeme> triggers(int at, NounClass noun) {
        Item item = items.get(at);
        if (!item.is(Tag.TRIGGER)) {
            return List.of();
        }
        List<Lexeme> triggers = new ArrayList<>(1);
        for (Sense sense : item.senses()) {
            if (sense instanceof Lexeme lexeme && lexeme.tag() == Tag.TRIGGER && lexeme.measureFor(noun) != null) {
                triggers.add(lexeme);
            }
        }
        return triggers;
    }

    Optional<Lexeme> trigger(int at, NounClass noun) {
        List<Lexeme> triggers = triggers(at, noun);
        return triggers.isEmpty() ? Optional.empty() : Optional.of(triggers.get(0));
    }

    /** The nearest trigger for a group, used or not. */
    Optional<Link> best(int at, Group group) {
        Link best = null;
        double limit = limit(group);
        for (int step : new int[] {-1, 1}) {
            double cost = 0;
            boolean noun = group.other() && step > 0;
            for (int i = at + step; i >= 0 && i < items.size() && Math.abs(i - at) <= WINDOW && cost <= 12; i += step) {
                for (Lexeme trigger : triggers(i, group.noun())) {
                    if (trigger.has("toll") && step < 0 && otherwise(at, group, trigger)) {
                        continue;
                    }
                    double total = Side.cost(items, i, trigger, step < 0, group) + cost;
                    boolean toll = trigger.has("toll") && step < 0;
                    double reach = Math.max(0, total - (toll ? 3 : 0));
                    boolean near = total <= (toll ? 12 : limit)
                            && !unknown(trigger, group)
                            && !launched(trigger, group)
                            && !adjective(trigger, group)
                            && !carrier(trigger, group)
                            && !(step < 0 && did(at) && trigger.measureFor(group.noun()) != Measure.STRIKES);
                    if (near && (best == null || total - (toll ? 3 : 0) < best.cost())) {
                        best = new Link(i, reach, trigger);
                    }
                }
                boolean apart = group.implied()
                        && items.get(i)
                                .isAny(Tag.SPACE, Tag.COMMA, Tag.PRONOUN, Tag.SPEECH); // in Thai a space parts clauses
                noun &= items.get(i).unknown(); // its own noun, which no pack knows: "một lâm tặc thiệt mạng"
                cost += noun ? 0 : weights[i] + (apart ? 3 : 0);
            }
        }
        return Optional.ofNullable(best);
    }

    /** "Put losses at 1,250 troops killed or wounded": the words right behind the number say what it counts. */
    private boolean otherwise(int at, Group group, Lexeme toll) {
        return at + 1 < items.size()
                && trigger(at + 1, group.noun())
                        .filter(t ->
                                t.is("form", "verb") && t.measureFor(group.noun()) != toll.measureFor(group.noun()))
                        .isPresent();
    }

    /** "A fatal shooting at 11290 Elm Street": such a word speaks of the noun after it and counts nobody. */
    private static boolean adjective(Lexeme trigger, Group group) {
        return trigger.is("form", "adjective") && trigger.has("bare") && !group.implied();
    }

    /** "50 jets struck 80 targets": of equipment only drones are themselves what is launched. */
    private static boolean carrier(Lexeme trigger, Group group) {
        return group.noun() == NounClass.GEAR
                && trigger.measureFor(NounClass.GEAR) == Measure.STRIKES
                && List.of("aircraft", "helicopter", "tank", "armour", "ship", "vehicle")
                        .contains(group.label());
    }

    /** "Killed by three gunmen", "tués par des soldats": those did it. */
    private boolean did(int at) {
        int by = at - 1;
        while (by > 0
                && items.get(by).isAny(Tag.ARTICLE, Tag.OF)
                && !items.get(by).is(Tag.BY)) {
            by--;
        }
        return by >= 0 && items.get(by).is(Tag.BY) && !items.get(by).is(Tag.AGAINST);
    }

    private static double limit(Group group) {
        if (group.inner().get(0).is(Tag.ARTICLE) || Carried.number(group.inner(), 0) == 1) {
            return 1.9; // "..., a doctor said" is nobody's number
        }
        if (group.implied()) {
            return 2.7;
        }
        return group.other() ? 3.2 : group.named() ? 8 : 2.2;
    }

    /** The trigger of a whole that stands behind its part: "5'i çocuk olmak üzere 12 kişi öldü". */
    Optional<Link> behind(int at, NounClass noun) {
        for (int i = at + 1; i < items.size() && i < at + WINDOW; i++) {
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
                links[next] = best(i, things.get()).map(Link::shared).orElse(null);
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
        for (int i = at - 1; i >= 0 && i > at - WINDOW; i--) {
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
        return group.named() && trigger(link.trigger(), group.noun()).isPresent();
    }

    /** Where the marker of parts stands that governs the group here; -1 when none does. */
    int marker(int at) {
        return rows.marker(at);
    }
}
