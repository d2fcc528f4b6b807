package org.tollwatch.extract;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds days, months, years and spans, read from the day of publication. */
final class DateStage {

    /** What every date and length begins with. */
    private static final Tag[] OPENING = {
        Tag.NUMBER,
        Tag.DATE,
        Tag.MONTH,
        Tag.WEEKDAY,
        Tag.RELATIVE_DAY,
        Tag.DAY_WORD,
        Tag.MONTH_WORD,
        Tag.YEAR_WORD,
        Tag.PAST,
        Tag.UNIT,
        Tag.UNIT_BEFORE
    };

    private final Lengths lengths;
    private final CalendarDates dates;
    private final RelativeDays days;

    /** @param published in the conflict's zone */
    DateStage(LanguagePack pack, LocalDateTime published) {
        PublicationDay today = new PublicationDay(pack, published);
        this.lengths = new Lengths(today);
        this.dates = new CalendarDates(today);
        this.days = new RelativeDays(today, dates);
    }

    List<Item> apply(List<Item> items) {
        List<Item> dated = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); ) {
            Dated found = find(new Cursor(items, i));
            if (found == null) {
                dated.add(items.get(i++));
            } else {
                since(dated);
                int last = i + found.length() - 1;
                last += ofThatDay(items, found, last + 1) ? 1 : 0;
                dated.add(Item.of(items.get(i).start(), items.get(last).end(), found.sense()));
                i = last + 1;
            }
        }
        dated.replaceAll(DateStage::otherwise);
        return dated;
    }

    /** "13 September overnight": the night of the day that was named, not the last one. */
    private static boolean ofThatDay(List<Item> items, Dated found, int next) {
        return found.sense() instanceof Moment
                && next < items.size()
                && items.get(next).has(Tag.RELATIVE_DAY, "many");
    }

    /** A word that means "since" only right before a date, as Russian "с": there it means nothing else. */
    private static void since(List<Item> dated) {
        Item last = dated.isEmpty() ? null : dated.get(dated.size() - 1);
        if (last != null && last.has(Tag.SINCE, "weak")) {
            dated.set(dated.size() - 1, Item.of(last.start(), last.end(), new Lexeme(Tag.SINCE, "", Map.of())));
        }
    }

    private static Item otherwise(Item item) {
        return !item.is(Tag.SINCE) || !item.has(Tag.SINCE, "weak")
                ? item
                : new Item(
                        item.start(),
                        item.end(),
                        item.senses().stream().filter(s -> s.tag() != Tag.SINCE).toList());
    }

    private Dated find(Cursor at) {
        if (!at.isAny(0, OPENING)) {
            return null;
        }
        try {
            Dated found = lengths.find(at);
            found = found == null ? dates.find(at) : found;
            return found == null ? days.find(at) : found;
        } catch (DateTimeException e) {
            return null; // 31 February: no date, then
        }
    }
}
