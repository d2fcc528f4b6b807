package org.tollwatch.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence read: its items after all stages, and the events found in them.
 *
 * @param span where it stands
 * @param items what it is made of
 * @param events what it claims, suppressed ones left out
 * @param times the places of the items that speak of time: dates, lengths, named episodes
 * @param quotes how many quotation marks it has
 */
record Sentence(Splitter.Span span, List<Item> items, List<Event> events, List<Integer> times, int quotes) {

    static Sentence of(Splitter.Span span, List<Item> items, List<Event> events) {
        List<Integer> times = new ArrayList<>();
        int quotes = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (time(item)) {
                times.add(i);
            }
            quotes += item.is(Tag.GROUP)
                    ? quotes(item.sense(Group.class).orElseThrow().inner())
                    : quote(item);
        }
        return new Sentence(span, items, List.copyOf(events), List.copyOf(times), quotes);
    }

    private static int quotes(List<Item> inner) {
        int quotes = 0;
        for (Item item : inner) {
            quotes += quote(item);
        }
        return quotes;
    }

    private static int quote(Item item) {
        return item.is(Tag.QUOTE) ? 1 : 0;
    }

    private static boolean time(Item item) {
        return item.sense(Moment.class).isPresent()
                || item.sense(Lasting.class).isPresent()
                || Reading.name(item, Name.Kind.EPISODE).isPresent();
    }
}
