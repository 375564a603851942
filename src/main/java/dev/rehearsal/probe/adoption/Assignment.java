package dev.rehearsal.probe.adoption;

import java.util.Arrays;

/**
 * The cheapest way to give each row a column of its own (the Hungarian method, with potentials). Takes time in proportion
 * to rows² · columns.
 */
final class Assignment {

    private final int[][] cost;
    private final int columns;
    private final long[] rowPotential;
    private final long[] columnPotential;
    /** By column, from 1: the row that has it, from 1; 0 for none. */
    private final int[] rowOf;

    private Assignment(int[][] cost) {
        this.cost = cost;
        this.columns = cost[0].length;
        this.rowPotential = new long[cost.length + 1];
        this.columnPotential = new long[columns + 1];
        this.rowOf = new int[columns + 1];
    }

    /**
     * @param cost by row and column; at least as many columns as rows, and the same number in each row
     * @return by row, the column that it gets
     */
    static int[] cheapest(int[][] cost) {
        if (cost.length == 0) {
            return new int[0];
        }
        Assignment assignment = new Assignment(cost);
        for (int row = 1; row <= cost.length; row++) {
            assignment.place(row);
        }
        int[] columnOf = new int[cost.length];
        for (int column = 1; column <= assignment.columns; column++) {
            if (assignment.rowOf[column] > 0) {
                columnOf[assignment.rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** Finds the shortest way from the row to a free column, and moves every row on the way by one. */
    private void place(int row) {
        rowOf[0] = row;
        long[] least = new long[columns + 1];
        int[] before = new int[columns + 1];
        boolean[] done = new boolean[columns + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        int at = 0;
        do {
            done[at] = true;
            at = next(at, least, before, done);
        } while (rowOf[at] != 0);
        while (at != 0) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
    }

    private int next(int at, long[] least, int[] before, boolean[] done) {
        int row = rowOf[at];
        long step = Long.MAX_VALUE;
        int nearest = 0;
        for (int column = 1; column <= columns; column++) {
            if (!done[column]) {
                long reduced = cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
                if (reduced < least[column]) {
                    least[column] = reduced;
                    before[column] = at;
                }
                if (least[column] < step) {
                    step = least[column];
                    nearest = column;
                }
            }
        }
        for (int column = 0; column <= columns; column++) {
            if (done[column]) {
                rowPotential[rowOf[column]] += step;
                columnPotential[column] -= step;
            } else if (least[column] != Long.MAX_VALUE) {
                least[column] -= step;
            }
        }
        return nearest;
    }
}
