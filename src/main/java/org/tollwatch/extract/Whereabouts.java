package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Measure;

/** Whose places the clause of an event names: a town before a region, and where people left, not where they went. */
final class Whereabouts {

    private final Reading reading;
    private final List<Item> items;
    private final Event event;
    private final LocalDate day;

    Whereabouts(Reading reading, List<Item> items, Event event, LocalDate day) {
        this.reading = reading;
        this.items = items;
        this.event = event;
        this.day = day;
    }

    /** The holder of a place named in the clause as the place of something. */
    Optional<String> holder() {
        return holder(false, true);
    }

    /** The holder of a town or district named there: not of the whole theatre. */
    Optional<String> town() {
        return holder(false, false);
    }

    /** The holder of the place where the one who speaks is. */
    Optional<String> speakersHolder() {
        return holder(true, true);
    }

    private Optional<String> holder(boolean ofSpeaker, boolean theatres) {
        Optional<String> theatre = Optional.empty();
        int from = event.first();
        int to = event.last();
        while (from > 0 && (!items.get(from - 1).is(Tag.STOP) || colon(from - 1))) {
            from--;
        }
        while (to + 1 < items.size() && !items.get(to + 1).is(Tag.STOP)) {
            to++;
        }
        for (int i = from; i <= to; i++) {
            Optional<Name> place = Reading.name(items.get(i), Name.Kind.PLACE);
            if (place.isPresent()
                    && !Items.is(items, i - 1, Tag.AGAINST)
                    && !StrikeOwner.owns(items, i)
                    && speaks(i) == ofSpeaker
                    && left(i)) {
                Optional<String> holder = reading.holder(items.get(i), day);
                boolean wide = reading.conflict()
                        .place(place.get().id())
                        .filter(p -> p.theatre())
                        .isPresent();
                if (holder.isPresent() && !wide) {
                    return holder;
                }
                theatre = theatres ? theatre.or(() -> holder) : theatre;
            }
        }
        return theatre.isPresent() || ofSpeaker ? theatre : country(from, to);
    }

    /** "In Kyiv a hospital was hit: two died there": what stands behind a colon happened where what stands before it did. */
    private boolean colon(int i) {
        return reading.pack().fullStop() != ':'
                && reading.text().text().charAt(items.get(i).start()) == ':';
    }

    /** "In Lebanon 1,200 were killed": a party named as the place. */
    private Optional<String> country(int from, int to) {
        boolean moved = event.measure() == Measure.DISPLACED || event.measure() == Measure.EVACUATED;
        for (int i = Math.max(1, from); i <= to && !moved; i++) {
            boolean in = Items.is(items, i - 1, Tag.LOCATIVE)
                    && items.get(i - 1)
                            .lexeme(Tag.LOCATIVE)
                            .filter(l -> l.has("post") && !l.has("agent"))
                            .isPresent();
            if (in && !speaks(i) && Reading.party(items.get(i)).isPresent()) {
                return Reading.party(items.get(i));
            }
            boolean side = Items.is(items, i + 1, Tag.SIDE_OF)
                    && (Items.is(items, i - 1, Tag.LOCATIVE)
                            || Items.is(items, i - 2, Tag.LOCATIVE) && Items.is(items, i - 1, Tag.ARTICLE));
            if (side && Reading.people(items.get(i))) {
                return Reading.party(items.get(i)); // "in the town, on the Indian side, 13 have died"
            }
        }
        return Optional.empty();
    }

    /** People leave a place: where they go to is not whose they are. */
    private boolean left(int i) {
        boolean moved = event.measure() == Measure.DISPLACED || event.measure() == Measure.EVACUATED;
        boolean source = Items.is(items, i - 1, Tag.LOCATIVE)
                && items.get(i - 1).lexeme(Tag.LOCATIVE).orElseThrow().has("agent");
        boolean goal = Items.is(items, i - 1, Tag.LOCATIVE)
                && items.get(i - 1).lexeme(Tag.LOCATIVE).orElseThrow().is("form", "to");
        boolean whence = Items.is(items, i - 1, Tag.OF)
                || Items.is(items, i - 1, Tag.OBJECT)
                        && Items.is(items, i - 2, Tag.OF); // "residents of X", "from the camps of X"
        boolean leaves = event.triggerIs("place")
                && i > event.last()
                && (Items.is(items, i - 1, Tag.LOCATIVE) || i - 1 == event.last()); // "fled their homes in X"
        return !moved
                || !goal && (source || whence || leaves || i < event.last() && !Items.is(items, i - 1, Tag.SPEECH));
    }

    /** The name belongs to who speaks, or to an organ. */
    private boolean speaks(int i) {
        return Items.is(items, i + 1, Tag.SPEECH)
                || Items.is(items, i + 1, Tag.ROLE)
                || Items.is(items, i - 1, Tag.ROLE)
                || Items.is(items, i - 1, Tag.ACCORDING);
    }
}
