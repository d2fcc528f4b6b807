package org.tollwatch.web;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates as the web has them: RFC 822 in all its forms, ISO 8601 in part or whole, asctime, months in many languages, Unix
 * time. What feedparser reads is read as it does: without a time it is midnight, without a zone it is UTC. But nothing is
 * ever filled in from today.
 */
final class WebDates {

    private static final int LONGEST = 120;

    /** Korean publishers leave their zone out, and there is but one. */
    private static final Pattern KOREAN = Pattern.compile("[년월일]|오전|오후");

    private WebDates() {}

    /** The moment, or why there is none. */
    static Moment read(String text) {
        String date = text.strip();
        if (date.isEmpty()) {
            return Moment.unknown("is empty");
        }
        String shown = "'" + Flaws.shown(date) + "' ";
        if (date.length() > LONGEST) {
            return Moment.unknown(shown + "is too long for a date");
        }
        try {
            return folded(DateFold.of(date), shown);
        } catch (NotADate e) {
            return Moment.unknown(shown + e.getMessage());
        }
    }

    private static Moment folded(String date, String shown) throws NotADate {
        if (UnixTime.is(date)) {
            return UnixTime.read(date, shown);
        }
        String apart = CompactTime.apart(date);
        TimeOfDay time = TimeOfDay.in(apart).orElseThrow(() -> new NotADate("has a time that no clock shows"));
        CalendarDay day = CalendarDay.in(time.rest());
        LocalDateTime local =
                day.day().atTime(time.hour() % 24, time.minute(), time.second()).plusDays(time.hour() / 24);
        Optional<ZoneOffset> zone = Zones.of(time.zone(), local);
        ZoneOffset assumed = KOREAN.matcher(date).find() ? ZoneOffset.ofHours(9) : ZoneOffset.UTC;
        List<String> flaws = new ArrayList<>();
        day.flaw().ifPresent(flaws::add);
        if (zone.isEmpty()) {
            flaws.add(time.zone().isEmpty() ? "names no zone" : "names a zone that is not understood");
            flaws.add("read as " + (assumed.equals(ZoneOffset.UTC) ? "UTC" : "Korean time"));
        }
        Optional<String> flaw = flaws.isEmpty() ? Optional.empty() : Optional.of(shown + String.join("; ", flaws));
        return new Moment(Optional.of(local.toInstant(zone.orElse(assumed))), flaw);
    }
}
