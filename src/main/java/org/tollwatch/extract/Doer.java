package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who did it, in languages that put the doer and his deed before what came of it. */
final class Doer {

    private static final int WINDOW = 12;

    private final Reading reading;
    private final List<Item> items;
    private final Event event;
    private final LocalDate day;

    Doer(Reading reading, List<Item> items, Event event, LocalDate day) {
        this.reading = reading;
        this.items = items;
        this.event = event;
        this.day = day;
    }

    Optional<String> find() {
        return by().or(this::striker);
    }

    /** "Ordu tarafından öldürülen 12 asker": by whom, where that stands before the verb. */
    private Optional<String> by() {
        for (int i = event.first() - 1; i >= 0 && i > event.first() - WINDOW; i--) {
            boolean by = items.get(i).has(Tag.BY, "post");
            for (int k = i + 1; by && k < Math.min(i + 4, items.size()); k++) {
                if (Reading.party(items.get(k)).isPresent()) {
                    return Reading.party(items.get(k));
                }
            }
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "Ermenistan'ın saldırısında 12 asker öldü": whose strike it was, where all that belongs to a strike stands before it. */
    private Optional<String> striker() {
        for (int i = event.first() - 1; i >= 0 && i > event.first() - WINDOW; i--) {
            Optional<Lexeme> strike = items.get(i).lexeme(Tag.TRIGGER).filter(t -> t.has("final") && t.has("object"));
            if (strike.isPresent()) {
                return new StrikeClause(reading, items, day).agent(i, strike.get());
            }
            if (items.get(i).isAny(Tag.STOP, Tag.SPEECH, Tag.TRIGGER)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
