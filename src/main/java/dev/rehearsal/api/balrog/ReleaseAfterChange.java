package dev.rehearsal.api.balrog;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A release as one change alone makes it.
 *
 * @param dataVersion of the row that it changes; null where there is none
 */
record ReleaseAfterChange(
        String product, boolean readOnly, @Nullable Integer dataVersion, Manifest manifest) {

    /** The live row, or what the queue before a set makes of a release that is not live; null if there is neither. */
    static @Nullable ReleaseAfterChange before(
            ChangeSetId set, ReleaseName name, NodeState state, ReleaseContents contents) {
        Release live = state.live().releases().get(name);
        if (live != null) {
            return new ReleaseAfterChange(
                    live.product(), live.readOnly(), live.dataVersion(), contents.manifest(live.content()));
        }
        ReleaseAfterChange queued = null;
        for (ChangeSet earlier : state.queue()) {
            if (earlier.id().equals(set)) {
                break;
            }
            for (Change change : earlier.changes()) {
                if (name.equals(ChangeSet.releaseOf(change))) {
                    queued = after(change, queued);
                }
            }
        }
        return queued;
    }

    /** @return null for a removal, or where there is nothing to edit */
    static @Nullable ReleaseAfterChange after(Change change, @Nullable ReleaseAfterChange before) {
        return switch (change) {
            case Change.ReleaseAddition(var _, var _, String product, boolean readOnly, Manifest manifest, var _) ->
                new ReleaseAfterChange(product, readOnly, null, manifest);
            case Change.ReleaseEdit edit -> before == null ? null : before.with(edit.fields());
            case Change.ReleaseRemoval _,
                    Change.RuleAddition _,
                    Change.RuleEdit _,
                    Change.RuleRemoval _,
                    Change.PinEdit _,
                    Change.Unstaged _ -> null;
        };
    }

    private ReleaseAfterChange with(Map<ReleaseField, FieldEdit> fields) {
        SortedMap<String, ContentHash> parts = new TreeMap<>(manifest.parts());
        String newProduct = product;
        boolean newReadOnly = readOnly;
        for (Map.Entry<ReleaseField, FieldEdit> field : fields.entrySet()) {
            Object value = field.getValue().value();
            switch (field.getKey()) {
                case ReleaseField.Product() -> newProduct = String.valueOf(value);
                case ReleaseField.ReadOnly() -> newReadOnly = Boolean.TRUE.equals(value);
                case ReleaseField.Part(String path) -> {
                    if (value instanceof ContentHash content) {
                        parts.put(path, content);
                    } else {
                        parts.remove(path);
                    }
                }
            }
        }
        return new ReleaseAfterChange(newProduct, newReadOnly, dataVersion, new Manifest(parts));
    }
}
