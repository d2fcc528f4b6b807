package org.tollwatch.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The words of time around an event. */
final class Times {

    private final Reading reading;
    private final int sentence;
    private final List<Item> items;
    private final Event event;

    Times(Reading reading, int sentence, Event event) {
        this.reading = reading;
        this.sentence = sentence;
        this.items = reading.sentences().get(sentence).items();
        this.event = event;
    }

    /** "Rose by 54": a step, not a total. */
    boolean rises() {
        for (int i = event.groupAt() - 1; i >= 0 && i >= event.groupAt() - 4; i--) {
            if (items.get(i).is(Tag.INCREMENT)
                    && !items.get(i).lexeme(Tag.INCREMENT).orElseThrow().has("strong")) {
                return true;
            }
            if (items.get(i).isAny(Tag.TOTAL, Tag.GROUP, Tag.STOP)) {
                return false;
            }
        }
        for (int i = event.last() + 1; i < items.size() && i < event.last() + 8; i++) {
            if (items.get(i).has(Tag.INCREMENT, "strong")) {
                return true;
            }
            if (items.get(i).isAny(Tag.GROUP, Tag.STOP)) {
                return false;
            }
        }
        return false;
    }

    /** "The toll of Monday's explosion rose to 68": all the victims of one blow. */
    boolean ofBlow() {
        int toll = event.triggerIs("toll") ? event.triggerAt() : -1;
        for (int i = toll + 1; toll >= 0 && i < items.size() && i <= toll + 7; i++) {
            boolean strike = Blow.blow(items.get(i));
            if (strike || items.get(i).isAny(Tag.STOP, Tag.GROUP, Tag.TRIGGER)) {
                return strike || struckBefore(toll);
            }
        }
        return struckBefore(toll) || toll >= 0 && new Blow(reading, sentence, event).justTold();
    }

    /** "Պայթյունի զոհերի թիվը": the one blow right before its toll; many blows have a running one. */
    private boolean struckBefore(int toll) {
        return toll > 0
                && items.get(toll - 1)
                        .lexeme(Tag.TRIGGER)
                        .filter(t -> t.has("object") && t.has("one"))
                        .isPresent();
    }

    /** A word of totals in the event's clause, or a trigger that is one. */
    boolean total() {
        boolean toll = event.triggerIs("toll") && !event.triggerIs("weak");
        if (toll || items.stream().anyMatch(Times::far)) {
            return true;
        }
        if (event.trigger().isEmpty() && Totals.tollAhead(items, event.first())) {
            return true;
        }
        int from = Math.max(0, event.first() - 8);
        for (int i = event.first() - 1; i >= from; i--) {
            if (items.get(i).is(Tag.TOTAL) && !weak(items.get(i)) && !already(items.get(i))) {
                return true;
            }
            if (items.get(i).isAny(Tag.GROUP, Tag.STOP, Tag.TRIGGER)) {
                break;
            }
        }
        for (int i = event.first(); i < Math.min(items.size(), event.last() + 9); i++) {
            boolean inside = i <= event.last();
            if (!inside && (items.get(i).is(Tag.TRIGGER) || items.get(i).is(Tag.COMMA) && closed())) {
                break;
            }
            if (items.get(i).is(Tag.TOTAL) && !weak(items.get(i)) && !already(items.get(i))) {
                return true;
            }
            if (!inside
                    && (items.get(i).isAny(Tag.GROUP, Tag.STOP) || items.get(i).is(Tag.TRIGGER))) {
                break;
            }
        }
        return false;
    }

    /** The verb stood last: behind a comma another clause begins. */
    private boolean closed() {
        return event.triggerAt() > event.groupAt() && event.triggerIs("side", "before");
    }

    /** "Up from 12": what the figure beside it was before. */
    boolean superseded() {
        Optional<Lexeme> total = items.get(event.first()).lexeme(Tag.TOTAL);
        return event.trigger().isEmpty()
                && total.filter(l -> l.is("scope", "before")).isPresent();
    }

    private static boolean far(Item item) {
        return item.is(Tag.TOTAL, "scope", "far");
    }

    /** "เหตุโจมตีเมื่อวันจันทร์คร่าชีวิตไปแล้ว 12 ราย": "already", of one blow on one day, makes no running total. */
    private boolean already(Item item) {
        return item.is(Tag.TOTAL, "form", "already")
                && eventDay().filter(Moment::oneDay).isPresent()
                && items.stream().anyMatch(Blow::blow);
    }

    private static boolean weak(Item item) {
        return item.has(Tag.TOTAL, "weak");
    }

    /** The day since which a total runs: a date, or the start of the episode that began then. */
    Optional<LocalDate> since() {
        for (int i = 0; i < items.size(); i++) {
            boolean others = i > event.last() && items.get(i).has(Tag.SINCE, "post"); // it stands before its own
            if (others
                    || !items.get(i).is(Tag.SINCE)
                    || Reach.between(items, Math.min(i, event.last()), Math.max(i, event.last())) > 25
                    || ofOther(i)
                    || aside(i)
                    || superlative(i)) {
                continue;
            }
            for (int k = i + 1; k < items.size() && k < i + 12; k++) {
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
            boolean began = items.subList(i, Math.min(items.size(), i + 8)).stream()
                    .anyMatch(x -> x.isAny(Tag.EPISODE, Tag.BEGAN));
            return began
                    ? reading.episode()
                            .map(e -> LocalDate.ofInstant(
                                    e.episode().period().from(),
                                    reading.conflict().zone()))
                    : Optional.empty();
        }
        return Optional.empty();
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
                .map(e -> LocalDate.ofInstant(
                        e.episode().period().from(), reading.conflict().zone()))
                .filter(start -> !start.isBefore(month.from()) && start.isBefore(month.to()))
                .findFirst()
                .orElse(month.from());
    }

    /** A day since which something may still be counted: a recent one, or one of the fight that is on. */
    private boolean running(Moment moment) {
        return recent(moment)
                || reading.conflict().general()
                || reading.episode()
                        .map(e -> LocalDate.ofInstant(
                                e.episode().period().from(), reading.conflict().zone()))
                        .filter(start -> !start.isAfter(moment.to()))
                        .isPresent();
    }

    private boolean recent(Moment moment) {
        return moment.from().isAfter(reading.today().minusDays(400));
    }

    /** The day a running total is stated to end: "as of Monday", or when it was said. */
    Optional<LocalDate> asOf() {
        for (int i : reading.sentences().get(sentence).times()) {
            Optional<Moment> moment = items.get(i).sense(Moment.class).filter(m -> m.oneDay() && recent(m));
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
    Optional<Moment> eventDay() {
        Moment best = null;
        double least = 32;
        for (int i : reading.sentences().get(sentence).times()) {
            Optional<Moment> moment = items.get(i).sense(Moment.class);
            if (moment.isEmpty()
                    || said(i) && !moment.get().lasting()
                    || start(i)
                    || until(i)
                    || !recent(moment.get())) {
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
        return eventDay().filter(Moment::oneDay).map(Moment::from);
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
                return !named || SpeakerFinder.subjectAfter(items.get(k));
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
            boolean day = moment.filter(Moment::oneDay).filter(this::recent).isPresent();
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

    /** The words speak of the clashes or the operation itself, not of one blow. */
    boolean episodeItself() {
        for (int i = event.last() + 1; i < items.size() && i <= event.last() + 5; i++) {
            if (items.get(i).is(Tag.EPISODE)) {
                return true;
            }
            if (items.get(i).isAny(Tag.STOP, Tag.COMMA, Tag.BREAK, Tag.GROUP)) {
                return false;
            }
        }
        return false;
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
