package dev.rehearsal.insight.impact;

import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.serve.impact.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts requests that have something in common, and remembers what the most of them ask. */
final class Counted {

    private static final Comparator<RequestClass> MOST_ASKED =
            Comparator.comparingLong(RequestClass::requests).reversed();

    private final Tally tally = new Tally();
    private final List<RequestClass> examples = new ArrayList<>();
    private double weight;

    /** @param part from 0 to 1 */
    void add(RequestClass asked, double part) {
        if (part <= 0) {
            return;
        }
        tally.add(asked.requests(), part);
        weight += asked.requests() * part;
        if (examples.size() < ImpactLine.MOST_EXAMPLES || MOST_ASKED.compare(asked, examples.getLast()) < 0) {
            examples.add(asked);
            examples.sort(MOST_ASKED);
            if (examples.size() > ImpactLine.MOST_EXAMPLES) {
                examples.removeLast();
            }
        }
    }

    double weight() {
        return weight;
    }

    ImpactLine line(String label, Population population) {
        return new ImpactLine(
                label,
                tally.of(population),
                examples.stream().map(RequestClass::query).toList());
    }
}
