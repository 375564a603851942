package dev.rehearsal.approval.store;

import dev.rehearsal.approval.TestedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The fingerprints of states, as many together as one statement asks for. */
final class Fingerprints {

    private static final int CHUNK = 500;

    private Fingerprints() {}

    static List<List<String>> of(Collection<TestedState> states) {
        List<String> all = states.stream()
                .map(state -> state.fingerprint().value())
                .distinct()
                .toList();
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
