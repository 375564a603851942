package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells two states of the tables apart, row by row; cost grows with their rows. */
public final class TablesDifference {

    private TablesDifference() {}

    /** Returns what makes the later state of the earlier one; in no particular order, and each row once. */
    public static List<Transition> between(Tables earlier, Tables later) {
        List<Transition> transitions = new ArrayList<>();
        if (earlier == later) {
            return transitions;
        }
        for (RuleId id : unlike(earlier.rules(), later.rules())) {
            transitions.add(new Transition.OfRule(
                    id, earlier.rules().get(id), later.rules().get(id)));
        }
        for (ReleaseName name : unlike(earlier.releases(), later.releases())) {
            transitions.add(new Transition.OfRelease(
                    name, earlier.releases().get(name), later.releases().get(name)));
        }
        Pins was = earlier.pins();
        Pins becomes = later.pins();
        Set<Pins.Key> pins = new HashSet<>(unlike(was.releases(), becomes.releases()));
        pins.addAll(unlike(was.incarnations(), becomes.incarnations()));
        for (Pins.Key pin : pins) {
            transitions.add(new Transition.OfPin(
                    pin,
                    was.releases().get(pin),
                    becomes.releases().get(pin),
                    becomes.incarnations().getOrDefault(pin, was.incarnations().getOrDefault(pin, 0L))));
        }
        return transitions;
    }

    private static <K, V> Set<K> unlike(Map<K, V> earlier, Map<K, V> later) {
        Set<K> unlike = new HashSet<>();
        earlier.forEach((key, value) -> {
            V other = later.get(key);
            if (value != other && !Objects.equals(value, other)) {
                unlike.add(key);
            }
        });
        later.keySet().stream().filter(key -> !earlier.containsKey(key)).forEach(unlike::add);
        return unlike;
    }
}
