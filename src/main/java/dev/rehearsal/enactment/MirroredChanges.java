package dev.rehearsal.enactment;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a source would make of rows into changes here: of a row only what differs from the one that is live, as if its
 * author had just looked at that. Balrog carries every edit of a row into what is scheduled for it, so this is what would
 * go live.
 */
final class MirroredChanges {

    private static final ChangeId UNNUMBERED = new ChangeId(1);

    private final Tables live;
    private final ReleaseContents contents;
    private final Supplier<RuleId> ruleIds;

    /** @param ruleIds numbers that no rule has or will have */
    MirroredChanges(Tables live, ReleaseContents contents, Supplier<RuleId> ruleIds) {
        this.live = live;
        this.contents = contents;
        this.ruleIds = ruleIds;
    }

    /**
     * Returns the changes, with whatever ids.
     *
     * @param before the set as it is here; null for a new one
     */
    List<Change> of(SourceSet set, @Nullable ChangeSet before) {
        return set.changes().stream()
                .flatMap(change -> change(change, before).stream())
                .toList();
    }

    private Optional<Change> change(SourceChange change, @Nullable ChangeSet before) {
        return switch (change) {
            case SourceChange.AddedRule(Rule row) ->
                Optional.of(new Change.RuleAddition(
                        UNNUMBERED, row.withId(idOf(before)).withDataVersion(1)));
            case SourceChange.EditedRule(RuleId id, Rule row) ->
                find(live.rules(), id).map(known -> new Change.RuleEdit(UNNUMBERED, id, edits(known, row)));
            case SourceChange.RemovedRule(RuleId id) ->
                find(live.rules(), id).map(known -> new Change.RuleRemoval(UNNUMBERED, id, List.of(known)));
            case SourceChange.AddedRelease(ReleaseName name, String product, boolean readOnly, var parts) ->
                Optional.of(new Change.ReleaseAddition(
                        UNNUMBERED, name, product, readOnly, new Manifest(new TreeMap<>(parts))));
            case SourceChange.EditedRelease edit ->
                find(live.releases(), edit.name())
                        .map(known -> new Change.ReleaseEdit(UNNUMBERED, edit.name(), edits(known, edit)));
            case SourceChange.RemovedRelease(ReleaseName name) ->
                find(live.releases(), name)
                        .map(known -> new Change.ReleaseRemoval(UNNUMBERED, name, List.of(known.content())));
            case SourceChange.EditedPin(var pin, ReleaseName mapping) -> {
                ReleaseName known = live.pins().find(pin.product(), pin.channel(), pin.version());
                yield known == null && mapping == null
                        ? Optional.empty()
                        : Optional.of(new Change.PinEdit(UNNUMBERED, pin, new FieldEdit(mapping, known, known)));
            }
            case SourceChange.EditedRow<?> row -> row(row);
        };
    }

    private static <R> Optional<Change> row(SourceChange.EditedRow<R> row) {
        return row.before() == null && row.after() == null
                ? Optional.empty()
                : Optional.of(new RowChange<>(UNNUMBERED, row.kind(), row.before(), row.after()));
    }

    /** A rule that is still to be added has no id there: here it keeps the one that it got first. */
    private RuleId idOf(@Nullable ChangeSet before) {
        return before == null
                ? ruleIds.get()
                : before.changes().stream()
                        .filter(Change.RuleAddition.class::isInstance)
                        .map(known -> ((Change.RuleAddition) known).rule().id())
                        .findFirst()
                        .orElseGet(ruleIds);
    }

    private static Map<RuleField, FieldEdit> edits(Rule known, Rule wanted) {
        Map<RuleField, FieldEdit> edits = new EnumMap<>(RuleField.class);
        for (RuleField field : RuleField.values()) {
            Object before = field.read(known);
            Object after = field.read(wanted);
            if (!Objects.equals(before, after)) {
                edits.put(field, new FieldEdit(after, before, before));
            }
        }
        if (edits.isEmpty()) {
            Object priority = RuleField.PRIORITY.read(known);
            edits.put(RuleField.PRIORITY, new FieldEdit(priority, priority, priority));
        }
        return edits;
    }

    private Map<ReleaseField, FieldEdit> edits(Release known, SourceChange.EditedRelease wanted) {
        Map<ReleaseField, FieldEdit> edits = new LinkedHashMap<>();
        if (wanted.product() != null && !wanted.product().equals(known.product())) {
            edits.put(new ReleaseField.Product(), new FieldEdit(wanted.product(), known.product(), known.product()));
        }
        if (wanted.readOnly() != null && wanted.readOnly() != known.readOnly()) {
            edits.put(
                    new ReleaseField.ReadOnly(), new FieldEdit(wanted.readOnly(), known.readOnly(), known.readOnly()));
        }
        Map<String, ContentHash> parts = contents.manifest(known.content()).parts();
        TreeSet<String> paths = new TreeSet<>(wanted.parts().keySet());
        if (wanted.whole()) {
            paths.addAll(parts.keySet());
        }
        for (String path : paths) {
            ContentHash before = parts.get(path);
            ContentHash after = wanted.parts().get(path);
            if (!Objects.equals(before, after)) {
                edits.put(new ReleaseField.Part(path), new FieldEdit(after, before, before));
            }
        }
        if (edits.isEmpty()) {
            edits.put(new ReleaseField.Product(), new FieldEdit(known.product(), known.product(), known.product()));
        }
        return edits;
    }

    private static <K, V> Optional<V> find(Map<K, V> rows, K key) {
        return Optional.ofNullable(rows.get(key));
    }
}
