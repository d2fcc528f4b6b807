package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ledger.Measure;

/** The triggers of a sentence, and which of them is nearest to a group on a side that it allows. */
final class Triggers {

    /** Items to either side of a group that may hold its trigger. */
    static final int WINDOW = 30;

    /** How far before a number the word of a toll may stand: it waits for it. */
    private static final double TOLL = 12;

    /** How much nearer a toll is than another trigger. */
    private static final double FIRST = 3;

    private static final Set<String> CREWED = Set.of("aircraft", "helicopter", "tank", "armour", "ship", "vehicle");

    private final List<Item> items;
    private final double[] weights;

    /** @param weights of the items, as {@link Reach} weighs them */
    Triggers(List<Item> items, double[] weights) {
        this.items = items;
        this.weights = weights;
    }

    /** The trigger there, read as what happens to such things. */
    Optional<Lexeme> at(int at, NounClass noun) {
        return readings(at, noun).stream().findFirst();
    }

    /** The readings of a trigger that happens to such things: soldiers fall otherwise than shells. */
    private List<Lexeme> readings(int at, NounClass noun) {
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

    /** The nearest trigger for a group, used or not. */
    Optional<Link> nearest(int at, Group group) {
        return Optional.ofNullable(nearest(at, group, 1, nearest(at, group, -1, null)));
    }

    private Link nearest(int at, Group group, int step, Link found) {
        Link best = found;
        double cost = 0;
        boolean noun = group.other() && step > 0;
        for (int i = at + step; i >= 0 && i < items.size() && Math.abs(i - at) <= WINDOW && cost <= 12; i += step) {
            for (Lexeme trigger : readings(i, group.noun())) {
                boolean toll = trigger.has("toll") && step < 0;
                double total = Side.cost(items, i, trigger, step < 0, group) + cost;
                double reach = total - (toll ? FIRST : 0);
                boolean near = total <= (toll ? TOLL : limit(group)) && goes(trigger, step < 0, at, group);
                if (near && (best == null || reach < best.cost())) {
                    best = new Link(i, Math.max(0, reach), trigger);
                }
            }
            boolean apart = group.implied()
                    && items.get(i)
                            .isAny(Tag.SPACE, Tag.COMMA, Tag.PRONOUN, Tag.SPEECH); // in Thai a space parts clauses
            noun &= items.get(i).unknown(); // its own noun, which no pack knows: "một lâm tặc thiệt mạng"
            cost += noun ? 0 : weights[i] + (apart ? 3 : 0);
        }
        return best;
    }

    /** Whether what the trigger says can be said of the group. */
    private boolean goes(Lexeme trigger, boolean before, int at, Group group) {
        boolean otherwise = before && trigger.has("toll") && otherwise(at, group, trigger);
        boolean did = before && trigger.measureFor(group.noun()) != Measure.STRIKES && did(at);
        return !otherwise
                && !did
                && !unknown(trigger, group)
                && !launched(trigger, group)
                && !adjective(trigger, group);
    }

    /** "Put losses at 1,250 troops killed or wounded": the words right behind the number say what it counts. */
    private boolean otherwise(int at, Group group, Lexeme toll) {
        return at + 1 < items.size()
                && at(at + 1, group.noun())
                        .filter(t ->
                                t.is("form", "verb") && t.measureFor(group.noun()) != toll.measureFor(group.noun()))
                        .isPresent();
    }

    /** What is destroyed may be anything: a noun nobody knows is not taken for people. */
    private static boolean unknown(Lexeme trigger, Group group) {
        return group.other() && (trigger.has("gear") || trigger.is("scope", "people"));
    }

    /** Of equipment only drones are themselves what is launched: "50 jets struck 80 targets", "tung 300 xe tăng". */
    private static boolean launched(Lexeme trigger, Group group) {
        boolean strikes = group.noun() == NounClass.GEAR && trigger.measureFor(NounClass.GEAR) == Measure.STRIKES;
        boolean ammo = group.inner().stream().anyMatch(i -> i.is(Tag.AMMO) || i.is(Tag.CLASSIFIER, "form", "ammo"));
        boolean fixed = Set.of("radar", "depot").contains(group.label()) && !ammo;
        return strikes && (fixed || CREWED.contains(group.label()));
    }

    /** "A fatal shooting at 11290 Elm Street": such a word speaks of the noun after it and counts nobody. */
    private static boolean adjective(Lexeme trigger, Group group) {
        return trigger.is("form", "adjective") && trigger.has("bare") && !group.implied();
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

    /** How far a group of its kind looks for its trigger. */
    private static double limit(Group group) {
        if (group.inner().get(0).is(Tag.ARTICLE) || Carried.number(group.inner(), 0) == 1) {
            return 1.9; // "..., a doctor said" is nobody's number
        }
        if (group.implied()) {
            return 2.7;
        }
        return group.other() ? 3.2 : group.named() ? 8 : 2.2;
    }
}
