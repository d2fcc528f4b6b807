package org.tollwatch.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tollwatch.conflict.Conflict;
import org.tollwatch.conflict.NameBook;
import org.tollwatch.ledger.Scope;

/**
 * Who is meant by what a claims file writes for a party: an id, a name or alias, a state's ISO code; with what follows a
 * colon left out ({@code ARM:president}). {@code ALL} is all sides; {@code ARTICLE} and its like are nobody's side.
 */
final class Codes {

    private static final List<String> NOBODY =
            List.of("ARTICLE", "MEDIA", "THIRD", "UNNAMED", "MONITOR", "EXPERT", "NGO", "UNKNOWN");
    private static final String NONE = "";

    private final States states = new States();
    private final Optional<Conflict> conflict;
    private final Optional<NameBook> names;

    /** @param conflict whose names are looked up; without one, codes stand for themselves */
    Codes(Optional<Conflict> conflict) {
        this.conflict = conflict;
        names = conflict.map(NameBook::new);
    }

    /** The id; "" for nobody's side; empty when the conflict knows no such party or speaker. */
    Optional<String> id(String code) {
        String plain = code.split(":", 2)[0].strip();
        if (plain.isEmpty() || NOBODY.contains(plain)) {
            return Optional.of(NONE);
        }
        if (plain.equals("ALL") || plain.equals(Scope.ALL)) {
            return Optional.of(Scope.ALL);
        }
        if (conflict.isEmpty()) {
            return Optional.of(plain.toLowerCase(Locale.ROOT));
        }
        return known(plain)
                .or(() -> named(plain))
                .or(() -> states.name(plain).map(name -> named(name).orElse(plain.toLowerCase(Locale.ROOT))));
    }

    /** The side a claimant stands on: organisations that are no party and no state stand on none. */
    Optional<String> side(String code) {
        return id(code).map(id -> id.isEmpty() || isParty(id) || states.name(id).isPresent() ? id : NONE);
    }

    private boolean isParty(String id) {
        return id.equals(Scope.ALL)
                || conflict.isEmpty()
                || conflict.get().party(id).isPresent();
    }

    private Optional<String> known(String plain) {
        return conflict.filter(c -> c.party(plain).isPresent() || c.actor(plain).isPresent())
                .map(c -> plain);
    }

    private Optional<String> named(String name) {
        return names.flatMap(book -> book.party(name)
                .map(party -> party.id())
                .or(() -> book.voice(name, LocalDate.EPOCH)
                        .map(voice -> voice.party().orElse(NONE))));
    }
}
