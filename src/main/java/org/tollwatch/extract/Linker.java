package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;

/**
 * Joins groups with triggers. Each group takes the trigger nearest on a side that trigger allows; groups in a row
 * ("16 soldiers and several civilians were killed", lists of equipment) share one; what follows a marker of parts takes the
 * measure of the whole; plurals and triggers that stand alone come last.
 */
final class Linker {

    /** Items to either side of a group that may hold its trigger. */
    private static final int WINDOW = 30;

    private record Link(int trigger, double cost) {}

    private final List<Item> items;
    private final Link[] links;
    private final double[] weights;
    private final Set<Integer> used = new HashSet<>();
    private final Set<Integer> spent = new HashSet<>();
    private final List<Event> events = new ArrayList<>();
    private final Optional<Event> before;

    private Linker(List<Item> items, Optional<Event> before) {
        this.items = items;
        this.links = new Link[items.size()];
        this.weights = Reach.weights(items);
        this.before = before;
    }

    /** @param before the last event of the sentence before, whose parts this sentence may go on to name */
    static List<Event> link(List<Item> items, Optional<Event> before) {
        return new Linker(items, before).run();
    }

    private List<Event> run() {
        for (int i = 0; i < items.size(); i++) {
            Optional<Group> group = group(i);
            if (group.isPresent() && !group.get().implied()) {
                links[i] = best(i, group.get());
            }
        }
        exclude();
        share();
        for (int i = 0; i < items.size(); i++) {
            explicit(i);
        }
        for (int i = 0; i < items.size(); i++) {
            implicit(i);
        }
        for (int i = 0; i < items.size(); i++) {
            alone(i);
        }
        events.sort(java.util.Comparator.comparingInt(Event::first).thenComparingInt(Event::groupAt));
        return events;
    }

    private Optional<Group> group(int i) {
        return i >= 0 && i < items.size() ? items.get(i).sense(Group.class) : Optional.empty();
    }

    private Link best(int at, Group group) {
        Link best = null;
        double limit = limit(group);
        for (int step : new int[] {-1, 1}) {
            double cost = 0;
            for (int i = at + step; i >= 0 && i < items.size() && Math.abs(i - at) <= WINDOW && cost <= 12; i += step) {
                Optional<Lexeme> trigger = trigger(i, group.noun()).filter(t -> !unknown(t, group));
                if (trigger.isPresent()) {
                    double total = Side.cost(items, i, trigger.get(), step < 0, group) + cost;
                    boolean toll = trigger.get().has("toll") && step < 0;
                    if (total <= (toll ? 12 : limit) && (best == null || total - (toll ? 3 : 0) < best.cost())) {
                        best = new Link(i, Math.max(0, total - (toll ? 3 : 0)));
                    }
                }
                cost += weights[i];
            }
        }
        return best;
    }

    /** What is destroyed may be anything: a noun nobody knows is not taken for people. */
    private static boolean unknown(Lexeme trigger, Group group) {
        return group.other() && trigger.has("gear");
    }

    /** The reading of a trigger that happens to such things: soldiers fall otherwise than shells. */
    private Optional<Lexeme> trigger(int at, NounClass noun) {
        return items.get(at).senses().stream()
                .filter(s -> s.tag() == Tag.TRIGGER && s instanceof Lexeme)
                .map(Lexeme.class::cast)
                .filter(t -> t.measureFor(noun) != null)
                .findFirst();
    }

    private static double limit(Group group) {
        if (group.implied() || group.inner().get(0).is(Tag.ARTICLE)) {
            return 2.7;
        }
        return group.other() ? 3.2 : group.named() ? 8 : 2.2;
    }

    /** A trigger with its own group beside it is not another's, far off. */
    private void exclude() {
        double[] least = new double[items.size()];
        java.util.Arrays.fill(least, Reach.FAR);
        for (Link link : links) {
            if (link != null) {
                least[link.trigger()] = Math.min(least[link.trigger()], link.cost());
            }
        }
        for (int i = 0; i < links.length; i++) {
            if (links[i] != null && links[i].cost() > least[links[i].trigger()] + 3) {
                boolean toll = items.get(links[i].trigger())
                        .lexeme(Tag.TRIGGER)
                        .orElseThrow()
                        .has("toll");
                links[i] = toll ? links[i] : null;
            }
        }
    }

