package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The days that the words around an event name: when it was, and when it was said. */
final class EventDay {

    private final Reading reading;
    private final int sentence;
    private final List<Item> items;
    private final Event event;

    EventDay(Reading reading, int sentence, Event event) {
        this.reading = reading;
        this.sentence = sentence;
        this.items = reading.sentences().get(sentence).items();
        this.event = event;
    }

    /** The day a running total is stated to end: "as of Monday", or when it was said. */
    Optional<LocalDate> asOf() {
        for (int i : reading.sentences().get(sentence).times()) {
            Optional<Moment> moment = items.get(i).sense(Moment.class).filter(m -> m.oneDay() && reading.recent(m));
            if (moment.isPresent() && until(i)) {
                return moment.map(Moment::from);
            }
        }
        return saidOn(true);
    }

    /** The date tells how far a total goes: "as of today". */
    private boolean until(int i) {
        return Items.is(items, i - 1, Tag.TOTAL)
                || Items.is(items, i - 2, Tag.TOTAL) && items.get(i - 1).isAny(Tag.COMMA, Tag.LOCATIVE);
    }

    /** The time of the event: the nearest date of the sentence that is not when somebody spoke, nor a beginning. */
    Optional<Moment> find() {
        Moment best = null;
        double least = 32;
        for (int i : reading.sentences().get(sentence).times()) {
            Optional<Moment> moment = items.get(i).sense(Moment.class);
            if (moment.isEmpty()
                    || said(i) && !moment.get().lasting()
                    || start(i)
                    || until(i)
                    || !reading.recent(moment.get())) {
                continue;
            }
            double cost =
                    i < event.first() ? Reach.between(items, i, event.first()) : Reach.between(items, event.last(), i);
            if (cost < least) {
                best = moment.get();
                least = cost;
            }
        }
        return Optional.ofNullable(best);
    }

    Optional<LocalDate> day() {
        return find().filter(Moment::oneDay).map(Moment::from);
    }

    private boolean start(int i) {
        boolean then = i < event.first()
                && (Items.is(items, i + 1, Tag.BREAK)
                        || Items.is(items, i + 1, Tag.COMMA) && Items.is(items, i + 2, Tag.BREAK));
        if (then && !Items.is(items, i - 1, Tag.SINCE) && !Items.is(items, i - 2, Tag.SINCE)) {
            return false; // "it began on 22 April, when gunmen killed 26"
        }
        for (int k = i - 1; k >= 0 && k >= i - 9; k--) {
            if (items.get(k).is(Tag.SINCE)) {
                return true; // "since the ground operation began, on 30 September"
            }
            if (items.get(k).isAny(Tag.STOP, Tag.TRIGGER, Tag.GROUP, Tag.SPEECH, Tag.DATE, Tag.BREAK)) {
                break;
            }
        }
        return Items.is(items, i - 1, Tag.SINCE)
                || Items.is(items, i - 2, Tag.SINCE)
                || Items.is(items, i - 3, Tag.SINCE)
                || Items.is(items, i - 1, Tag.BEGAN)
                || Items.is(items, i - 2, Tag.BEGAN) && !Items.is(items, i - 1, Tag.COMMA);
    }

    /** When it was said: "said Tuesday", "said on Tuesday", "on Tuesday, the ministry said that". */
    private boolean said(int i) {
        boolean named = false;
        for (int k = i - 1; k >= 0 && k >= i - 5; k--) {
            if (items.get(k).isAny(Tag.SPEECH, Tag.APPEAL)) {
                return !named || SpeechVerbs.subjectAfter(items.get(k));
            }
            named |= items.get(k).isAny(Tag.NAME, Tag.PRONOUN);
            if (!items.get(k).isAny(Tag.NAME, Tag.PRONOUN)
                    && !items.get(k).isAny(Tag.LOCATIVE, Tag.AUX, Tag.DAY_WORD, Tag.RELATIVE_DAY, Tag.ROLE)
                    && !items.get(k).unknown()) {
                break;
            }
        }
        for (int k = i + 1; k <= event.first() && k < i + 14; k++) {
            if (items.get(k).is(Tag.SPEECH)) {
                return true;
            }
            if (items.get(k).isAny(Tag.STOP, Tag.BREAK, Tag.TRIGGER, Tag.GROUP, Tag.DATE)) {
                break;
            }
        }
        return Items.is(items, i + 1, Tag.SPEECH);
    }

    /** The same day, where no clause breaks off between it and the event: how far a total reaches. */
    private boolean sameClause(int i) {
        return items.subList(Math.min(i, event.last()), Math.max(i, event.first())).stream()
                .noneMatch(x -> x.isAny(Tag.BREAK, Tag.STOP));
    }

    /** The day on which it was said, where nothing dates the event itself. */
    Optional<LocalDate> saidOn() {
        return saidOn(false);
    }

    private Optional<LocalDate> saidOn(boolean here) {
        for (int i : reading.sentences().get(sentence).times()) {
            Optional<Moment> moment = items.get(i).sense(Moment.class);
            boolean day = moment.filter(Moment::oneDay).filter(reading::recent).isPresent();
            if (day && said(i) && !start(i) && (!here || sameClause(i))) {
                return moment.map(Moment::from);
            }
        }
        return Optional.empty();
    }

    /** The day the sentences just before speak of. */
    Optional<LocalDate> context() {
        for (int i = sentence - 1; i >= 0 && i >= sentence - 3; i--) {
            List<Item> told = reading.sentences().get(i).items();
            Optional<LocalDate> day = IntStream.range(0, told.size())
                    .filter(k -> !sinceAt(told, k))
                    .mapToObj(told::get)
                    .flatMap(item -> item.sense(Moment.class).stream())
                    .filter(m -> m.oneDay() && m.from().isAfter(reading.today().minusDays(8)))
                    .map(Moment::from)
                    .reduce((a, b) -> b);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** "Since Monday", "since 00:05 on Monday". */
    private static boolean sinceAt(List<Item> told, int date) {
        boolean clock = date > 2
                && told.get(date - 1).is(Tag.LOCATIVE)
                && told.get(date - 3).is(Tag.SINCE);
        return date > 0 && told.get(date - 1).is(Tag.SINCE) || clock;
    }

    /** "A toll of 27, with 141 wounded, after a rocket hit a house on Sunday": the date opens no clause of the event. */
    boolean before(Optional<Moment> moment) {
        return moment.filter(this::otherClause).isPresent()
                && items.subList(0, event.first()).stream().noneMatch(i -> i.is(Tag.BREAK));
    }

    /** The date stands in another clause than the event: it dates that clause, and the event only by it. */
    boolean otherClause(Moment moment) {
        for (int i : reading.sentences().get(sentence).times()) {
            boolean same =
                    items.get(i).sense(Moment.class).filter(moment::equals).isPresent();
            int from = Math.min(i, event.last());
            int to = Math.max(i, event.first());
            if (same && items.subList(from, to).stream().noneMatch(x -> x.is(Tag.BREAK) && !x.is(Tag.BY))) {
                return false;
            }
        }
        return true;
    }
}
