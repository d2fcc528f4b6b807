package org.tollwatch.extract;

import java.util.List;
import java.util.Optional;

/** Looks around a place in a list of items; beyond its ends there is nothing. */
record Cursor(List<Item> items, int at) {

    Optional<Item> item(int offset) {
        int i = at + offset;
        return i >= 0 && i < items.size() ? Optional.of(items.get(i)) : Optional.empty();
    }

    boolean is(int offset, Tag tag) {
        int i = at + offset;
        return i >= 0 && i < items.size() && items.get(i).is(tag);
    }

    boolean isAny(int offset, Tag... tags) {
        int i = at + offset;
        return i >= 0 && i < items.size() && items.get(i).isAny(tags);
    }

    Optional<Lexeme> lexeme(int offset, Tag tag) {
        return is(offset, tag) ? items.get(at + offset).lexeme(tag) : Optional.empty();
    }

    private Optional<Figure> figure(int offset) {
        return is(offset, Tag.NUMBER) ? items.get(at + offset).sense(Figure.class) : Optional.empty();
    }

    /** The number there, or what an ordinal that makes the next word its own says ("the seventh of"); 0 when there is none. */
    double number(int offset) {
        Optional<Figure> figure = figure(offset);
        if (figure.isPresent() && figure.get().value() >= 0) {
            return figure.get().real();
        }
        Optional<Lexeme> unit = lexeme(offset, Tag.UNIT_BEFORE);
        return unit.isPresent() && unit.get().has("value") ? unit.get().value() : 0;
    }

    /** Whether the number there is written in bare digits, as a year is. */
    boolean plain(int offset) {
        return figure(offset).filter(f -> f.shape() == Figure.Shape.PLAIN).isPresent();
    }

    /** Whether an ending is glued to the figure there: "27-ին", which is the day of a month and no count. */
    boolean inflected(int offset) {
        return plain(offset)
                && item(offset).orElseThrow().length()
                        > Long.toString((long) number(offset)).length();
    }

    NumericDate numericDate(int offset) {
        return item(offset).flatMap(i -> i.sense(NumericDate.class)).orElse(null);
    }

    /** The length of the unit of time there, in days; 0 when there is none. */
    double days(int offset) {
        Optional<Lexeme> unit = lexeme(offset, Tag.UNIT);
        return unit.isPresent() && unit.get().has("days")
                ? Double.parseDouble(unit.get().trait("days"))
                : 0;
    }

    /** Whether what stands there is what a number counts. */
    boolean counted(int offset) {
        return isAny(offset, Tag.PERSON, Tag.GEAR, Tag.AMMO, Tag.CLASSIFIER, Tag.MORE, Tag.OBJECT)
                || item(offset)
                        .flatMap(i -> i.sense(Name.class))
                        .filter(n -> n.form() == Name.Form.PEOPLE)
                        .isPresent()
                || lexeme(offset, Tag.TRIGGER).filter(t -> t.has("head")).isPresent();
    }

    /** How many items name a month there: its name, or the word for month and its number. */
    int monthLength(int offset) {
        boolean numbered = is(offset, Tag.MONTH_WORD) && number(offset + 1) >= 1 && number(offset + 1) <= 12;
        return is(offset, Tag.MONTH) ? 1 : numbered ? 2 : 0;
    }

    int month(int offset) {
        return is(offset, Tag.MONTH)
                ? Integer.parseInt(lexeme(offset, Tag.MONTH).orElseThrow().trait("month"))
                : monthLength(offset) == 2 ? (int) number(offset + 1) : 0;
    }

    /** Where a year stands after a month or a day: past a comma or the word for year; -1 when none does. */
    int yearAt(int offset) {
        int i = offset;
        while (i < offset + 3 && isAny(i, Tag.COMMA, Tag.YEAR_WORD, Tag.SPACE, Tag.DASH)) {
            i++;
        }
        return number(i) >= 1900 && number(i) < 2700 && plain(i) && !counted(i + 1) ? i : -1;
    }
}
