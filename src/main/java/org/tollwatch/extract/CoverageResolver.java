package org.tollwatch.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Extent;
import org.tollwatch.ledger.Measure;

/** Answers which time a figure covers, and how: one incident, a day, a step, a running total, the past. */
final class CoverageResolver {

    /** Evidence of a total that nothing but the lack of a date speaks for. */
    static final String UNDATED = "undated toll";

    /** Evidence of a time taken over from the figure before it in the sentence. */
    static final String BESIDE = "the figure beside it";

    /** How long tolls are told as counted since the first day, as a rule. */
    private static final int YOUNG_DAYS = 45;

    /** More dead, or hurt, or taken away than one attack leaves, as a rule. */
    private static final int BEYOND_A_BLOW = 1_000;

    private final Reading reading;
    private final History history;

    CoverageResolver(Reading reading) {
        this.reading = reading;
        this.history = new History(reading);
    }

    /**
     * @param before the event before it in the text, if it is near
     * @param same the time of the event before it in the same sentence
     */
    Resolved<Covered> resolve(int sentence, Event event, Optional<Event> before, Optional<Covered> same) {
        Optional<Covered> past = history.of(sentence, event);
        if (past.isPresent()) {
            return Resolved.of(past.get(), 0.85, "past");
        }
        Times times = Times.of(reading, sentence, event);
        if (same.isPresent() && times.words().superseded()) {
            Covered now = same.get();
            return Resolved.of(now, 0.7, BESIDE);
        }
        if (event.measure() == Measure.STRIKES || event.measure() == Measure.EQUIPMENT_LOST) {
            if (!stepListed(sentence, event)) {
                return total(times, event) ? running(times) : happening(sentence, times, event, same);
            }
        }
        if (step(sentence, times, event, before)) {
            LocalDate day = times.days()
                    .day()
                    .or(times.days()::saidOn)
                    .or(times.days()::context)
                    .orElse(reading.today());
            return Resolved.of(
                    Covered.whole(
                            Coverage.INCREMENT,
                            day,
                            day.plusDays(1),
                            times.days().day().isEmpty()),
                    0.75,
                    "step");
        }
        return total(times, event) ? running(times) : happening(sentence, times, event, same);
    }

    /** "Tanks – 3,944 (+4)". */
    private boolean stepListed(int sentence, Event event) {
        return Items.is(reading.sentences().get(sentence).items(), event.groupAt() - 1, Tag.INCREMENT);
    }

    /** "Another 40", "rose by 54": a step on what was before; not "and hundreds more injured", which is another loss. */
    private boolean step(int sentence, Times times, Event event, Optional<Event> before) {
        if (times.words().rises()) {
            return true;
        }
        boolean beside = before.filter(reading.sentences().get(sentence).events()::contains)
                .isPresent();
        boolean otherLoss = before.filter(b -> b.measure() != event.measure()).isPresent();
        return event.group().quantity().more() && !otherLoss && !beside && event.counted();
    }

    /** "In all 5 missile strikes" may be a day's, where the text just spoke of one. */
    private boolean total(Times times, Event event) {
        if (times.since().day().isPresent()) {
            return true;
        }
        boolean ofOneDay = !event.triggerIs("toll")
                && !tollByNow(event)
                && times.days().context().isPresent()
                && times.days().asOf().isEmpty();
        return !times.words().ofBlow() && times.words().total() && !ofOneDay;
    }

    private Resolved<Covered> running(Times times) {
        Optional<LocalDate> since = times.since().day();
        LocalDate to = times.days()
                .asOf()
                .map(d -> d.plusDays(1))
                .orElse(reading.today().plusDays(1));
        LocalDate from = since.or(() -> episode().map(reading::firstDay))
                .orElseGet(() -> times.days().context().orElse(reading.today()));
        if (!from.isBefore(to)) {
            to = from.plusDays(1);
        }
        boolean assumed = times.days().asOf().isEmpty();
        return Resolved.of(
                Covered.whole(Coverage.CUMULATIVE, from, to, assumed), since.isPresent() ? 0.9 : 0.75, "total");
    }

