package org.tollwatch.extract;

/**
 * The words of time around an event.
 *
 * @param words of totals and steps
 * @param since when a running total began
 * @param days the days that are named
 */
record Times(TotalWords words, Since since, EventDay days) {

    static Times of(Reading reading, int sentence, Event event) {
        EventDay days = new EventDay(reading, sentence, event);
        return new Times(new TotalWords(reading, sentence, event, days), new Since(reading, sentence, event), days);
    }
}
