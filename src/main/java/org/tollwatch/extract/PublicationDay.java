package org.tollwatch.extract;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The day a text was published on, from which the dates in it are read. */
final class PublicationDay {

    private final LanguagePack pack;
    private final LocalDateTime published;
    private final LocalDate today;

    /** @param published in the conflict's zone */
    PublicationDay(LanguagePack pack, LocalDateTime published) {
        this.pack = pack;
        this.published = published;
        this.today = published.toLocalDate();
    }

    LocalDate day() {
        return today;
    }

    /** Whether the pack counts years from another one, and so may leave out their century. */
    boolean era() {
        return pack.eraOffset() > 0;
    }

    /** The year of our era that a stated one is; of two digits, one of this century. */
    int year(int stated) {
        if (stated < 100) {
            return era() ? 2500 + stated - pack.eraOffset() : 2000 + stated;
        }
        return stated >= pack.eraFrom() ? stated - pack.eraOffset() : stated;
    }

    /** The last such day that is not in the future; a day of slack for time zones. */
    LocalDate past(int month, int day) {
        LocalDate date = LocalDate.of(today.getYear(), month, day);
        return date.isAfter(today.plusDays(1)) ? LocalDate.of(today.getYear() - 1, month, day) : date;
    }

    /** The last day with that number that is not in the future. */
    LocalDate dayOfMonth(int day) {
        LocalDate month = today.getDayOfMonth() + 1 >= day ? today : today.minusMonths(1);
        return LocalDate.of(month.getYear(), month.getMonthValue(), day);
    }

    /** The last such day of the week, today among them. */
    LocalDate weekday(Lexeme word) {
        long weekday = Long.parseLong(word.trait("weekday"));
        return today.minusDays(Math.floorMod(today.getDayOfWeek().getValue() - weekday, 7));
    }

    Moment ago(double days) {
        return Moment.day(today.minusDays(Math.min(Math.round(days), 100_000)));
    }

    /** "The past day" of a report of the morning is the day before: the day its middle fell on. */
    Moment span(double days) {
        if (days <= 1.01) {
            LocalDate day = published.minusHours(12).toLocalDate();
            return new Moment(day, day.plusDays(1), Moment.Unit.DAY, true);
        }
        long whole = Math.min(Math.round(days), 100_000);
        return new Moment(today.plusDays(1).minusDays(whole), today.plusDays(1), Moment.Unit.DAY, true);
    }
}
