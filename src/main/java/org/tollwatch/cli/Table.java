package org.tollwatch.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Rows in columns, each as wide as its widest cell; the last takes what is left of the width and is wrapped. */
final class Table {

    private static final String GAP = "  ";
    private static final int LEAST_LAST = 16;

    private final int indent;
    private final int width;
    private final Set<Integer> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param right which columns hold figures, and are aligned by their last digit */
    Table(int indent, int width, Integer... right) {
        this.indent = indent;
        this.width = width;
        this.right = Set.of(right);
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** A line across the columns. */
    void title(String title) {
        rows.add(List.of(title));
    }

    void print(PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths();
        int used = used(widths);
        int left = Math.max(LEAST_LAST, width - used);
        for (List<String> row : rows) {
            if (row.size() == 1) {
                out.println(" ".repeat(indent) + row.get(0));
            } else {
                print(row, widths, used, left, out);
            }
        }
    }

    /** How many columns of the terminal it takes up to its last column. */
    int width() {
        return used(widths()) - GAP.length();
    }

    private int[] widths() {
        int last = rows.stream().mapToInt(List::size).max().orElse(1) - 1;
        int[] widths = new int[last];
        for (List<String> row : rows) {
            for (int i = 0; i < last && row.size() > 1; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    private int used(int[] widths) {
        return indent + Arrays.stream(widths).map(w -> w + GAP.length()).sum();
    }

    private void print(List<String> row, int[] widths, int used, int left, PrintWriter out) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int i = 0; i < widths.length; i++) {
            line.append(
                            right.contains(i)
                                    ? DisplayWidth.padLeft(row.get(i), widths[i])
                                    : DisplayWidth.pad(row.get(i), widths[i]))
                    .append(GAP);
        }
        List<String> wrapped = wrap(row.get(widths.length), left);
        out.println((line + wrapped.get(0)).stripTrailing());
        wrapped.subList(1, wrapped.size()).forEach(more -> out.println(" ".repeat(used) + more));
    }

    /** At spaces; a word longer than the width is cut. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(DisplayWidth.cut(word, width));
        }
        lines.add(line.toString());
        return lines;
    }
}