    /** Groups in a row take the trigger of the one that is nearest to its own. */
    private void share() {
        for (int i = 0; i < items.size(); i++) {
            int next = inRow(i);
            if (next > 0 && better(links[i], links[next]) && fits(links[i], next)) {
                links[next] = new Link(links[i].trigger(), links[i].cost() + 0.5);
            }
        }
        for (int i = 1; i < items.size(); i++) {
            int whole = elliptic(i);
            if (whole >= 0) {
                links[i] = new Link(links[whole].trigger(), links[whole].cost() + 0.5);
            }
        }
        for (int i = items.size() - 1; i >= 0; i--) {
            int next = inRow(i);
            if (next > 0 && better(links[next], links[i]) && fits(links[next], i)) {
                links[i] = new Link(links[next].trigger(), links[next].cost() + 0.5);
            }
        }
    }

    /** "50 soldiers were killed there and 49 on the other side": the group before, whose trigger this one leaves out. */
    private int elliptic(int at) {
        boolean said = items.get(at - 1).is(Tag.DASH); // "half of them left - between 70,000 and 75,000 people"
        boolean bare = links[at] == null
                && group(at)
                        .filter(g -> (said || !g.named()) && !g.implied() && g.noun() == NounClass.PERSON)
                        .isPresent();
        boolean joined = items.get(at - 1).isAny(Tag.COORD, Tag.COMMA);
        boolean placed = at + 1 < items.size() && items.get(at + 1).isAny(Tag.LOCATIVE, Tag.OF, Tag.SIDE_OF);
        if (!bare || !said && (!joined || !placed)) {
            return -1;
        }
        for (int i = at - 1; i >= 0 && i > at - WINDOW; i--) {
            if (links[i] != null && links[i].trigger() < at) {
                return i;
            }
        }
        return -1;
    }

    private static boolean better(Link mine, Link other) {
        return mine != null && (other == null || other.cost() > mine.cost() + 1.9);
    }

    private boolean fits(Link link, int at) {
        Group group = group(at).orElseThrow();
        return group.named() && trigger(link.trigger(), group.noun()).isPresent();
    }

    /** The group that follows this one with no more than commas, "and" and names between; -1 when none does. */
    private int inRow(int at) {
        if (group(at).filter(g -> !g.implied() || g.noun() != NounClass.PERSON).isEmpty()) {
            return -1;
        }
        boolean part = at > 0 && items.get(at - 1).is(Tag.SUBSET);
        boolean joined = false;
        int words = 0;
        for (int i = at + 1; i < items.size() && i < at + 10; i++) {
            if (items.get(i).is(Tag.PAREN)) {
                i = closing(i);
                continue;
            }
            if (items.get(i).unknown() && ++words <= 2) {
                continue;
            }
            boolean kind = group(i).filter(g -> g.implied() && g.noun() != NounClass.PERSON)
                    .isPresent();
            if (kind && joined && inRow(i) > 0) {
                continue; // "200 guns and rockets, 25 radars": the list goes on behind what is not counted
            }
            if (items.get(i).is(Tag.GROUP)) {
                return joined ? i : -1;
            }
            if (part && items.get(i).is(Tag.COMMA)) {
                return -1; // "27 killed, including two civilians, and 200 wounded": the parts end here
            }
            joined |= items.get(i).isAny(Tag.COMMA, Tag.COORD) || items.get(i).is(Tag.SPACE);
            if (!items.get(i)
                    .isAny(
                            Tag.COMMA,
                            Tag.COORD,
                            Tag.SPACE,
                            Tag.NAME,
                            Tag.OF,
                            Tag.ARTICLE,
                            Tag.POSSESSIVE,
                            Tag.MORE,
                            Tag.QUOTE)) {
                return -1;
            }
        }
        return -1;
    }

    /** The bracket that closes the one here. */
    private int closing(int open) {
        int end = open + 1;
        while (end < items.size() && end < open + 8 && !items.get(end).is(Tag.PAREN)) {
            end++;
        }
        return end;
    }

