package dev.rehearsal.api.balrog;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The releases that Balrog's second API made, live and pending, as it lists them: each with what is scheduled for it. */
@Component
class ReleaseListV2 {

    private final SnapshotKeeper snapshots;
    private final Releases releases;
    private final ScheduledChanges scheduledChanges;
    private final ScheduledRow scheduledRow;

    ReleaseListV2(
            SnapshotKeeper snapshots, Releases releases, ScheduledChanges scheduledChanges, ScheduledRow scheduledRow) {
        this.snapshots = snapshots;
        this.releases = releases;
        this.scheduledChanges = scheduledChanges;
        this.scheduledRow = scheduledRow;
    }

    /** By name. The data version is that of the base part, as this API's writes want it. */
    List<Map<String, @Nullable Object>> rows() {
        NodeState state = snapshots.current();
        Map<ReleaseName, Integer> versions = releases.baseVersions();
        Map<ReleaseName, List<Rule>> naming = ReleaseReader.rulesByRelease(state);
        SortedMap<ReleaseName, Map<String, @Nullable Object>> rows = new TreeMap<>();
        SecondApi secondApi = SecondApi.of(releases);
        for (Release release : state.live().releases().values()) {
            if (!secondApi.lists(release)) {
                continue;
            }
            rows.put(
                    release.name(),
                    row(
                            state,
                            release,
                            versions.getOrDefault(release.name(), release.dataVersion()),
                            naming.getOrDefault(release.name(), List.of())));
        }
        SortedMap<ReleaseName, List<Map<String, @Nullable Object>>> scheduled = new TreeMap<>();
        for (ScheduledChange change : scheduledChanges.ofReleases(ScheduledChanges.Extent.WAITING_ONLY, null)) {
            if (!secondApi.lists(change.change())) {
                continue;
            }
            ReleaseName name = Objects.requireNonNull(ChangeSet.releaseOf(change.change()));
            Map<String, @Nullable Object> row = rows.computeIfAbsent(name, ReleaseListV2::onlyScheduled);
            scheduled.computeIfAbsent(name, unseen -> new ArrayList<>()).add(scheduled(change, name, row));
        }
        rows.forEach((name, row) -> row.put("scheduled_changes", scheduled.getOrDefault(name, List.of())));
        return List.copyOf(rows.values());
    }

    private static Map<String, @Nullable Object> row(
            NodeState state, Release release, int dataVersion, List<Rule> rules) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", release.name().value());
        row.put("product", release.product());
        row.put("data_version", dataVersion);
        row.put("read_only", release.readOnly());
        row.put("rule_info", ReleaseReader.ruleInfo(rules));
        row.put("required_signoffs", ReleaseReader.requiredSignoffs(state, rules));
        row.put("product_required_signoffs", ReleaseReader.productSignoffs(state, release.product()));
        return row;
    }

    private static Map<String, @Nullable Object> onlyScheduled(ReleaseName name) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", name.value());
        row.put("product", null);
        row.put("data_version", null);
        row.put("read_only", null);
        row.put("rule_info", Map.of());
        return row;
    }

    private Map<String, @Nullable Object> scheduled(
            ScheduledChange change, ReleaseName name, Map<String, @Nullable Object> release) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", name.value());
        String path = PartTree.path(change.change());
        if (ScheduledReleaseRows.isOnePart(change) && !path.equals(BlobParts.BASE_PATH)) {
            row.put("path", path);
        } else {
            row.put("product", ScheduledReleaseRows.productOf(change.change(), (String) release.get("product")));
            row.put("read_only", Boolean.TRUE.equals(release.get("read_only")));
        }
        row.put("data_version", release.get("data_version"));
        scheduledRow.addTo(row, change, PartTree.changeType(change.change()));
        row.remove("required_signoffs");
        return row;
    }
}
