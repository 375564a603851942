package dev.rehearsal.dataset;

import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems of a dataset, in the order of the file; of very many the first are kept. */
final class ProblemList {

    private static final int MOST_KEPT = 100;

    private final List<Problem> kept = new ArrayList<>();
    private int more;

    void add(String place, String sentence) {
        if (kept.size() < MOST_KEPT) {
            kept.add(new Problem(place, sentence));
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** @throws DatasetException if there are any */
    void refuse() {
        if (kept.isEmpty()) {
            return;
        }
        List<Problem> all = new ArrayList<>(kept);
        if (more > 0) {
            all.add(new Problem("", "… and " + more + " more."));
        }
        throw new DatasetException(all);
    }
}
