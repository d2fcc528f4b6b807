package org.tollwatch.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a cell: what was put, the sums of what lies inside, and what they come to. */
final class Square {
    Part own;
    Part rolled;
    /** Made when first needed: most cells have nothing inside them. */
    private Timeline<String, Sum> places;

    private Timeline<String, Sum> parties;

    Timeline<String, Sum> places() {
        places = places == null ? new Timeline<>(Sum::plus) : places;
        return places;
    }

    Timeline<String, Sum> parties() {
        parties = parties == null ? new Timeline<>(Sum::plus) : parties;
        return parties;
    }

    boolean isEmpty() {
        return own == null && rolled == null && none(places) && none(parties);
    }

    /** Of what lies inside by place. */
    Optional<Sum> sumOfPlaces() {
        return sum(places);
    }

    /** Of what lies inside by party. */
    Optional<Sum> sumOfParties() {
        return sum(parties);
    }

    /** The places inside of which something is known. */
    List<String> placesInside() {
        return keys(places);
    }

    /** The parties inside of which something is known. */
    List<String> partiesInside() {
        return keys(parties);
    }

    private static Optional<Sum> sum(Timeline<String, Sum> inside) {
        return inside == null ? Optional.empty() : inside.all();
    }

    private static List<String> keys(Timeline<String, Sum> tree) {
        List<String> keys = new ArrayList<>();
        if (tree != null) {
            tree.forEach(e -> keys.add(e.getKey()));
        }
        return keys;
    }

    private static boolean none(Timeline<String, Sum> tree) {
        return tree == null || tree.isEmpty();
    }
}
