package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.staging.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/** Explains the difference between two fingerprints of one product on one live channel. */
public sealed interface Explanation {

    /** How many sentences are read where there is little room. */
    int FEW = 3;

    /** Without full stops; empty where nothing differs. */
    List<String> sentences();

    /** @param reasons empty if and only if the fingerprints are equal */
    record Told(String product, String liveChannel, Fingerprint from, Fingerprint to, List<Reason> reasons)
            implements Explanation {

        public Told {
            reasons = List.copyOf(reasons);
        }

        @Override
        public List<String> sentences() {
            return reasons.stream().map(Reason::sentence).distinct().toList();
        }
    }

    /** A state cannot be put together any more. */
    record CannotTell(String sentence) implements Explanation {

        @Override
        public List<String> sentences() {
            return List.of(sentence);
        }
    }

    /** The first few, and how many there are besides. */
    default List<String> few() {
        List<String> all = sentences();
        if (all.size() <= FEW + 1) {
            return all;
        }
        List<String> few = new ArrayList<>(all.subList(0, FEW));
        few.add("%d more differences".formatted(all.size() - FEW));
        return few;
    }
}
