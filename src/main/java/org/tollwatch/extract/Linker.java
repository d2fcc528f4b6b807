package org.tollwatch.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;

/**
 * Makes events of groups and their triggers. What follows a marker of parts takes the measure of the whole; plurals and
 * triggers that stand alone come last, where nothing else has taken them.
 */
final class Linker {

    private final List<Item> items;
    private final Links links;
    private final Nouns nouns;
    private final Told told;
    private final Parts parts;
    private final Wholes wholes;
    private final Set<Integer> used = new HashSet<>();
    private final Set<Integer> spent = new HashSet<>();

    private Linker(List<Item> items, Optional<Event> before) {
        this.items = items;
        this.links = new Links(items);
        this.nouns = new Nouns(items);
        this.told = new Told(before);
        this.parts = new Parts(items, links, told);
        this.wholes = new Wholes(items, links, told, parts);
    }

    /** @param before the last event of the sentence before, whose parts this sentence may go on to name */
    static List<Event> link(List<Item> items, Optional<Event> before) {
        return new Linker(items, before).run();
    }

    private List<Event> run() {
        for (int i = 0; i < items.size(); i++) {
            explicit(i);
        }
        for (int i = 0; i < items.size(); i++) {
            implicit(i);
        }
        for (int i = 0; i < items.size(); i++) {
            alone(i);
        }
        return told.inOrder();
    }

    private void explicit(int at) {
        Optional<Group> found = Items.group(items, at);
        if (found.isEmpty() || found.get().implied()) {
            return;
        }
        Group group = found.get();
        int marker = links.marker(at);
        Optional<Link> link = links.of(at).filter(l -> l.cost() < (marker >= 0 ? 1.5 : Reach.FAR));
        if (group.noun() == NounClass.GEAR && Civil.besideHouses(items, at)) {
            return; // "7,800 homes and 720 vehicles were damaged"
        }
        boolean bodies = group.inner().stream().anyMatch(i -> i.has(Tag.CLASSIFIER, "head"));
        if (group.head().isPresent()
                && !(bodies && (link.isPresent() || marker >= 0))
                && !link.filter(l -> fate(group, at, l)).isPresent()) {
            add(group.head().get(), group, at, Optional.empty(), at, marker, 0);
        } else if (!worded(at, group, marker)) {
            if (link.isPresent()) {
                linked(group, at, link.get(), marker, 0);
            } else if (marker >= 0 && parts.marked(at, group, marker)) {
                wholes.part(at, group, marker);
            } else {
                leftOut(at, group, marker);
            }
        }
    }

    /** A part whose own words say what became of it. */
    private boolean worded(int at, Group group, int marker) {
        Optional<Measure> dead = parts.said(at + 1);
        if (dead.isPresent() && !group.named() && !group.other()) {
            told.add(wholes.of(dead.get(), group, at, at + 1)); // "ten of the wounded were in hospital"
        } else if (parts.wholeRightBehind(at, group)) {
            wholes.part(at, group, at);
        } else if (parts.launched(group, marker)) {
            told.add(wholes.of(Measure.STRIKES, group, at, marker));
        } else {
            return false;
        }
        return true;
    }

    /** A figure that leaves out what it counts, for the one before it has said it. */
    private void leftOut(int at, Group group, int marker) {
        Optional<Event> last = told.here();
        if (marker < 0 && (parts.are(at, group) || parts.among(at, group))) {
            told.add(wholes.of(last.orElseThrow().measure(), group, at, at));
        } else if (marker < 0 && parts.ofThem(at, group)) {
            told.add(Totals.part(items, at, group, last.orElseThrow()));
        } else if (parts.elsewhere(at, group)) {
            told.add(Totals.elsewhere(at, group, last.orElseThrow()));
        } else if (group.noun() == NounClass.PERSON && !group.other()) {
            told.last().flatMap(e -> Totals.of(items, at, group, e)).ifPresent(told::add);
        }
    }

    /** "Three hostages died", "12 refugees were killed": what befell them stands right beside what they were before. */
    private static boolean fate(Group group, int at, Link link) {
        boolean living = Set.of(Measure.CAPTURED, Measure.DISPLACED, Measure.EVACUATED)
                .contains(group.head().orElseThrow());
        Measure befell = link.reading().measureFor(NounClass.PERSON);
        return living && Math.abs(link.trigger() - at) == 1 && (befell == Measure.KILLED || befell == Measure.WOUNDED);
    }

