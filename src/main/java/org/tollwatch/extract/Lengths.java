package org.tollwatch.extract;

import java.util.Optional;

/** Reads lengths of time: "past 24 hours", "24 hours past", "three days ago", "six weeks". */
final class Lengths {

    private final PublicationDay today;

    Lengths(PublicationDay today) {
        this.today = today;
    }

    /** The length that begins there, or {@code null}. */
    Dated find(Cursor at) {
        if (at.is(0, Tag.PAST) && at.number(1) > 0 && at.number(1) < 1900 && at.days(2) > 0) {
            double length = at.number(1) * at.days(2);
            boolean ago =
                    at.lexeme(0, Tag.PAST).filter(p -> p.is("form", "ago")).isPresent();
            return new Dated(ago ? today.ago(length) : today.span(length), 3); // "il y a trois jours"
        }
        if (at.is(0, Tag.PAST) && at.days(1) > 0) {
            return new Dated(today.span(at.days(1)), 2);
        }
        int count = at.is(1, Tag.ARTICLE) ? 2 : 1;
        if (at.days(0) > 0 && at.number(count) > 0 && at.is(count + 1, Tag.PAST)) {
            return new Dated(today.span(at.number(count) * at.days(0)), count + 2); // "the hours 24 past"
        }
        if (at.number(0) > 0 && at.number(0) < 1900 && at.is(1, Tag.PAST) && at.days(2) > 0) {
            return new Dated(today.span(at.number(0) * at.days(2)), 3); // "les 24 dernières heures"
        }
        int unit = at.is(1, Tag.DASH) || at.is(1, Tag.SPACE) ? 2 : 1;
        double days = at.number(0) * at.days(unit);
        boolean year = at.plain(0) && at.number(0) >= 1900 && at.days(unit) == 365; // "в 2020 году"
        if (at.number(0) > 0 && at.days(unit) > 0 && !year) {
            Optional<Lexeme> past = at.lexeme(unit + 1, Tag.PAST);
            if (past.filter(p -> p.is("form", "ago")).isPresent()) {
                return new Dated(today.ago(days), unit + 2);
            }
            return past.filter(p -> !p.has("weak")).isPresent()
                    ? new Dated(today.span(days), unit + 2)
                    : new Dated(new Lasting(days), unit + 1);
        }
        return null;
    }
}
