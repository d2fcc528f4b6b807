package org.tollwatch.extract;

import java.util.List;
import java.util.stream.IntStream;

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
        List<Integer> times = IntStream.range(0, items.size())
                .filter(i -> time(items.get(i)))
                .boxed()
                .toList();
        int quotes = (int) items.stream()
                .flatMap(i -> i.sense(Group.class).map(g -> g.inner().stream()).orElse(java.util.stream.Stream.of(i)))
                .filter(i -> i.is(Tag.QUOTE))
                .count();
        return new Sentence(span, items, List.copyOf(events), times, quotes);
    }

    private static boolean time(Item item) {
        return item.sense(Moment.class).isPresent()
                || item.sense(Lasting.class).isPresent()
                || Reading.name(item, Name.Kind.EPISODE).isPresent();
    }
}
