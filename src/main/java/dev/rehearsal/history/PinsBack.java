package dev.rehearsal.history;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.live.Pin;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes back what sets made of pins, the latest set first. */
final class PinsBack {

    private final HistoryTable<Pin> history;
    private final Map<Pins.Key, ReleaseName> live;
    private final List<String> left;
    private final Map<Pins.Key, Optional<ReleaseName>> becomes = new LinkedHashMap<>();

    PinsBack(HistoryTable<Pin> history, Map<Pins.Key, ReleaseName> live, List<String> left) {
        this.history = history;
        this.live = live;
        this.left = left;
    }

    void takeBack(Pins.Key pin, ChangeSetId set) {
        Written.by(
                        history,
                        set,
                        () -> new Conditions()
                                .and(
                                        "product = ? and channel = ? and version = ?",
                                        pin.product(),
                                        pin.channel(),
                                        pin.version()))
                .ifPresent(written -> takeBack(pin, release(written.before()), release(written.after())));
    }

    private static @Nullable ReleaseName release(@Nullable Pin pin) {
        return pin == null ? null : pin.mapping();
    }

    private void takeBack(Pins.Key pin, @Nullable ReleaseName before, @Nullable ReleaseName after) {
        ReleaseName now =
                becomes.getOrDefault(pin, Optional.ofNullable(live.get(pin))).orElse(null);
        if (Objects.equals(now, after)) {
            becomes.put(pin, Optional.ofNullable(before));
        } else if (!Objects.equals(now, before)) {
            left.add(pin + " was changed since");
        }
    }

    List<Proposal> proposals() {
        return becomes.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue().orElse(null), live.get(entry.getKey())))
                .<Proposal>map(entry ->
                        new Proposal.SetPin(entry.getKey(), entry.getValue().orElse(null)))
                .toList();
    }
}
