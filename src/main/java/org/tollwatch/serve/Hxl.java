package org.tollwatch.serve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.tollwatch.ledger.Count;
import org.tollwatch.ledger.Measure;

/**
 * Hashtags of the HXL standard 1.1 for figures. In a table of one measure the tag names it; in one of several it cannot,
 * as a tag holds for its whole column.
 */
final class Hxl {

    private Hxl() {}

    /**
     * The columns of a low, a best and a high; an open high is an empty cell.
     *
     * @param measure the only one in the table; empty: there may be several
     */
    static <T> List<Column<T>> figures(
            Optional<Measure> measure, ToLongFunction<T> low, ToLongFunction<T> best, ToLongFunction<T> high) {
        String tag = measure.map(Hxl::tag).orElse("#indicator+value+num");
        return List.of(
                new Column<>("low", tag + "+min", low::applyAsLong),
                new Column<>("best", tag + "+best", best::applyAsLong),
                new Column<>("high", tag + "+max", bounded(high)));
    }

    private static <T> Function<T, Object> bounded(ToLongFunction<T> high) {
        return item -> high.applyAsLong(item) == Count.OPEN ? null : high.applyAsLong(item);
    }

    /** Never two of HXL's own kinds of harm at once: {@code +killed+injured} would be read as killed. */
    private static String tag(Measure measure) {
        return switch (measure) {
            case KILLED -> "#affected+killed";
            case WOUNDED -> "#affected+injured";
            case CASUALTIES -> "#affected+casualties";
            case MISSING -> "#affected+missing";
            case CAPTURED -> "#affected+captured";
            case EVACUATED -> "#affected+evacuated";
            case DISPLACED -> "#affected+displaced+new";
            case IN_DISPLACEMENT -> "#affected+displaced+current";
            case STRIKES -> "#event+strikes+num";
            case EQUIPMENT_LOST -> "#impact+equipment+num";
        };
    }
}
