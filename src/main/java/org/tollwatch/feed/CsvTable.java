package org.tollwatch.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tollwatch.stream.Reason;

/** The header of a CSV file, and the rows under it. Fields are parted as the header has them: by , or ; or a tab. */
final class CsvTable {

    private static final String SEPARATORS = ",;\t";

    private final CsvReaderBuilder csv;
    private final List<String> columns;

    CsvTable(Line header) throws Flaw {
        String text = text(header);
        csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .maxBufferSize(2 * BoundedLines.LONGEST)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false);
        columns = fields(text).stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw new Flaw(
                        Reason.WRONG_SHAPE, Quoted.brief(column) + ": two columns have this name; rename one of them");
            }
        }
    }

    List<String> columns() {
        return columns;
    }

    Row row(Line line, String origin) throws Flaw {
        List<String> fields = fields(text(line));
        if (fields.size() != columns.size()) {
            throw new Flaw(
                    Reason.WRONG_SHAPE,
                    "the row has " + fields.size() + " fields, and the header has " + columns.size()
                            + "; put a field that holds the separator or a quote into quotes");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                cells.put(columns.get(i), fields.get(i).strip());
            }
        }
        return new Row(cells, origin);
    }

    private List<String> fields(String text) throws Flaw {
        try {
            return new ArrayList<>(csv.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException e) {
            long lines = text.lines().count();
            throw new Flaw(
                    Reason.WRONG_SHAPE,
                    "no row of a CSV file"
                            + (lines > 1 ? " (its quotes leave " + lines + " lines in one row)" : "")
                            + "; close every quote, and write a quote inside of a field twice");
        }
    }

    private static String text(Line line) throws Flaw {
        if (line.tooLong()) {
            throw new Flaw(
                    Reason.TOO_LARGE,
                    "the row has " + line.length() + " bytes, and at most " + BoundedLines.LONGEST
                            + " (8 MiB) are read; a quote may not be closed");
        }
        String text = Utf8.decode(line.bytes());
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The one that is used most; a table of one column has none. */
    private static char separator(String header) {
        char most = ',';
        for (char c : SEPARATORS.toCharArray()) {
            most = count(header, c) > count(header, most) ? c : most;
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
