package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.Place;

/** Answers where: the nearest place named in the sentence that is not who speaks or who is fought; a town before a region. */
final class PlaceResolver {

    private final Reading reading;

    PlaceResolver(Reading reading) {
        this.reading = reading;
    }

    Resolved<Place> resolve(int sentence, Event event) {
        List<Item> items = reading.sentences().get(sentence).items();
        Place best = null;
        double least = 20;
        for (int i = 0; i < items.size(); i++) {
            Optional<Place> place = Reading.name(items.get(i), Name.Kind.PLACE)
                    .flatMap(n -> reading.conflict().place(n.id()));
            if (place.isEmpty() || speaks(items, i)) {
                continue;
            }
            double cost =
                    i < event.first() ? Reach.between(items, i, event.first()) : Reach.between(items, event.last(), i);
            cost += place.get().theatre() ? 8 : 0;
            cost += Items.is(items, i - 1, Tag.LOCATIVE) || Items.is(items, i - 2, Tag.LOCATIVE) ? 0 : 2;
            if (cost < least) {
                best = place.get();
                least = cost;
            }
        }
        return best == null ? Resolved.unknown("no place") : Resolved.of(best, 0.8, "sentence");
    }

    private static boolean speaks(List<Item> items, int i) {
        return Items.is(items, i + 1, Tag.SPEECH)
                || Items.is(items, i + 1, Tag.ROLE)
                || Items.is(items, i - 1, Tag.ACCORDING);
    }
}
