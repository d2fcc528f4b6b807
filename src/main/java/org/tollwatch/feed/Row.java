package org.tollwatch.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tollwatch.stream.Reason;

/**
 * One row of a table.
 *
 * @param cells what stands in each column, in the table's order, without those that are blank
 * @param origin file:line
 */
record Row(Map<String, String> cells, String origin) {

    /** A JSON object as a row: its values must be plain. */
    static Row of(ObjectNode object, String origin) throws Flaw {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                throw new Flaw(
                        Reason.WRONG_SHAPE,
                        Quoted.brief(field.getKey()) + ": expected text or a number, not "
                                + value.getNodeType().name().toLowerCase(Locale.ROOT));
            }
            if (!value.isNull() && !value.asText().isBlank()) {
                cells.put(field.getKey(), value.asText().strip());
            }
        }
        return new Row(cells, origin);
    }

    Optional<String> optional(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** @param advice what to write, after a semicolon */
    String required(String column, String advice) throws Flaw {
        return optional(column).orElseThrow(() -> new Flaw(Reason.MISSING_FIELD, column + ": missing; " + advice));
    }

    /** The row's own words, for a quote: {@code report_date=2023-10-07, killed=232}. */
    String words() {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(", "));
    }
}