    private Resolved<Covered> happening(int sentence, Times times, Event event, Optional<Covered> same) {
        return fighting(times, event)
                .or(() -> same.filter(s -> s.coverage() == Coverage.CUMULATIVE)
                        .filter(s -> times.days().before(times.days().find()))
                        .map(s -> Resolved.of(s, 0.65, BESIDE)))
                .or(() -> times.days().find().map(m -> Resolved.of(stated(times, m), 0.85, "stated day")))
                .or(() -> same.filter(s -> s.coverage() != Coverage.INCREMENT).map(s -> Resolved.of(s, 0.65, BESIDE)))
                .or(() -> undated(sentence, times, event))
                .orElseGet(() -> Resolved.of(context(times), 0.6, "context"));
    }

    /** All of the episode that is on, where the words speak of the fighting itself. */
    private Optional<Resolved<Covered>> fighting(Times times, Event event) {
        boolean itself = times.words().episodeItself()
                && event.counted()
                && times.days().find().filter(m -> m.unit() == Moment.Unit.DAY).isEmpty();
        Optional<LocalDate> asOf = times.days().asOf();
        return episode()
                .filter(e -> itself)
                .map(e -> Resolved.of(
                        whole(e, asOf.orElse(reading.today()), asOf.isEmpty()), 0.7, "the fighting itself"));
    }

    private Covered whole(NamedEpisode episode, LocalDate asOf, boolean assumed) {
        LocalDate from = reading.firstDay(episode);
        LocalDate end = day(episode.episode().period().to());
        LocalDate next = asOf.plusDays(1);
        LocalDate to = end.isBefore(next) ? end : next;
        return new Covered(
                Coverage.INCIDENT,
                from,
                to.isAfter(from) ? to : from.plusDays(1),
                Moment.Unit.DAY,
                assumed,
                Extent.WHOLE);
    }

    private Covered stated(Times times, Moment moment) {
        if (wholeEpisode(moment)) {
            return Covered.whole(Coverage.INCIDENT, moment.from(), moment.to(), false);
        }
        boolean incident = times.days().otherClause(moment) && !moment.lasting();
        if (moment.oneDay() && !incident) {
            return Covered.whole(Coverage.DAY, moment.from(), moment.to(), false);
        }
        boolean span = moment.unit() == Moment.Unit.DAY && !incident && moment.lasting();
        return span
                ? Covered.whole(Coverage.CUMULATIVE, moment.from(), moment.to(), false)
                : Covered.part(moment.from(), moment.to(), false);
    }

    /** What a claimant counts without a date, it counts since the fighting began. */
    private Optional<Resolved<Covered>> undated(int sentence, Times times, Event event) {
        boolean toll = episode().isPresent() && tollByNow(event) && new Blow(reading, sentence, event).absent();
        return toll ? running(times).value().map(r -> Resolved.of(r, 0.65, UNDATED)) : Optional.empty();
    }

    /** The day it was said, or that the text just spoke of; the episode, where it was of a few days. */
    private Covered context(Times times) {
        Optional<LocalDate> day = times.days().saidOn().or(times.days()::context);
        LocalDate to = day.orElse(reading.today()).plusDays(1);
        LocalDate from = day.isPresent() ? day.get() : shortEpisode().orElse(reading.today());
        return Covered.part(from.isBefore(to) ? from : to.minusDays(1), to, true);
    }

    /**
     * In the first weeks of fighting a bare toll is what has been counted since it began; later on it is one blow's or one
     * day's, unless it is larger than any blow's.
     */
    private boolean tollByNow(Event event) {
        boolean young = episode()
                .map(reading::firstDay)
                .filter(start -> !start.isBefore(reading.today().minusDays(YOUNG_DAYS)))
                .isPresent();
        return young || event.group().quantity().count().low() >= BEYOND_A_BLOW;
    }

    /** "In the offensive of 19 and 20 September": what happened in all the days of an episode is the whole of it. */
    private boolean wholeEpisode(Moment moment) {
        return !moment.oneDay()
                && reading.conflict().episodes().stream()
                        .map(e -> e.episode().period())
                        .anyMatch(p -> day(p.from()).equals(moment.from())
                                && day(p.to()).equals(moment.to()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, reading.conflict().zone());
    }

    /** Where nothing dates an event of a fight of a few days, it may have been on any of them. */
    private Optional<LocalDate> shortEpisode() {
        return episode()
                .map(reading::firstDay)
                .filter(start -> !start.isBefore(reading.today().minusDays(4)));
    }

    private Optional<NamedEpisode> episode() {
        return reading.episode();
    }
}
