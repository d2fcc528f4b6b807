package org.tollwatch.serve;

import java.util.List;
import java.util.function.Function;

/**
 * A column of an exported table.
 *
 * @param name stands in the first row, and stays what it is
 * @param tag what it holds, as a hashtag of the HXL standard 1.1; stands in the second row
 * @param value of an item: a text, a number, a list of texts, or null for nothing
 */
record Column<T>(String name, String tag, Function<T, Object> value) {

    /** The item's cell, safe to open in a spreadsheet. */
    String cell(T item) {
        Object found = value.apply(item);
        if (found == null) {
            return "";
        }
        if (found instanceof List<?> texts) {
            return Cells.list(texts);
        }
        return found instanceof Number ? found.toString() : Cells.text(found.toString());
    }
}
