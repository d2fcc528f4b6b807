package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Who speaks where no verb says it, but a colon does. */
final class ColonSpeakers {

    private final Reading reading;
    private final Voices voices;

    ColonSpeakers(Reading reading, Voices voices) {
        this.reading = reading;
        this.voices = voices;
    }

    /** "Armenian MoD, evening tally: ...": a body named before a colon says what stands after it. */
    Optional<Attribution> heading(List<Item> items) {
        int colon = 0;
        while (colon < items.size() && colon < 10 && !items.get(colon).is(Tag.STOP)) {
            colon++;
        }
        boolean named = colon(items, colon) && Voices.mayName(items.subList(0, colon));
        int verb = colon;
        return named ? voices.named(items, 0, colon).map(s -> new Attribution(s, verb, false)) : Optional.empty();
    }

    /** "49 soldiers were killed: Pashinyan": who stands alone behind the colon that ends a headline. */
    Optional<Attribution> signature(List<Item> items) {
        int colon = items.size() - 1;
        while (colon > 0 && items.size() - colon < 8 && !items.get(colon).is(Tag.STOP)) {
            colon--;
        }
        boolean alone = colon > 0
                && colon(items, colon)
                && items.subList(colon + 1, items.size()).stream()
                        .allMatch(i -> i.isAny(Tag.NAME, Tag.ROLE, Tag.GENITIVE))
                && Voices.mayName(items.subList(colon + 1, items.size()));
        int verb = colon;
        return alone
                ? voices.named(items, colon + 1, items.size()).map(s -> new Attribution(s, verb, true))
                : Optional.empty();
    }

    private boolean colon(List<Item> items, int at) {
        char colon = reading.pack().fullStop() == ':' ? '.' : ':';
        return at < items.size()
                && items.get(at).is(Tag.STOP)
                && reading.text().text().charAt(items.get(at).start()) == colon;
    }
}
