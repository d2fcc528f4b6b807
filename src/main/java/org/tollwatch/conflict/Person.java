package org.tollwatch.conflict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody whom reports quote.
 *
 * @param id unique among parties, actors, outlets and persons
 * @param name as a reader would call them
 * @param names spellings, and the surname alone where it is nobody else's
 * @param tenures the offices held
 */
public record Person(String id, String name, Names names, List<Tenure> tenures) {

    public Person {
        tenures = List.copyOf(tenures);
    }

    /** The office held on a day, the latest taken up if there are several; empty: they speak for themselves. */
    public Optional<Tenure> tenureOn(LocalDate day) {
        return tenures.stream().filter(t -> t.on(day)).max(Comparator.comparing(Tenure::from));
    }
}
