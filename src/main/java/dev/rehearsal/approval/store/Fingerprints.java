package dev.rehearsal.approval.store;

import dev.rehearsal.approval.TestedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fingerprints of states, as many together as one statement asks for. */
final class Fingerprints {

    private static final int CHUNK = 500;

    private Fingerprints() {}

    static List<List<String>> of(Collection<TestedState> states) {
        return inChunks(
                states.stream().map(state -> state.fingerprint().value()).collect(Collectors.toSet()));
    }

    static List<List<String>> inChunks(Set<String> prints) {
        List<String> all = List.copyOf(prints);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
