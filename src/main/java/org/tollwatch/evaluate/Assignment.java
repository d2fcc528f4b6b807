package org.tollwatch.evaluate;

import java.util.Arrays;

/** Who goes with whom, each with one at most, so that the gain of all together is largest (the Hungarian method). */
final class Assignment {

    private final long[][] gain;
    private final int rows;
    private final int columns;
    private final long[] rowPrice;
    private final long[] columnPrice;
    private final int[] rowOf;
    private final int[] before;

    private Assignment(long[][] gain, int columns) {
        this.gain = gain;
        rows = gain.length;
        this.columns = columns + rows; // each row may stay alone, at no gain
        rowPrice = new long[rows + 1];
        columnPrice = new long[this.columns + 1];
        rowOf = new int[this.columns + 1];
        before = new int[this.columns + 1];
    }

    /**
     * The column of each row, -1 where it stays alone.
     *
     * @param gain by row and column; 0 where the two may not go together
     */
    static int[] best(long[][] gain, int columns) {
        Assignment assignment = new Assignment(gain, columns);
        for (int row = 1; row <= assignment.rows; row++) {
            assignment.place(row);
        }
        int[] columnOf = new int[gain.length];
        Arrays.fill(columnOf, -1);
        for (int column = 1; column <= columns; column++) {
            int row = assignment.rowOf[column] - 1;
            if (row >= 0 && gain[row][column - 1] > 0) {
                columnOf[row] = column - 1;
            }
        }
        return columnOf;
    }

    /** Finds room for one more row along the cheapest path of exchanges. Index 0 is nobody. */
    private void place(int row) {
        long[] least = new long[columns + 1];
        boolean[] used = new boolean[columns + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        rowOf[0] = row;
        int column = 0;
        while (rowOf[column] != 0) {
            used[column] = true;
            column = next(column, least, used);
        }
        while (column != 0) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
    }

    private int next(int from, long[] least, boolean[] used) {
        int next = 0;
        for (int column = 1; column <= columns; column++) {
            if (!used[column]) {
                long cost = cost(rowOf[from], column) - rowPrice[rowOf[from]] - columnPrice[column];
                if (cost < least[column]) {
                    least[column] = cost;
                    before[column] = from;
                }
                next = next == 0 || least[column] < least[next] ? column : next;
            }
        }
        reprice(least, used, least[next]);
        return next;
    }

    private void reprice(long[] least, boolean[] used, long by) {
        for (int column = 0; column <= columns; column++) {
            if (used[column]) {
                rowPrice[rowOf[column]] += by;
                columnPrice[column] -= by;
            } else if (column > 0) {
                least[column] -= by;
            }
        }
    }

    private long cost(int row, int column) {
        return column <= columns - rows ? -gain[row - 1][column - 1] : 0;
    }
}
