package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** Items before a marker of parts that may hold the whole. */
    private static final int WINDOW = 30;

    private final List<Item> items;
    private final Links links;
    private final Nouns nouns;
    private final Set<Integer> used = new HashSet<>();
    private final Set<Integer> spent = new HashSet<>();
    private final List<Event> events = new ArrayList<>();
    private final Optional<Event> before;

    private Linker(List<Item> items, Optional<Event> before) {
        this.items = items;
        this.links = new Links(items);
        this.nouns = new Nouns(items);
        this.before = before;
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
        events.sort(Comparator.comparingInt(Event::first).thenComparingInt(Event::groupAt));
        return events;
    }

    private void explicit(int at) {
        Optional<Group> found = Items.group(items, at);
        if (found.isEmpty() || found.get().implied()) {
            return;
        }
        Group group = found.get();
        int marker = links.marker(at);
        Optional<Links.Link> link = links.of(at).filter(l -> l.cost() < (marker >= 0 ? 1.5 : Reach.FAR));
        Optional<Measure> dead = said(at + 1);
        if (group.noun() == NounClass.GEAR && Civil.besideHouses(items, at)) {
            return; // "7,800 homes and 720 vehicles were damaged"
        }
        boolean bodies = group.inner().stream().anyMatch(i -> i.has(Tag.CLASSIFIER, "head"));
        if (group.head().isPresent()
                && !(bodies && (link.isPresent() || marker >= 0))
                && !link.filter(l -> fate(group, at, l)).isPresent()) {
            add(group.head().get(), group, at, Optional.empty(), at, marker, 0);
        } else if (dead.isPresent() && !group.named() && !group.other()) {
            events.add(part(dead.get(), group, at, at + 1)); // "ten of the wounded were in hospital"
        } else if (wholeRightBehind(at, group)) {
            part(at, group, at);
        } else if (marker >= 0 && launched(group) && afterStrikes(marker)) {
            events.add(part(Measure.STRIKES, group, at, marker));
        } else if (link.isPresent()) {
            linked(group, at, link.get(), marker, 0);
        } else if (marker >= 0
                && (group.named() || SubsetStage.ofPeople(items.get(marker)) || marker == at - 1 && placed(at + 1))
                && (group.noun() == NounClass.PERSON || group.noun() == NounClass.GEAR)) {
            part(at, group, marker);
        } else if (marker < 0 && are(at, group)) {
            events.add(part(events.get(events.size() - 1).measure(), group, at, at));
        } else if (marker < 0 && among(at, group)) {
            events.add(part(events.get(events.size() - 1).measure(), group, at, at));
        } else if (marker < 0 && ofThem(at, group)) {
            events.add(Totals.part(items, at, group, events.get(events.size() - 1)));
        } else if (elsewhere(at, group)) {
            events.add(Totals.elsewhere(at, group, events.get(events.size() - 1)));
        } else if (group.noun() == NounClass.PERSON && !group.other()) {
            last().flatMap(e -> Totals.of(items, at, group, e)).ifPresent(events::add);
        }
    }

    /** "เสียชีวิต 13 ราย เป็นเด็กชาย 1 ราย": what some of those just counted are. */
    private boolean are(int at, Group group) {
        boolean being = group.named()
                && group.noun() == NounClass.PERSON
                && !events.isEmpty()
                && at > 0
                && items.get(at - 1).is(Tag.AUX, "form", "being");
        Event last = being ? events.get(events.size() - 1) : null;
        return being
                && last.counted()
                && last.group().noun() == NounClass.PERSON
                && last.measure() != Measure.STRIKES
                && last.last() >= at - 4
                && group.quantity().count().low()
                        < last.group().quantity().count().low();
    }

    /** "Trong số 26 người chết có 12 trẻ em và 5 phụ nữ": who is said to be among the people just counted. */
    private boolean among(int at, Group group) {
        int has = at - 1;
        while (has > 0
                && (items.get(has).isAny(Tag.COORD, Tag.COMMA, Tag.SPACE)
                        || Items.group(items, has)
                                .filter(g -> g.named() && !g.implied())
                                .isPresent())) {
            has--;
        }
        boolean people = group.named() && group.noun() == NounClass.PERSON && has > 0;
        if (!people || !items.get(has).is(Tag.GENITIVE) || events.isEmpty()) {
            return false;
        }
        Event last = events.get(events.size() - 1);
        for (int i = has - 1; i >= 0 && !items.get(i).isAny(Tag.COMMA, Tag.STOP); i--) {
            boolean dead = items.get(i).has(Tag.SUBSET, "person"); // "ในจำนวนผู้เสียชีวิต 26 ราย มีเด็ก 12 คน"
            if (dead || CountedNoun.whole(items.get(i))) {
                return last.groupAt() > i && last.counted();
            }
        }
        return false;
    }

    private static boolean launched(Group group) {
        return group.named()
                && (group.noun() == NounClass.AMMO || group.noun() == NounClass.GEAR && "drone".equals(group.label()));
    }

    /** "Launched 472 weapons, including 440 drones": the figure before the marker counts what was launched, or shot down. */
    private boolean afterStrikes(int marker) {
        return events.stream()
                .filter(e -> e.last() < marker && e.counted())
                .max(Comparator.comparingInt(Event::last))
                .filter(e -> e.measure() == Measure.STRIKES
                        && (e.group().noun() == NounClass.AMMO || e.group().noun() == NounClass.GEAR))
                .isPresent();
    }

    /** "Including 12 in Gaza", "dont 3.800 depuis janvier": a part that only a place or a time tells from the whole. */
    private boolean placed(int at) {
        int word = at < items.size() && items.get(at).is(Tag.DASH) ? at + 1 : at;
        return word < items.size() && items.get(word).isAny(Tag.LOCATIVE, Tag.SINCE, Tag.DATE);
    }

    /** "Three hostages died", "12 refugees were killed": what befell them stands right beside what they were before. */
    private static boolean fate(Group group, int at, Links.Link link) {
        boolean living = Set.of(Measure.CAPTURED, Measure.DISPLACED, Measure.EVACUATED)
                .contains(group.head().orElseThrow());
        Measure befell = link.reading().measureFor(NounClass.PERSON);
        return living && Math.abs(link.trigger() - at) == 1 && (befell == Measure.KILLED || befell == Measure.WOUNDED);
    }

    /** "11 drones were shot down over one region, 23 – over another": a number alone, and another place. */
    private boolean elsewhere(int at, Group group) {
        boolean dash = at + 2 < items.size() && items.get(at + 1).is(Tag.DASH);
        boolean place = dash
                ? items.get(at + 2).is(Tag.LOCATIVE)
                : at + 2 < items.size()
                        && items.get(at + 1).is(Tag.LOCATIVE)
                        && Reading.name(items.get(at + 2), Name.Kind.PLACE).isPresent();
        int where = dash ? at + 2 : at + 1;
        boolean gear = !events.isEmpty()
                && events.get(events.size() - 1).group().noun() == NounClass.GEAR
                && where + 1 < items.size()
                && items.get(where).is(Tag.LOCATIVE)
                && (place || items.get(where + 1).unknown()); // a region in a case that no list has, or the sea
        boolean listed = gear
                && at > 1
                && items.get(at - 1).is(Tag.STOP)
                && events.get(events.size() - 1).last() >= at - 3; // "33 drones: 18 over one region, nine over another"
        return (place || gear)
                && !group.named()
                && !group.other()
                && at > 0
                && (items.get(at - 1).isAny(Tag.COMMA, Tag.COORD, Tag.MORE) || listed)
                && !events.isEmpty()
                && events.get(events.size() - 1).counted()
                && Reach.between(items, events.get(events.size() - 1).last(), at) < 12;
    }

    /** "2'si çocuk 9 kişi yaralandı": people right before those that they are a part of, where the verb stands last. */
    private boolean wholeRightBehind(int at, Group group) {
        boolean row = group.noun() == NounClass.PERSON
                && group.named()
                && !group.implied()
                && at + 1 < items.size()
                && items.get(at + 1)
                        .sense(Group.class)
                        .filter(g -> g.noun() == NounClass.PERSON && g.named() && !g.implied())
                        .isPresent();
        return row
                && links.behind(at, group.noun())
                        .filter(l -> l.reading().is("side", "before"))
                        .isPresent();
    }

    private Optional<Event> last() {
        return events.isEmpty() ? before : Optional.of(events.get(events.size() - 1));
    }

    /** A part of the figure before it: the same measure, unless its own words say another. */
    private void part(int at, Group group, int marker) {
        Optional<Event> whole = wholeRightBehind(at, group)
                ? Optional.empty()
                : events.stream()
                        .filter(e -> e.last() < marker)
                        .max(Comparator.comparingInt(Event::last))
                        .or(() -> wholeAhead(marker, group.noun()));
        whole = whole.or(() -> links.behind(at, group.noun())
                        .map(l -> Mentions.of(items, l.trigger(), l.reading(), VagueWord.SOME)))
                .or(() -> before);
        boolean gear = group.noun() == NounClass.GEAR;
        Optional<Measure> said = said(marker); // "five of the dead"
        if (said.isPresent() && !gear) {
            events.add(part(said.get(), group, at, marker));
            return;
        }
        if (whole.isPresent()
                && !ofOthers(whole.get(), at, marker)
                && whole.get().measure() != Measure.STRIKES
                && (whole.get().measure() == Measure.EQUIPMENT_LOST) == gear) {
            events.add(part(whole.get().measure(), group, at, marker));
        }
    }

    /** "158 drones, two of them over the capital": a number alone that counts some of the figure right before it. */
    private boolean ofThem(int at, Group group) {
        boolean them = !group.named()
                && !group.other()
                && at > 0
                && at + 1 < items.size()
                && items.get(at + 1)
                        .lexeme(Tag.SUBSET)
                        .filter(s -> !s.has("person"))
                        .isPresent()
                && items.get(at - 1).isAny(Tag.COMMA, Tag.COORD, Tag.DASH, Tag.PAREN);
        return them
                && !events.isEmpty()
                && events.get(events.size() - 1).counted()
                && Reach.between(items, events.get(events.size() - 1).last(), at) < 12;
    }

    /** What a marker of parts says happened to the whole. */
    private Optional<Measure> said(int marker) {
        Optional<Lexeme> subset = marker < items.size() ? items.get(marker).lexeme(Tag.SUBSET) : Optional.empty();
        return subset.map(s -> s.measureFor(NounClass.PERSON));
    }

    /** "26,000 people, over a thousand children included, remain": a part of people who are no claim themselves. */
    private boolean ofOthers(Event whole, int at, int marker) {
        int from = events.contains(whole) ? whole.last() + 1 : 0;
        for (int i = Math.min(at, marker) - 1; i >= from; i--) {
            int place = i;
            boolean people = Items.group(items, i)
                    .filter(g -> !g.implied()
                            && g.named()
                            && g.noun() == Items.group(items, at).orElseThrow().noun())
                    .isPresent();
            if (people) {
                return events.stream().noneMatch(e -> e.groupAt() == place);
            }
        }
        return false;
    }

    /** The marker stands before the part ("including two children") or behind it ("two children among them"). */
    private Event part(Measure measure, Group group, int at, int marker) {
        int first = Math.min(marker, at);
        int last = Math.max(marker, at);
        String item = group.noun() == NounClass.GEAR ? group.label() : "";
        Status status = group.status() == Status.ANY ? being(at) : group.status();
        return new Event(measure, group, at, Optional.empty(), at, status, item, true, first, last, 1);
    }

    /** The whole may itself be a mention without a number: "casualties on both sides, including 50 soldiers". */
    private Optional<Event> wholeAhead(int marker, NounClass noun) {
        for (int i = marker - 1; i >= 0 && i > marker - WINDOW; i--) {
            Optional<Lexeme> trigger = links.trigger(i, noun);
            if (trigger.isPresent()) {
                return Optional.of(Mentions.of(items, i, trigger.get(), VagueWord.SOME));
            }
        }
        return Optional.empty();
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
        if (marker == at - 1 && marker >= 0 && group.get().noun() == NounClass.PERSON && !events.isEmpty()) {
            part(at, group.get(), marker);
            return;
        }
        Optional<Links.Link> link = links.best(at, group.get()).filter(l -> !used.contains(l.trigger()));
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
        return next < items.size() && items.get(next).is(Tag.SPEECH) && !SpeakerFinder.subjectAfter(items.get(next));
    }

    /** "31 people, all of them civilians": who all the counted were. */
    private boolean all(int marker, Group group) {
        boolean whole = marker >= 0 && items.get(marker).is(Tag.SUBSET, "form", "whole");
        if (!whole) {
            return false;
        }
        for (int i = events.size() - 1; i >= 0; i--) {
            Event event = events.get(i);
            if (event.groupAt() < marker && event.group().noun() == NounClass.PERSON) {
                boolean says = event.measure() != Measure.STRIKES && group.status() != Status.ANY;
                events.set(i, says ? event.of(group.status()) : event);
                break;
            }
        }
        return true;
    }

    private void linked(Group group, int at, Links.Link link, int marker, double more) {
        Lexeme trigger = link.reading().measureFor(group.noun()) != null
                ? link.reading()
                : links.trigger(link.trigger(), group.noun()).orElseThrow();
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

    private Lexeme trigger(Links.Link link) {
        return items.get(link.trigger()).lexeme(Tag.TRIGGER).orElseThrow();
    }

    private void alone(int at) {
        Optional<Lexeme> trigger = items.get(at).lexeme(Tag.TRIGGER).filter(t -> !used.contains(at));
        boolean counted =
                at + 1 < items.size() && items.get(at + 1).is(Tag.LOCATIVE) && (number(at + 2) || number(at + 3));
        boolean ranked = at > 0 && items.get(at - 1).is(Tag.SUPERLATIVE); // "la plus meurtrière depuis"
        if (counted || ranked) {
            return; // "put casualties at 100 killed and wounded": the number says it
        }
        if (trigger.filter(t -> t.has("bare")).isPresent()) {
            events.add(Mentions.of(items, at, trigger.get(), trigger.get().vague("bare")));
        } else if (trigger.filter(t -> t.has("weak") && !t.is("form", "state")).isPresent()
                && Mentions.felt(items, at)) {
            events.add(
                    Mentions.of(items, at, trigger.get(), trigger.get().has("many") ? VagueWord.MANY : VagueWord.SOME));
        }
        Optional<Group> head =
                Items.group(items, at).filter(g -> g.implied() && g.head().isPresent());
        if (head.isPresent()) {
            add(head.get().head().get(), head.get(), at, Optional.empty(), at, links.marker(at), 0);
        }
    }

    private boolean number(int at) {
        return Items.group(items, at).filter(g -> !g.implied()).isPresent();
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
        Status status = status(group, at, trigger);
        boolean people = group.noun() == NounClass.PERSON && measure != Measure.STRIKES;
        String own = group.label().isEmpty() ? trigger.map(t -> t.trait("kind")).orElse("") : group.label();
        String label = people ? "" : own;
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

    /** "10 รายเป็นพลเรือน", "3 là trẻ em": what those counted are said to be right behind. */
    private Status being(int at) {
        int i = at + 1;
        while (i < items.size() && items.get(i).is(Tag.SPACE)) {
            i++;
        }
        boolean are = i < items.size() && items.get(i).is(Tag.AUX, "form", "being");
        return are
                ? Items.group(items, i + 1)
                        .filter(g -> g.implied() && g.noun() == NounClass.PERSON)
                        .map(Group::status)
                        .orElse(Status.ANY)
                : Status.ANY;
    }

    /** Of whom the group speaks: its own words say so, or the trigger's, or the figure before it. */
    private Status status(Group group, int at, Optional<Lexeme> trigger) {
        Status said = group.status() == Status.ANY ? being(at) : group.status();
        Status own = said == Status.ANY && trigger.isPresent() ? trigger.get().status() : said;
        return own == Status.ANY && group.noun() == NounClass.PERSON
                ? Totals.shared(items, at, group, events)
                        .or(() -> Totals.ofThem(items, at, group, last()))
                        .or(() -> trigger.flatMap(t -> Totals.raised(t, last())))
                        .orElse(own)
                : own;
    }
}
