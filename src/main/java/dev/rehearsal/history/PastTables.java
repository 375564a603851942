package dev.rehearsal.history;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.history.store.Histories;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.live.Pin;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The live tables as of a time: a known state that is near, with what differs, or else all that their histories say. */
@Component
class PastTables {

    private final Histories histories;

    PastTables(Histories histories) {
        this.histories = histories;
    }

    /**
     * A state that is known already.
     *
     * @param at null for the current one
     */
    record Known(@Nullable Instant at, Tables tables) {}

    /** @param known states to begin with, the best first; one at least */
    Tables at(Instant time, List<Known> known) {
        Map<RuleId, Rule> rules = rows(
                histories.rules(), time, known, Tables::rules, key -> new RuleId(((Number) key).longValue()), Rule::id);
        Map<ReleaseName, Release> releases = rows(
                histories.releases(),
                time,
                known,
                Tables::releases,
                key -> new ReleaseName((String) key),
                Release::name);
        Pins pins = Pin.lookup(histories.pins().at(time).stream()
                .flatMap(revision -> revision.contentIfAny().stream())
                .toList());
        RuleSet similar = known.getFirst().tables().ruleSet();
        return new Tables(rules, RuleSet.of(rules.values(), similar), releases, pins);
    }

    private static <K, T> Map<K, T> rows(
            HistoryTable<T> history,
            Instant time,
            List<Known> known,
            Function<Tables, Map<K, T>> rows,
            Function<Object, K> key,
            Function<T, K> keyOf) {
        for (Known begin : known) {
            Optional<HistoryTable.Moved<T>> moved = history.move(begin.at(), time);
            if (moved.isPresent()) {
                Map<K, T> all = new HashMap<>(rows.apply(begin.tables()));
                moved.get().written().forEach(written -> all.remove(key.apply(written)));
                all.putAll(byKey(moved.get().then(), keyOf));
                return all;
            }
        }
        return byKey(history.at(time), keyOf);
    }

    private static <K, T> Map<K, T> byKey(List<Revision<T>> revisions, Function<T, K> key) {
        Map<K, T> byKey = new HashMap<>();
        Stream<T> rows = revisions.stream().flatMap(revision -> revision.contentIfAny().stream());
        rows.forEach(row -> byKey.put(key.apply(row), row));
        return byKey;
    }
}
