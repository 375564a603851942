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
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The live tables as of a time: those of now with what differs, or else all that their histories say. */
@Component
class PastTables {

    private final Histories histories;

    PastTables(Histories histories) {
        this.histories = histories;
    }

    Tables at(Instant time, Tables current) {
        Map<RuleId, Rule> rules = rows(
                histories.rules(),
                time,
                current,
                Tables::rules,
                key -> new RuleId(((Number) key).longValue()),
                Rule::id);
        Map<ReleaseName, Release> releases = rows(
                histories.releases(),
                time,
                current,
                Tables::releases,
                key -> new ReleaseName((String) key),
                Release::name);
        Pins pins = Pin.lookup(histories.pins().at(time).stream()
                .flatMap(revision -> revision.contentIfAny().stream())
                .toList());
        return new Tables(rules, RuleSet.of(rules.values(), current.ruleSet()), releases, pins);
    }

    private static <K, T> Map<K, T> rows(
            HistoryTable<T> history,
            Instant time,
            Tables current,
            Function<Tables, Map<K, T>> rows,
            Function<Object, K> key,
            Function<T, K> keyOf) {
        return history.movedSince(time)
                .map(moved -> {
                    Map<K, T> all = new HashMap<>(rows.apply(current));
                    moved.written().forEach(written -> all.remove(key.apply(written)));
                    all.putAll(byKey(moved.then(), keyOf));
                    return all;
                })
                .orElseGet(() -> byKey(history.at(time), keyOf));
    }

    private static <K, T> Map<K, T> byKey(List<Revision<T>> revisions, Function<T, K> key) {
        Map<K, T> byKey = new HashMap<>();
        Stream<T> rows = revisions.stream().flatMap(revision -> revision.contentIfAny().stream());
        rows.forEach(row -> byKey.put(key.apply(row), row));
        return byKey;
    }
}
