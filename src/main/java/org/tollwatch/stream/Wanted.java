package org.tollwatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tollwatch.ledger.Hierarchy;
import org.tollwatch.ledger.Measure;
import org.tollwatch.ledger.Scope;
import org.tollwatch.ledger.Status;

/**
 * Of which scopes of a conflict something is asked. What is empty may be any.
 *
 * @param party its id, or {@link Scope#ALL} for all sides together
 * @param place its id; "" is no place in particular
 */
public record Wanted(
        String conflict,
        Optional<Measure> measure,
        Optional<String> item,
        Optional<String> party,
        Optional<Status> status,
        Optional<String> place) {

    /** All of a conflict. */
    public static Wanted all(String conflict) {
        return new Wanted(
                conflict, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One scope alone. */
    public static Wanted only(Scope scope) {
        return new Wanted(
                scope.conflict(),
                Optional.of(scope.measure()),
                Optional.of(scope.item()),
                Optional.of(scope.party()),
                Optional.of(scope.status()),
                Optional.of(scope.place()));
    }

    /** Only equipment is counted by item: of all else there is one, which need not be asked for. */
    public Wanted {
        item = item.or(() -> measure.filter(m -> m != Measure.EQUIPMENT_LOST).map(m -> ""));
    }

    public boolean fits(Scope scope) {
        return conflict.equals(scope.conflict())
                && measure.map(scope.measure()::equals).orElse(true)
                && item.map(scope.item()::equals).orElse(true)
                && party.map(scope.party()::equals).orElse(true)
                && status.map(scope.status()::equals).orElse(true)
                && place.map(scope.place()::equals).orElse(true);
    }

    /** Whether what is known of a scope of the book bears on those that are wanted. */
    boolean needs(Scope ofBook, Hierarchy parties) {
        return measure.map(ofBook.measure()::equals).orElse(true)
                && item.map(ofBook.item()::equals).orElse(true)
                && party.map(whole -> parties.within(ofBook.party(), whole)).orElse(true);
    }

    /** In the order of {@link Keys}, up to the first that may be any. */
    List<String> known() {
        List<String> known = new ArrayList<>(List.of(conflict));
        List<Optional<String>> inOrder =
                List.of(measure.map(Measure::name), item, party, status.map(Status::name), place);
        for (int i = 0; i < inOrder.size() && inOrder.get(i).isPresent(); i++) {
            known.add(inOrder.get(i).get());
        }
        return known;
    }
}
