package org.tollwatch.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tollwatch.ask.Json;

/**
 * One page of a list.
 *
 * @param offset how many items stand before it
 * @param more whether others follow
 */
record Page<T>(List<T> items, int offset, boolean more) {

    /** Writes the fields of an item. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T item, JsonGenerator to) throws IOException;
    }

    static <T> Page<T> of(List<T> all, Asked asked) {
        int from = Math.min(asked.offset(), all.size());
        int to = (int) Math.min((long) from + asked.limit(), all.size());
        return new Page<>(all.subList(from, to), from, to < all.size());
    }

    /** The items, and where the next page begins if there is one. */
    String json(Writer<T> writer, Json.Fields besides) {
        return Json.line(to -> {
            besides.write(to);
            to.writeArrayFieldStart("items");
            for (T item : items) {
                Json.object(to, inner -> writer.write(item, inner));
            }
            to.writeEndArray();
            if (more) {
                to.writeNumberField("next", offset + items.size());
            }
        });
    }
}
