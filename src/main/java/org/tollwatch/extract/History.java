package org.tollwatch.extract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tollwatch.conflict.NamedEpisode;
import org.tollwatch.ledger.Coverage;
import org.tollwatch.ledger.Extent;
import org.tollwatch.ledger.Period;

/**
 * Tells figures of the past told as background. A past episode is known by its name, by a year or month that is its own, or
 * by how long it lasted; where the words give a wrong date ("last November", left from an older text), the episode that fits
 * best corrects it.
 */
final class History {

    /** Days before publication within which a date is news, not history. */
    private static final int NEWS = 45;

    private final Reading reading;

    History(Reading reading) {
        this.reading = reading;
    }

    /** The past period that the figures of this clause belong to; empty when they are news. */
    Optional<Covered> of(int sentence, Event event) {
        Sentence in = reading.sentences().get(sentence);
        Optional<Item> marker = marker(in, event).or(() -> carried(sentence, event));
        if (marker.isEmpty()) {
            return lasted(in).map(this::covered);
        }
        Optional<NamedEpisode> named = named(marker.get());
        if (named.isPresent()) {
            return named.map(this::covered);
        }
        Moment moment = marker.get().sense(Moment.class).orElseThrow();
        Optional<NamedEpisode> episode = best(sentence, moment);
        return Optional.of(episode.map(this::covered)
                .orElseGet(() -> new Covered(
                        Coverage.HISTORICAL,
                        moment.from(),
                        min(moment.to(), reading.today().plusDays(1)),
                        moment.unit(),
                        false,
                        Extent.WHOLE)));
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private Optional<NamedEpisode> named(Item item) {
        return Reading.name(item, Name.Kind.EPISODE)
                .flatMap(n -> reading.conflict().episodes().stream()
                        .filter(e -> e.episode().id().equals(n.id()))
                        .findFirst());
    }

    private boolean past(Item item) {
        Optional<NamedEpisode> episode = named(item);
        if (episode.isPresent()) {
            return end(episode.get()).isBefore(reading.today().minusDays(NEWS / 3));
        }
        return item.sense(Moment.class)
                .filter(m -> !m.to().isAfter(reading.today().minusDays(NEWS)) && !m.lasting())
                .isPresent();
    }

    /** The nearest past date or episode of the sentence, unless a date that is news stands nearer. */
    private Optional<Item> marker(Sentence in, Event event) {
        List<Item> items = in.items();
        Item best = null;
        double least = 18;
        boolean history = false;
        for (int i : in.times()) {
            Item item = items.get(i);
            boolean past = past(item);
            boolean news = !past
                    && (item.is(Tag.DATE) && item.sense(Moment.class).isPresent()
                            || named(item).isPresent());
            boolean told = event.first() > i
                    && !closed(items, i, event.first())
                    && i + 2 < items.size()
                    && items.subList(i + 1, Math.min(items.size(), i + 5)).stream()
                            .anyMatch(x -> x.isAny(Tag.BREAK, Tag.RELATIVE));
            boolean other = i > event.last() // "in areas it retook in 2020": the date of another deed
                    && items.subList(event.last(), i).stream().anyMatch(x -> x.is(Tag.PRONOUN));
            if (!past && !news || compared(items, i) && !told || past && other) {
                continue;
            }
            double cost =
                    i < event.first() ? Reach.between(items, i, event.first()) : Reach.between(items, event.last(), i);
            if (cost < least) {
                best = item;
                least = cost;
                history = past;
            }
        }
        return history ? Optional.of(best) : Optional.empty();
    }

    /** "Since 18 March, when the army came back, 3,747 have died": what is told of the date ends before the figure. */
    private static boolean closed(List<Item> items, int date, int event) {
        int since = date - 1;
        while (since > 0 && !items.get(since).is(Tag.SINCE) && since > date - 4) {
            since--;
        }
        boolean opens = since <= 1 || items.get(since - 1).is(Tag.COMMA);
        boolean told = false;
        for (int i = date + 1; opens && i < event; i++) {
            told |= items.get(i).isAny(Tag.BREAK, Tag.RELATIVE);
            if (told && items.get(i).is(Tag.COMMA)) {
                return true;
            }
        }
        return false;
    }

    /** "The worst fighting since 2020": the year is only compared with. */
    private boolean compared(List<Item> items, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            if (items.get(k).isAny(Tag.SINCE, Tag.BEGAN)) {
                boolean began = items.get(k).has(Tag.SINCE, "weak");
                return items.get(k).is(Tag.SINCE) && (!began || now(items.get(i)) || unended(items));
            }
        }
        return false;
    }

