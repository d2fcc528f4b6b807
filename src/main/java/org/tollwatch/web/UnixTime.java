package org.tollwatch.web;

import java.time.Instant;

/** Seconds or milliseconds since 1970, where a date is nothing but digits. */
final class UnixTime {

    private UnixTime() {}

    static boolean is(String date) {
        return (date.length() == 10 || date.length() == 13) && date.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static Moment read(String date, String shown) {
        long number = Long.parseLong(date);
        Instant at = date.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return Moment.assumed(at, shown + "is read as Unix time");
    }
}
