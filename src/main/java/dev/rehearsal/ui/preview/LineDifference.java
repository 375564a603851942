package dev.rehearsal.ui.preview;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference between two short texts as one list of lines: those in both, those only in the old one, those only in
 * the new one.
 */
record LineDifference(List<Line> lines) {

    /** The text or texts in which a line is found. */
    enum Place {
        BOTH,
        OLD,
        NEW
    }

    record Line(Place place, String text) {}

    /** Keeps the longest common run of lines; costs time and memory in proportion to the product of both lengths. */
    static LineDifference between(List<String> old, List<String> current) {
        int[][] common = new int[old.size() + 1][current.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = current.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(current.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < current.size()) {
            if (i < old.size() && j < current.size() && old.get(i).equals(current.get(j))) {
                lines.add(new Line(Place.BOTH, old.get(i++)));
                j++;
            } else if (j == current.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Place.OLD, old.get(i++)));
            } else {
                lines.add(new Line(Place.NEW, current.get(j++)));
            }
        }
        return new LineDifference(List.copyOf(lines));
    }
}