    /** Of a war that no file knows the episodes of: it is on where nothing says that it ended. */
    private boolean unended(List<Item> items) {
        return reading.conflict().general() && items.stream().noneMatch(i -> i.is(Tag.ENDED));
    }

    /** "The war that began in October": a day of the fight that is on. */
    private boolean now(Item item) {
        return reading.episode()
                .filter(e -> item.sense(Moment.class)
                        .filter(m -> !m.from().isBefore(reading.firstDay(e)))
                        .isPresent())
                .isPresent();
    }

    /** A sentence with no date of its own goes on with the past one before it, in the same paragraph. */
    private Optional<Item> carried(int sentence, Event event) {
        Splitter.Span span = reading.sentences().get(sentence).span();
        Sentence here = reading.sentences().get(sentence);
        boolean dated = here.times().stream().anyMatch(i -> here.items().get(i).is(Tag.DATE));
        if (dated) {
            return Optional.empty();
        }
        for (int i = sentence - 1; i >= 0 && i >= sentence - 2; i--) {
            Sentence before = reading.sentences().get(i);
            if (before.span().paragraph() != span.paragraph()) {
                break;
            }
            List<Item> dates = before.times().stream()
                    .filter(k -> !compared(before.items(), k))
                    .map(before.items()::get)
                    .filter(d -> d.sense(Moment.class).isPresent() || named(d).isPresent())
                    .toList();
            if (!dates.isEmpty()) {
                Item last = dates.get(dates.size() - 1);
                return dates.stream().allMatch(this::past) ? Optional.of(last) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "In six years of war": the past episode that lasted so long. */
    private Optional<NamedEpisode> lasted(Sentence in) {
        List<Item> items = in.items();
        for (int i : in.times()) {
            Optional<Lasting> lasting = items.get(i).sense(Lasting.class).filter(l -> l.days() >= 10);
            boolean fight =
                    items.subList(i, Math.min(items.size(), i + 4)).stream().anyMatch(x -> x.is(Tag.EPISODE));
            if (lasting.isPresent() && fight) {
                return reading.conflict().episodes().stream()
                        .filter(e -> end(e).isBefore(reading.today().minusDays(NEWS / 3)) && lasted(e, lasting.get()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private boolean lasted(NamedEpisode episode, Lasting lasting) {
        long length = reading.firstDay(episode).until(end(episode), ChronoUnit.DAYS);
        return Math.abs(lasting.days() - length) <= length * 0.15;
    }

    private Covered covered(NamedEpisode episode) {
        return Covered.whole(Coverage.HISTORICAL, reading.firstDay(episode), end(episode), false);
    }

    /** The past episode that the date, the year, the length named nearby fit best. */
    private Optional<NamedEpisode> best(int sentence, Moment moment) {
        NamedEpisode best = null;
        double most = 1.5;
        for (NamedEpisode episode : reading.conflict().episodes()) {
            if (end(episode).isAfter(reading.today().minusDays(NEWS / 3))) {
                continue;
            }
            double score = overlap(episode, moment) + nearby(episode, sentence, moment);
            if (score > most) {
                best = episode;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private double overlap(NamedEpisode episode, Moment moment) {
        boolean overlaps = moment.from().isBefore(end(episode))
                && reading.firstDay(episode).isBefore(moment.to());
        boolean month = moment.unit() != Moment.Unit.YEAR
                && (moment.from().getMonth() == end(episode).getMonth()
                        || moment.from().getMonth() == reading.firstDay(episode).getMonth());
        return overlaps ? moment.unit() == Moment.Unit.YEAR ? 2 : 3 : month ? 1 : 0;
    }

    private double nearby(NamedEpisode episode, int sentence, Moment moment) {
        double score = 0;
        for (int i = Math.max(0, sentence - 4); i <= sentence; i++) {
            for (Item item : reading.sentences().get(i).items()) {
                Optional<Lasting> lasting = i == sentence ? item.sense(Lasting.class) : Optional.empty();
                score += lasting.filter(l -> lasted(episode, l)).isPresent() ? 2 : 0;
                score += named(item).filter(episode::equals).isPresent() ? 1 : 0;
                score += item.sense(Moment.class)
                                .filter(m ->
                                        m.unit() == Moment.Unit.YEAR && !m.equals(moment) && overlap(episode, m) > 0)
                                .isPresent()
                        ? 0.5
                        : 0;
            }
        }
        return Math.min(score, 3);
    }

    /** The day after the last. */
    private LocalDate end(NamedEpisode episode) {
        Period period = episode.episode().period();
        return LocalDate.ofInstant(period.to(), reading.conflict().zone());
    }
}
