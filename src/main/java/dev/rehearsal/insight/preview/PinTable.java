package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table of all live pins, and those that the queue makes, with what is queued for each.
 *
 * @param rows by product, channel and version
 */
public record PinTable(List<Row> rows) {

    private static final Comparator<Pins.Key> BY_NAME = Comparator.comparing(Pins.Key::product)
            .thenComparing(Pins.Key::channel)
            .thenComparing(Pins.Key::version);

    /**
     * One pin.
     *
     * @param live null where there is none yet
     * @param staged as the queue leaves it; null where it removes it
     * @param pending every set that changes it, in queue order
     */
    public record Row(
            Pins.Key pin,
            @Nullable ReleaseName live,
            @Nullable ReleaseName staged,
            List<ChangeSet> pending) {}

    public static PinTable of(NodeState state) {
        Map<Pins.Key, ReleaseName> live = state.live().pins().releases();
        Map<Pins.Key, ReleaseName> staged =
                state.stages().wholeQueue().staged().pins().releases();
        TreeSet<Pins.Key> keys = new TreeSet<>(BY_NAME);
        keys.addAll(live.keySet());
        keys.addAll(staged.keySet());
        List<Row> rows = new ArrayList<>();
        keys.forEach(key -> rows.add(new Row(
                key,
                live.get(key),
                staged.get(key),
                state.queue().stream().filter(set -> sets(set, key)).toList())));
        return new PinTable(List.copyOf(rows));
    }

    private static boolean sets(ChangeSet set, Pins.Key key) {
        return set.changes().stream()
                .anyMatch(change ->
                        change instanceof Change.PinEdit edit && edit.pin().equals(key));
    }

    public Optional<Row> find(Pins.Key pin) {
        return rows.stream().filter(row -> row.pin().equals(pin)).findFirst();
    }
}
