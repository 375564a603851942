package dev.rehearsal.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The form in which tables keep who wrote something: one name a line, the latest last. */
public final class WriterNames {

    private WriterNames() {}

    public static String joined(Collection<Actor> writers) {
        return writers.stream().map(Actor::name).collect(Collectors.joining("\n"));
    }

    /** Returns nobody for an empty text: who wrote it is not on record. */
    public static List<Actor> split(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split("\n")).map(Actor::new).toList();
    }
}
