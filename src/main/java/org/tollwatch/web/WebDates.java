package org.tollwatch.web;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Dates as the web has them. */
final class WebDates {

    private WebDates() {}

    static Moment read(String text) {
        String date = text.strip();
        for (DateTimeFormatter form :
                new DateTimeFormatter[] {DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME
                }) {
            try {
                return Moment.of(OffsetDateTime.parse(date, form).toInstant());
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Moment.unknown("'" + Flaws.shown(date) + "' is not understood as a date");
    }
}
