package org.tollwatch.feed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tollwatch.stream.Reason;

/**
 * How somebody else's table is read: which of its columns is which of ours, what holds for all of its rows, what its words
 * mean, and which figures a row has.
 *
 * @param columns ours to theirs
 * @param values ours to what holds where the table has no column, or the cell is empty
 * @param words of a column of ours: theirs to ours; case makes no difference
 * @param claims the figures of a row, each with columns and values of its own; none: one figure a row
 */
record TableMap(
        Map<String, String> columns,
        Map<String, String> values,
        Map<String, Map<String, String>> words,
        List<Figure> claims) {

    /** One of a row's figures. */
    record Figure(Map<String, String> columns, Map<String, String> values) {

        Figure {
            columns = columns == null ? Map.of() : columns;
            values = values == null ? Map.of() : values;
        }
    }

    /** No map: the columns are named as ours, and there are no others. */
    static final TableMap OWN = new TableMap(null, null, null, null);

    TableMap {
        columns = columns == null ? Map.of() : columns;
        values = values == null ? Map.of() : values;
        words = words == null ? Map.of() : folded(words);
        claims = claims == null ? List.of() : List.copyOf(claims);
    }

    private static Map<String, Map<String, String>> folded(Map<String, Map<String, String>> words) {
        Map<String, Map<String, String>> folded = new HashMap<>();
        words.forEach((column, meanings) -> {
            Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            any.putAll(meanings);
            folded.put(column, any);
        });
        return folded;
    }

    /** @throws TableMapException when the file cannot be used */
    static TableMap read(Path file) {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            TableMap map = yaml.readValue(Files.readAllBytes(file), TableMap.class);
            if (map == null) {
                throw new TableMapException(
                        file.toString(), "is empty; write columns, values, words and claims as docs/input.md has them");
            }
            map.check(file);
            return map;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new TableMapException(
                    file + (at == null ? "" : ":" + at.getLineNr()),
                    Quoted.brief(e.getOriginalMessage(), 200)
                            + "; write columns, values, words and claims as docs/input.md has them");
        } catch (IOException e) {
            throw new TableMapException(file.toString(), Sources.unreadable(e).getMessage());
        }
    }

    private void check(Path file) {
        Stream.concat(
                        Stream.of(columns, values),
                        claims.stream().flatMap(figure -> Stream.of(figure.columns(), figure.values())))
                .flatMap(map -> map.entrySet().stream())
                .filter(entry -> entry.getValue() == null)
                .findFirst()
                .ifPresent(entry -> {
                    throw new TableMapException(
                            file.toString(),
                            "'" + Quoted.brief(entry.getKey())
                                    + "' has nothing right of the colon; name a column of the"
                                    + " table there, or under values what it is in every row");
                });
        Set<String> ours = new HashSet<>(columns.keySet());
        ours.addAll(values.keySet());
        ours.addAll(words.keySet());
        for (Figure figure : claims) {
            ours.addAll(figure.columns().keySet());
            ours.addAll(figure.values().keySet());
        }
        for (String name : ours) {
            if (!ClaimColumns.NAMES.contains(name)) {
                throw new TableMapException(
                        file.toString(),
                        "'" + Quoted.brief(name) + "' is no column of ours; they are "
                                + String.join(", ", ClaimColumns.NAMES) + ", and stand left of the colon");
            }
        }
    }

    boolean isOwn() {
        return columns.isEmpty() && claims.isEmpty();
    }

    /** Refuses a table that lacks a column of the map, or without a map one that has columns which are not ours. */
    void check(List<String> table) throws Flaw {
        if (isOwn()) {
            ClaimColumns.check(table);
            return;
        }
        Set<String> theirs = new HashSet<>(columns.values());
        claims.forEach(figure -> theirs.addAll(figure.columns().values()));
        for (String name : theirs) {
            if (!table.contains(name)) {
                throw new Flaw(
                        Reason.WRONG_SHAPE,
                        Quoted.brief(name) + ": the table has no such column, and the map names it; it has "
                                + Quoted.brief(String.join(", ", table), 500));
            }
        }
    }

    /** A row's figures, each as cells under our names. */
    List<ClaimColumns> figures(Row row) {
        List<Figure> figures = claims.isEmpty() ? List.of(new Figure(null, null)) : claims;
        return figures.stream().map(figure -> figure(row, figure)).toList();
    }

    private ClaimColumns figure(Row row, Figure figure) {
        Map<String, String> theirs = new HashMap<>(columns);
        theirs.putAll(figure.columns());
        Map<String, String> cells = new HashMap<>(values);
        cells.putAll(figure.values());
        if (isOwn()) {
            cells.putAll(row.cells());
        }
        theirs.forEach((ours, name) -> row.optional(name).ifPresent(cell -> cells.put(ours, cell)));
        words.forEach((column, meanings) ->
                cells.computeIfPresent(column, (name, cell) -> meanings.getOrDefault(cell, cell)));
        return new ClaimColumns(cells, theirs);
    }
}
