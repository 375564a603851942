package dev.rehearsal.api;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Scheduled changes of releases in Balrog's shape: the release as it would be if this change alone were enacted, with the
 * data version of the row as it is. A removal has nothing but that and the name (a Balrog fact).
 *
 * <p>Where a set writes a release part by part, each row has its part alone, and its path: the whole release in each of a
 * thousand rows would be too much.
 */
@Component
class ScheduledReleaseRows {

    private final Releases releases;
    private final StoredContents contents;
    private final SnapshotKeeper snapshots;
    private final ScheduledRow scheduledRow;

    ScheduledReleaseRows(
            Releases releases, StoredContents contents, SnapshotKeeper snapshots, ScheduledRow scheduledRow) {
        this.releases = releases;
        this.contents = contents;
        this.snapshots = snapshots;
        this.scheduledRow = scheduledRow;
    }

    List<Map<String, @Nullable Object>> of(List<ScheduledChange> scheduled) {
        CurrentState state = snapshots.current();
        Map<Long, List<Release>> written = releases.writtenBy(scheduled.stream()
                .filter(ScheduledChange::isComplete)
                .map(change -> change.set().id().value())
                .distinct()
                .toList());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ScheduledChange change : scheduled) {
            List<Release> bySet = written.getOrDefault(change.set().id().value(), List.of());
            rows.add(isOnePart(change) ? part(change, state) : whole(change, state, bySet));
        }
        return rows;
    }

    static boolean isOnePart(ScheduledChange scheduled) {
        return scheduled.changesOf(nameOf(scheduled)) > 1;
    }

    private Map<String, @Nullable Object> whole(ScheduledChange scheduled, CurrentState state, List<Release> written) {
        LoneRelease before = LoneRelease.before(scheduled.set().id(), nameOf(scheduled), state, contents);
        LoneRelease after =
                scheduled.isComplete() ? enacted(scheduled, written) : LoneRelease.after(scheduled.change(), before);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", nameOf(scheduled).value());
        row.put("product", after == null ? null : after.product());
        row.put("read_only", after != null && after.readOnly());
        row.put("data", after == null ? null : json(after));
        row.put("data_version", after == null ? dataVersion(before) : after.dataVersion());
        scheduledRow.addTo(
                row,
                scheduled,
                switch (scheduled.change()) {
                    case Change.ReleaseEdit _ -> "update";
                    default -> PartTree.changeType(scheduled.change());
                });
        return row;
    }

    private static @Nullable Integer dataVersion(@Nullable LoneRelease release) {
        return release == null ? null : release.dataVersion();
    }

    /** Balrog keeps the data version that the change was made for. */
    private @Nullable LoneRelease enacted(ScheduledChange scheduled, List<Release> written) {
        if (!(scheduled.change() instanceof Change.ReleaseEdit)) {
            return LoneRelease.after(scheduled.change(), null);
        }
        return written.stream()
                .filter(release -> release.name().equals(nameOf(scheduled)))
                .findFirst()
                .flatMap(release -> contents.findManifest(release.content())
                        .map(manifest -> new LoneRelease(
                                release.product(), release.readOnly(), release.dataVersion() - 1, manifest)))
                .orElse(null);
    }

    /** Parts that do not fit together any more are in conflict where they are staged; here there is nothing to show. */
    private @Nullable JsonNode json(LoneRelease release) {
        try {
            return contents.json(release.manifest());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Map<String, @Nullable Object> part(ScheduledChange scheduled, CurrentState state) {
        String path = PartTree.path(scheduled.change());
        Release live = state.live().releases().get(nameOf(scheduled));
        ContentHash content = contentOf(scheduled.change(), path);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", nameOf(scheduled).value());
        row.put("path", path);
        row.put("product", productOf(scheduled.change(), live == null ? null : live.product()));
        row.put("read_only", live != null && live.readOnly());
        row.put("data", content == null ? null : contents.part(content).orElse(null));
        row.put("data_version", live == null ? null : live.dataVersion());
        scheduledRow.addTo(row, scheduled, PartTree.changeType(scheduled.change()));
        return row;
    }

    static @Nullable String productOf(Change change, @Nullable String live) {
        return change instanceof Change.ReleaseAddition addition ? addition.product() : live;
    }

    private static @Nullable ContentHash contentOf(Change change, String path) {
        return switch (change) {
            case Change.ReleaseAddition addition -> addition.manifest().parts().get(path);
            case Change.ReleaseEdit edit -> {
                FieldEdit part = edit.fields().get(new ReleaseField.Part(path));
                yield part == null ? null : (ContentHash) part.value();
            }
            case Change.ReleaseRemoval _,
                    Change.RuleAddition _,
                    Change.RuleEdit _,
                    Change.RuleRemoval _,
                    Change.PinEdit _,
                    Change.Unstaged _ -> null;
        };
    }

    private static ReleaseName nameOf(ScheduledChange scheduled) {
        return Objects.requireNonNull(ChangeSet.releaseOf(scheduled.change()), "a change of a release");
    }
}
