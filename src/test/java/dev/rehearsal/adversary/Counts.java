package dev.rehearsal.adversary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each kind of act was tried, and accepted. */
final class Counts {

    private final Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> accepted = new EnumMap<>(Kind.class);
    private int commits;
    private int sequences;

    synchronized void tried(Kind kind) {
        tried.merge(kind, 1, Integer::sum);
    }

    synchronized void accepted(Kind kind) {
        accepted.merge(kind, 1, Integer::sum);
    }

    synchronized void committed() {
        commits++;
    }

    synchronized void began() {
        sequences++;
    }

    synchronized List<Kind> neverAccepted() {
        return Arrays.stream(Kind.values())
                .filter(kind -> !accepted.containsKey(kind))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    synchronized int sequences() {
        return sequences;
    }

    @Override
    public synchronized String toString() {
        return "%d sequences, %d acts, %d accepted, %d changes of guarded answers; accepted of tried: %s"
                .formatted(
                        sequences,
                        tried.values().stream().mapToInt(Integer::intValue).sum(),
                        accepted.values().stream().mapToInt(Integer::intValue).sum(),
                        commits,
                        Arrays.stream(Kind.values())
                                .map(kind -> "%s %d/%d"
                                        .formatted(kind, accepted.getOrDefault(kind, 0), tried.getOrDefault(kind, 0)))
                                .collect(Collectors.joining(", ")));
    }
}
