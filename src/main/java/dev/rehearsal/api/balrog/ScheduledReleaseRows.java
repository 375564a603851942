package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.history.ScheduledRevision;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Scheduled changes of releases in Balrog's shape: the release as it would be if this change alone were enacted, with the
 * data version of the row as it is. A removal has nothing but that and the name (a Balrog fact).
 *
 * <p>Where a set writes a release part by part, each part that is asked for has its row alone, and its path. In lists there
 * is one row for all of them, with the number of the first: what signs or enacts one does so with all.
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
        return rows(scheduled, ScheduledReleaseRows::isOnePart);
    }

    private List<Map<String, @Nullable Object>> rows(
            List<ScheduledChange> scheduled, Predicate<ScheduledChange> inParts) {
        NodeState state = snapshots.current();
        Map<Long, List<Release>> written = releases.writtenBy(scheduled.stream()
                .filter(ScheduledChange::isComplete)
                .map(change -> change.set().id().value())
                .distinct()
                .toList());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ScheduledChange change : scheduled) {
            List<Release> bySet = written.getOrDefault(change.set().id().value(), List.of());
            rows.add(inParts.test(change) ? part(change, state) : whole(change, state, bySet));
        }
        return rows;
    }

    /** Returns one revision of such a change: the release as it alone would have made it, where its content is kept. */
    Map<String, @Nullable Object> revision(ScheduledRevision<Release> revision) {
        Change change = revision.change();
        Release base = revision.base();
        ReleaseAfterChange before = base == null
                ? null
                : contents.findManifest(base.content())
                        .map(manifest ->
                                new ReleaseAfterChange(base.product(), base.readOnly(), base.dataVersion(), manifest))
                        .orElse(null);
        ReleaseAfterChange after = ReleaseAfterChange.after(change, before);
        Map<String, @Nullable Object> json = HistoryJson.ofAnyKind(revision);
        json.put("change_type", Subject.of(change).type());
        json.put("name", Subject.of(change).target());
        json.put("product", after == null ? null : after.product());
        json.put("read_only", after != null && after.readOnly());
        json.put("data", after == null ? null : json(after));
        json.put("data_version", base == null ? null : base.dataVersion());
        return json;
    }

    /** Returns one change for each release that a set changes, but for those that Balrog's second API lists. */
    List<ScheduledChange> listed(List<ScheduledChange> scheduled) {
        SecondApi secondApi = SecondApi.of(releases);
        Set<String> seen = new HashSet<>();
        return scheduled.stream()
                .filter(change -> !secondApi.lists(change.change()))
                .filter(change -> seen.add(change.set().id() + " " + nameOf(change)))
                .toList();
    }

    /** Returns a row of the whole release for each. */
    List<Map<String, @Nullable Object>> withoutParts(List<ScheduledChange> listed) {
        return rows(listed, change -> false);
    }

    static boolean isOnePart(ScheduledChange scheduled) {
        return scheduled.changesOf(nameOf(scheduled)) > 1;
    }

    private Map<String, @Nullable Object> whole(ScheduledChange scheduled, NodeState state, List<Release> written) {
        ReleaseAfterChange before = ReleaseAfterChange.before(scheduled.set().id(), nameOf(scheduled), state, contents);
        ReleaseAfterChange after = scheduled.isComplete() ? enacted(scheduled, written) : after(scheduled, before);
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

    /** Returns what the whole set makes of the release. */
    private static @Nullable ReleaseAfterChange after(ScheduledChange scheduled, @Nullable ReleaseAfterChange before) {
        ReleaseName name = nameOf(scheduled);
        ReleaseAfterChange after = before;
        for (Change change : scheduled.set().changes()) {
            if (name.equals(ChangeSet.releaseOf(change))) {
                after = ReleaseAfterChange.after(change, after);
            }
        }
        return after;
    }

    private static @Nullable Integer dataVersion(@Nullable ReleaseAfterChange release) {
        return release == null ? null : release.dataVersion();
    }

    /** Balrog keeps the data version that the change was made for. */
    private @Nullable ReleaseAfterChange enacted(ScheduledChange scheduled, List<Release> written) {
        if (!(scheduled.change() instanceof Change.ReleaseEdit)) {
            return after(scheduled, null);
        }
        return written.stream()
                .filter(release -> release.name().equals(nameOf(scheduled)))
                .findFirst()
                .flatMap(release -> contents.findManifest(release.content())
                        .map(manifest -> new ReleaseAfterChange(
                                release.product(), release.readOnly(), release.dataVersion() - 1, manifest)))
                .orElse(null);
    }

    /** Parts that do not fit together any more are in conflict where they are staged; here there is nothing to show. */
    private @Nullable JsonNode json(ReleaseAfterChange release) {
        try {
            return contents.json(release.manifest());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Map<String, @Nullable Object> part(ScheduledChange scheduled, NodeState state) {
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

    static ReleaseName nameOf(ScheduledChange scheduled) {
        return Objects.requireNonNull(ChangeSet.releaseOf(scheduled.change()), "a change of a release");
    }
}
