package dev.rehearsal.staging;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A pending set, due as many hours from the beginning as its id says until it is told otherwise. */
final class SetBuilder {

    private final ChangeSetId id;
    private final List<BiFunction<ChangeId, InMemoryContents, Change>> changes = new ArrayList<>();
    private Instant due;

    private SetBuilder(long id) {
        this.id = new ChangeSetId(id);
        this.due = hour(id);
    }

    static SetBuilder aSet(long id) {
        return new SetBuilder(id);
    }

    SetBuilder due(long hour) {
        this.due = hour(hour);
        return this;
    }

    SetBuilder adds(RuleBuilder rule) {
        return change((change, contents) -> new Change.RuleAddition(change, rule.build()));
    }

    /** An edit of one field whose author saw the same value live and staged. */
    SetBuilder edits(long rule, RuleField field, @Nullable Object seen, @Nullable Object becomes) {
        return edits(rule, field, seen, seen, becomes);
    }

    SetBuilder edits(
            long rule, RuleField field, @Nullable Object live, @Nullable Object staged, @Nullable Object becomes) {
        return edits(rule, Map.of(field, new FieldEdit(becomes, live, staged)));
    }

    SetBuilder edits(long rule, Map<RuleField, FieldEdit> fields) {
        return change((change, contents) -> new Change.RuleEdit(change, new RuleId(rule), new EnumMap<>(fields)));
    }

    /** @param seen the row in each form in which its author saw it */
    SetBuilder removes(RuleBuilder... seen) {
        List<Rule> rows = Arrays.stream(seen).map(RuleBuilder::build).toList();
        return change((change, contents) ->
                new Change.RuleRemoval(change, rows.getFirst().id(), rows));
    }

    SetBuilder addsRelease(String name, String blob) {
        return addsRelease(name, "Firefox", blob);
    }

    SetBuilder addsRelease(String name, String product, String blob) {
        return change((change, contents) ->
                new Change.ReleaseAddition(change, new ReleaseName(name), product, false, contents.put(name, blob)));
    }

    SetBuilder editsRelease(String name, ReleaseField field, @Nullable Object seen, @Nullable Object becomes) {
        return change((change, contents) -> new Change.ReleaseEdit(
                change, new ReleaseName(name), Map.of(field, new FieldEdit(becomes, seen, seen))));
    }

    /** Edits one part; null for a part that was not there, or shall not be. */
    SetBuilder editsPart(String name, String path, @Nullable String seen, @Nullable String becomes) {
        return change((change, contents) -> {
            ContentHash found = seen == null ? null : contents.putPart(seen);
            ContentHash value = becomes == null ? null : contents.putPart(becomes);
            return new Change.ReleaseEdit(
                    change,
                    new ReleaseName(name),
                    Map.of(new ReleaseField.Part(path), new FieldEdit(value, found, found)));
        });
    }

    /** Edits every part in which the two blobs differ. */
    SetBuilder rewritesRelease(String name, String seen, String becomes) {
        return change((change, contents) -> {
            Manifest before = contents.put(name, seen);
            Manifest after = contents.put(name, becomes);
            Map<ReleaseField, FieldEdit> fields =
                    new TreeMap<>((one, other) -> one.label().compareTo(other.label()));
            TreeSet<String> paths = new TreeSet<>(before.parts().keySet());
            paths.addAll(after.parts().keySet());
            for (String path : paths) {
                ContentHash found = before.parts().get(path);
                ContentHash value = after.parts().get(path);
                if (!Objects.equals(found, value)) {
                    fields.put(new ReleaseField.Part(path), new FieldEdit(value, found, found));
                }
            }
            return new Change.ReleaseEdit(change, new ReleaseName(name), fields);
        });
    }

    SetBuilder removesRelease(String name, String seen) {
        return change((change, contents) -> new Change.ReleaseRemoval(
                change, new ReleaseName(name), List.of(contents.put(name, seen).content())));
    }

    QueuedSet build(InMemoryContents contents) {
        List<Change> built = new ArrayList<>();
        for (BiFunction<ChangeId, InMemoryContents, Change> change : changes) {
            built.add(change.apply(new ChangeId(id.value() * 100 + built.size()), contents));
        }
        return new QueuedSet(id, due, built);
    }

    private SetBuilder change(BiFunction<ChangeId, InMemoryContents, Change> change) {
        changes.add(change);
        return this;
    }

    private static Instant hour(long hour) {
        return Instant.EPOCH.plus(Duration.ofHours(hour));
    }
}
