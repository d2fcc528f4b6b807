package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Status;
import org.tollwatch.ledger.VagueWord;

/** Makes a part of the whole it belongs to: the same measure, unless its own words say another. */
final class Wholes {

    private final List<Item> items;
    private final Links links;
    private final Told told;
    private final Parts parts;

    Wholes(List<Item> items, Links links, Told told, Parts parts) {
        this.items = items;
        this.links = links;
        this.told = told;
        this.parts = parts;
    }

    /** A part of the figure before it: the same measure, unless its own words say another. */
    void part(int at, Group group, int marker) {
        Optional<Event> whole = whole(at, group, marker);
        boolean gear = group.noun() == NounClass.GEAR;
        Optional<Measure> said = parts.said(marker); // "five of the dead"
        if (said.isPresent() && !gear) {
            told.add(of(said.get(), group, at, marker));
            return;
        }
        if (whole.isPresent()
                && !ofOthers(whole.get(), at, marker)
                && whole.get().measure() != Measure.STRIKES
                && (whole.get().measure() == Measure.EQUIPMENT_LOST) == gear) {
            told.add(of(whole.get().measure(), group, at, marker));
        }
    }

    private Optional<Event> whole(int at, Group group, int marker) {
        Optional<Event> ahead = parts.wholeRightBehind(at, group)
                ? Optional.empty()
                : told.endingBefore(marker).or(() -> ahead(marker, group.noun()));
        return ahead.or(() -> links.behind(at, group.noun())
                        .map(l -> Mentions.of(items, l.trigger(), l.reading(), VagueWord.SOME)))
                .or(told::before);
    }

    /** "26,000 people, over a thousand children included, remain": a part of people who are no claim themselves. */
    private boolean ofOthers(Event whole, int at, int marker) {
        int from = told.events().contains(whole) ? whole.last() + 1 : 0;
        for (int i = Math.min(at, marker) - 1; i >= from; i--) {
            int place = i;
            boolean people = Items.group(items, i)
                    .filter(g -> !g.implied()
                            && g.named()
                            && g.noun() == Items.group(items, at).orElseThrow().noun())
                    .isPresent();
            if (people) {
                return !told.counts(place);
            }
        }
        return false;
    }

    /** The marker stands before the part ("including two children") or behind it ("two children among them"). */
    Event of(Measure measure, Group group, int at, int marker) {
        int first = Math.min(marker, at);
        int last = Math.max(marker, at);
        String item = group.noun() == NounClass.GEAR ? group.label() : "";
        Status status = group.status() == Status.ANY ? Whom.being(items, at) : group.status();
        return new Event(measure, group, at, Optional.empty(), at, status, item, true, first, last, 1);
    }

    /** The whole may itself be a mention without a number: "casualties on both sides, including 50 soldiers". */
    private Optional<Event> ahead(int marker, NounClass noun) {
        for (int i = marker - 1; i >= 0 && i > marker - Triggers.WINDOW; i--) {
            Optional<Lexeme> trigger = links.triggers().at(i, noun);
            if (trigger.isPresent()) {
                return Optional.of(Mentions.of(items, i, trigger.get(), VagueWord.SOME));
            }
        }
        return Optional.empty();
    }
}