    private void explicit(int at) {
        Optional<Group> found = group(at);
        if (found.isEmpty() || found.get().implied()) {
            return;
        }
        Group group = found.get();
        int marker = marker(at);
        boolean own = links[at] != null && links[at].cost() < (marker >= 0 ? 1.5 : Reach.FAR);
        if (group.head().isPresent()) {
            add(group.head().get(), group, at, Optional.empty(), at, marker, 0);
        } else if (own) {
            Lexeme trigger = trigger(links[at].trigger(), group.noun()).orElseThrow();
            used.add(links[at].trigger());
            add(
                    trigger.measureFor(group.noun()),
                    group,
                    at,
                    Optional.of(trigger),
                    links[at].trigger(),
                    marker,
                    links[at].cost());
        } else if (marker >= 0
                && group.named()
                && (group.noun() == NounClass.PERSON || group.noun() == NounClass.GEAR)) {
            part(at, group, marker);
        } else if (group.noun() == NounClass.PERSON && !group.other()) {
            Optional<Event> last = events.isEmpty() ? before : Optional.of(events.get(events.size() - 1));
            last.flatMap(e -> Totals.of(items, at, group, e)).ifPresent(events::add);
        }
    }

    /** A part of the figure before it: the same measure, unless its own words say another. */
    private void part(int at, Group group, int marker) {
        Optional<Event> whole = events.stream()
                .filter(e -> e.last() < marker)
                .max(java.util.Comparator.comparingInt(Event::last))
                .or(() -> wholeAhead(marker, group.noun()));
        whole = whole.isEmpty() ? before : whole;
        boolean gear = group.noun() == NounClass.GEAR;
        if (whole.isPresent()
                && whole.get().measure() != Measure.STRIKES
                && (whole.get().measure() == Measure.EQUIPMENT_LOST) == gear) {
            events.add(new Event(
                    whole.get().measure(), group, at, Optional.empty(), at, group.status(), "", true, marker, at, 1));
        }
    }

    /** The whole may itself be a mention without a number: "casualties on both sides, including 50 soldiers". */
    private Optional<Event> wholeAhead(int marker, NounClass noun) {
        for (int i = marker - 1; i >= 0 && i > marker - WINDOW; i--) {
            Optional<Lexeme> trigger = items.get(i).lexeme(Tag.TRIGGER).filter(t -> t.measureFor(noun) != null);
            if (trigger.isPresent()) {
                return Optional.of(mention(i, trigger.get(), VagueWord.SOME));
            }
        }
        return Optional.empty();
    }

    /** Where the marker of parts stands that governs the group here; -1 when none does. */
    private int marker(int at) {
        double cost = 0;
        for (int i = at - 1; i >= 0 && cost < 3.6; i--) {
            if (items.get(i).is(Tag.SUBSET)) {
                return cost < 2.1 ? i : -1;
            }
            boolean row = items.get(i).is(Tag.GROUP)
                    && inRow(i) > 0
                    && items.get(i).sense(Group.class).filter(g -> !g.implied()).isPresent();
            if (row) {
                return marker(i);
            }
            cost += Reach.weight(items.get(i));
        }
        return Reach.closedBy(items, at);
    }

    private void implicit(int at) {
        Optional<Group> group = group(at).filter(Group::implied).filter(g -> !spent.contains(at));
        if (group.isEmpty()) {
            return;
        }
        int marker = marker(at);
        if (group.get().head().isPresent()) {
            return;
        }
        if (marker == at - 1 && marker >= 0 && group.get().noun() == NounClass.PERSON && !events.isEmpty()) {
            part(at, group.get(), marker);
            return;
        }
        Link link = best(at, group.get());
        boolean stands = link != null
                && items.get(link.trigger()).lexeme(Tag.TRIGGER).orElseThrow().has("bare");
        if (link != null && !used.contains(link.trigger()) && !stands) {
            Lexeme trigger = trigger(link.trigger(), group.get().noun()).orElseThrow();
            used.add(link.trigger());
            add(
                    trigger.measureFor(group.get().noun()),
                    group.get(),
                    at,
                    Optional.of(trigger),
                    link.trigger(),
                    marker,
                    link.cost() + 0.5);
        }
    }