    private void implicit(int at) {
        Optional<Group> group = Items.group(items, at).filter(Group::implied).filter(g -> !spent.contains(at));
        if (group.isEmpty()) {
            return;
        }
        int marker = links.marker(at);
        if (group.get().head().isPresent() || marker == at - 1 && all(marker, group.get())) {
            return;
        }
        if (marker == at - 1
                && marker >= 0
                && group.get().noun() == NounClass.PERSON
                && told.here().isPresent()) {
            wholes.part(at, group.get(), marker);
            return;
        }
        Optional<Link> link = links.triggers().nearest(at, group.get()).filter(l -> !used.contains(l.trigger()));
        boolean spoken = link.filter(l -> trigger(l).has("weak") && trigger(l).is("form", "state")
                        || trigger(l).has("number"))
                .isPresent(); // "the child who died", "the names of the victims": spoken of, and told elsewhere
        if (!spoken && !speaks(at) && link.filter(l -> !trigger(l).has("bare")).isPresent()) {
            linked(group.get(), at, link.get(), marker, 0.5);
        }
    }

    /** "Police believe", "the killing, officers said": such people tell of it. */
    private boolean speaks(int at) {
        int next = at + 1;
        while (next < items.size() && items.get(next).is(Tag.AUX)) {
            next++;
        }
        return next < items.size() && items.get(next).is(Tag.SPEECH) && !SpeechVerbs.subjectAfter(items.get(next));
    }

    /** "31 people, all of them civilians": who all the counted were. */
    private boolean all(int marker, Group group) {
        boolean whole = marker >= 0 && items.get(marker).is(Tag.SUBSET, "form", "whole");
        if (!whole) {
            return false;
        }
        told.allWere(group.status(), marker);
        return true;
    }

    private void linked(Group group, int at, Link link, int marker, double more) {
        Lexeme trigger = link.reading().measureFor(group.noun()) != null
                ? link.reading()
                : links.triggers().at(link.trigger(), group.noun()).orElseThrow();
        used.add(link.trigger());
        add(
                trigger.measureFor(group.noun()),
                group,
                at,
                Optional.of(trigger),
                link.trigger(),
                marker,
                link.cost() + more);
    }

    private Lexeme trigger(Link link) {
        return items.get(link.trigger()).lexeme(Tag.TRIGGER).orElseThrow();
    }

    private void alone(int at) {
        Optional<Lexeme> trigger = items.get(at).lexeme(Tag.TRIGGER).filter(t -> !used.contains(at));
        boolean counted = at + 1 < items.size()
                && items.get(at + 1).is(Tag.LOCATIVE)
                && (Items.counted(items, at + 2) || Items.counted(items, at + 3));
        boolean ranked = at > 0 && items.get(at - 1).is(Tag.SUPERLATIVE); // "la plus meurtrière depuis"
        if (counted || ranked) {
            return; // "put casualties at 100 killed and wounded": the number says it
        }
        if (trigger.filter(t -> t.has("bare")).isPresent()) {
            told.add(Mentions.of(items, at, trigger.get(), trigger.get().vague("bare")));
        } else if (trigger.filter(t -> t.has("weak") && !t.is("form", "state")).isPresent()
                && Mentions.felt(items, at)) {
            told.add(
                    Mentions.of(items, at, trigger.get(), trigger.get().has("many") ? VagueWord.MANY : VagueWord.SOME));
        }
        Optional<Group> head =
                Items.group(items, at).filter(g -> g.implied() && g.head().isPresent());
        if (head.isPresent()) {
            add(head.get().head().get(), head.get(), at, Optional.empty(), at, links.marker(at), 0);
        }
    }

    private void add(
            Measure measure, Group said, int at, Optional<Lexeme> trigger, int triggerAt, int marker, double cost) {
        int first = Math.min(at, triggerAt);
        Group group = said;
        boolean nounless =
                said.inner().stream().noneMatch(i -> i.is(Tag.PERSON) && !i.is(Tag.CLASSIFIER) || Reading.people(i));
        if (triggerAt < at && nounless) {
            boolean verb = trigger.filter(t -> !t.is("form", "noun") && !nouns.does(triggerAt, t, said))
                    .isPresent();
            int noun = verb ? nouns.before(triggerAt, said.noun()) : -1;
            if (noun >= 0 && !nouns.doer(noun, said)) {
                group = said.of(Items.group(items, noun).orElseThrow(), items.subList(noun, triggerAt));
                first = noun;
                spent.add(noun);
            }
        }
        Status status = Whom.of(items, group, at, trigger, told);
        boolean people = group.noun() == NounClass.PERSON && measure != Measure.STRIKES;
        String own = group.label().isEmpty() ? trigger.map(t -> t.trait("kind")).orElse("") : group.label();
        String label = people ? "" : own;
        int start = marker >= 0 ? Math.min(first, marker) : first;
        told.add(new Event(
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
}
