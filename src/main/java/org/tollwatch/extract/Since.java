package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Since when a running total counts. */
final class Since {

    private final Reading reading;
    private final List<Item> items;
    private final Event event;

    Since(Reading reading, int sentence, Event event) {
        this.reading = reading;
        this.items = reading.sentences().get(sentence).items();
        this.event = event;
    }

    /** The day since which a total runs: a date, or the start of the episode that began then. */
    Optional<LocalDate> day() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).is(Tag.SINCE) && !others(i)) {
                return from(i);
            }
        }
        return Optional.empty();
    }

    /** It tells since when something else runs. */
    private boolean others(int since) {
        boolean own = since > event.last() && items.get(since).has(Tag.SINCE, "post"); // it stands before its own
        return own
                || Reach.between(items, Math.min(since, event.last()), Math.max(since, event.last())) > 25
                || ofOther(since)
                || aside(since)
                || superlative(since);
    }

    private Optional<LocalDate> from(int since) {
        for (int k = since + 1; k < items.size() && k < since + 12; k++) {
            Optional<Moment> moment = items.get(k).sense(Moment.class);
            if (moment.isPresent() && moment.get().unit() == Moment.Unit.DAY) {
                return running(moment.get()) ? Optional.of(moment.get().from()) : Optional.empty();
            }
            if (moment.isPresent() && moment.get().unit() == Moment.Unit.MONTH && running(moment.get())) {
                return Optional.of(beginning(moment.get()));
            }
            if (moment.filter(m -> m.unit() == Moment.Unit.WEEK).isPresent()) {
                break; // "since fighting broke out this week": the episode's start says it better
            }
            if (moment.isPresent()
                    || Reading.name(items.get(k), Name.Kind.EPISODE).isPresent()) {
                return Optional.empty();
            }
        }
        return began(since) ? reading.episode().map(reading::firstDay) : Optional.empty();
    }

    /** "Since the war broke out". */
    private boolean began(int since) {
        return items.subList(since, Math.min(items.size(), since + 8)).stream()
                .anyMatch(i -> i.isAny(Tag.EPISODE, Tag.BEGAN));
    }

    /** "71 died, which brings the toll since 7 October to 38,345": what begins there is another figure's. */
    private boolean ofOther(int since) {
        for (int i = event.last() + 1; i < since; i++) {
            Item item = items.get(i);
            boolean toll = item.lexeme(Tag.TRIGGER)
                    .filter(t -> t.has("toll") && !t.has("weak"))
                    .isPresent();
            if (toll || item.has(Tag.TOTAL, "strong") || item.has(Tag.INCREMENT, "strong")) {
                return true;
            }
        }
        return false;
    }

    /** "The deadliest attack since the war began": that one attack, not all since then. */
    private boolean superlative(int since) {
        for (int i = since - 1; i >= 0 && i >= since - 8; i--) {
            if (items.get(i).is(Tag.SUPERLATIVE)) {
                return true;
            }
            if (items.get(i).isAny(Tag.STOP, Tag.COMMA, Tag.BREAK, Tag.SPEECH)) {
                return false;
            }
        }
        return false;
    }

    /** "Where its forces have been losing ground since January, the ministry said": it tells of that clause alone. */
    private boolean aside(int since) {
        int opens = since;
        while (opens > 0 && !items.get(opens).isAny(Tag.BREAK, Tag.COMMA, Tag.STOP)) {
            opens--;
        }
        int closes = since;
        while (closes < event.first() && !items.get(closes).is(Tag.COMMA)) {
            closes++;
        }
        boolean speaks =
                items.subList(closes, Math.max(closes, event.first())).stream().anyMatch(i -> i.is(Tag.SPEECH));
        return items.get(opens).is(Tag.BREAK) && opens > 0 && speaks;
    }

    /** The start of the episode that began in that month, or else of the month. */
    private LocalDate beginning(Moment month) {
        return reading.conflict().episodes().stream()
                .map(reading::firstDay)
                .filter(start -> !start.isBefore(month.from()) && start.isBefore(month.to()))
                .findFirst()
                .orElse(month.from());
    }

    /** A day since which something may still be counted: a recent one, or one of the fight that is on. */
    private boolean running(Moment moment) {
        return reading.recent(moment)
                || reading.conflict().general()
                || reading.episode()
                        .map(reading::firstDay)
                        .filter(start -> !start.isAfter(moment.to()))
                        .isPresent();
    }
}
