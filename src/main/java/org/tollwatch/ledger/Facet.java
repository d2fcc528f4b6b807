package org.tollwatch.ledger;

import java.util.function.ToLongFunction;

/** One number of a {@link Figure}. */
enum Facet {
    LOW(Figure::low),
    BEST(Figure::best),
    HIGH(Figure::high),
    CAP(Figure::cap);

    private final ToLongFunction<Figure> number;

    Facet(ToLongFunction<Figure> number) {
        this.number = number;
    }

    long of(Figure figure) {
        return number.applyAsLong(figure);
    }

    boolean same(Figure a, Figure b) {
        return of(a) == of(b);
    }
}