    private void alone(int at) {
        Optional<Lexeme> trigger = items.get(at).lexeme(Tag.TRIGGER).filter(t -> !used.contains(at));
        boolean counted =
                at + 1 < items.size() && items.get(at + 1).is(Tag.LOCATIVE) && (number(at + 2) || number(at + 3));
        if (counted) {
            return; // "put casualties at 100 killed and wounded": the number says it
        }
        if (trigger.filter(t -> t.has("bare")).isPresent()) {
            events.add(mention(at, trigger.get(), trigger.get().vague("bare")));
        } else if (trigger.filter(t -> t.has("weak")).isPresent() && felt(at)) {
            events.add(mention(at, trigger.get(), trigger.get().has("many") ? VagueWord.MANY : VagueWord.SOME));
        }
        Optional<Group> head = group(at).filter(g -> g.implied() && g.head().isPresent());
        if (head.isPresent()) {
            add(head.get().head().get(), head.get(), at, Optional.empty(), at, marker(at), 0);
        }
    }

    private boolean number(int at) {
        return group(at).filter(g -> !g.implied()).isPresent();
    }

    /** A noun of attack speaks of one that was made only where it is said to have been made, felt, or where it fell. */
    private boolean felt(int at) {
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (items.get(i).is(Tag.CARRIED)) {
                return true;
            }
        }
        boolean placed = false;
        for (int i = at + 1; i < items.size() && i <= at + 6; i++) {
            Item item = items.get(i);
            placed |= item.is(Tag.LOCATIVE);
            if (item.is(Tag.CARRIED) || placed && item.isAny(Tag.NAME, Tag.OBJECT)) {
                return true;
            }
            if (item.isAny(Tag.STOP, Tag.BREAK, Tag.SPEECH, Tag.TRIGGER)) {
                return false;
            }
        }
        return false;
    }

    private Event mention(int at, Lexeme trigger, VagueWord word) {
        Measure measure = null;
        NounClass noun = NounClass.PERSON;
        for (NounClass kind : NounClass.values()) {
            if (measure == null && trigger.measureFor(kind) != null) {
                measure = trigger.measureFor(kind);
                noun = kind;
            }
        }
        Group group = new Group(
                Quantity.vague(word),
                noun,
                false,
                trigger.status(),
                trigger.trait("kind"),
                Optional.empty(),
                false,
                true,
                List.of(items.get(at)));
        return new Event(
                measure,
                group,
                at,
                Optional.of(trigger),
                at,
                trigger.status(),
                trigger.trait("kind"),
                false,
                at,
                at,
                0);
    }

    private void add(
            Measure measure, Group said, int at, Optional<Lexeme> trigger, int triggerAt, int marker, double cost) {
        int first = Math.min(at, triggerAt);
        Group group = said;
        if (triggerAt < at && (said.status() == Status.ANY || said.noun() == NounClass.GEAR)) {
            boolean verb = trigger.filter(t -> !t.is("form", "noun")).isPresent();
            int noun = verb ? nounBefore(triggerAt, said.noun()) : -1;
            if (noun >= 0) {
                group = said.of(group(noun).orElseThrow(), items.subList(noun, triggerAt));
                first = noun;
                spent.add(noun);
            }
        }
        Status status = group.status() == Status.ANY && trigger.isPresent()
                ? trigger.get().status()
                : group.status();
        status = status == Status.ANY && group.noun() == NounClass.PERSON
                ? Totals.shared(items, at, group, events)
                : status;
        boolean people = group.noun() == NounClass.PERSON && measure != Measure.STRIKES;
        String label = people
                ? ""
                : !group.label().isEmpty()
                        ? group.label()
                        : trigger.map(t -> t.trait("kind")).orElse("");
        int start = marker >= 0 ? Math.min(first, marker) : first;
        events.add(new Event(
                measure,
                group,
                at,
                trigger,
                triggerAt,
                status,
                label,
                marker >= 0,
                start,
                Math.max(at, triggerAt),
                cost));
    }

    /** "ทหารเสียชีวิต 54 นาย", "โดรนของศัตรูตกหลายลำ": the noun stands before the trigger, the number after it. */
    private int nounBefore(int trigger, NounClass kind) {
        int at = trigger - 1;
        while (at >= 0
                && at > trigger - 5
                && items.get(at)
                        .isAny(
                                Tag.SPACE,
                                Tag.NAME,
                                Tag.AUX,
                                Tag.POSSESSIVE,
                                Tag.OF,
                                Tag.RELATIVE,
                                Tag.ENEMY,
                                Tag.SIDE_OF,
                                Tag.LOCATIVE)) {
            at--;
        }
        return group(at)
                        .filter(g -> g.implied() && g.noun() == kind && g.head().isEmpty())
                        .isPresent()
                ? at
                : -1;
    }
}
