package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.Flag;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's second release API: releases with the data version of each part, and with what is pending of them. */
@RestController
@RequestMapping("/api/v2/releases")
class ReleaseReadsV2Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReleaseReader reading;
    private final ReleaseListV2 list;
    private final Releases releases;
    private final StoredContents contents;
    private final ScheduledChanges scheduledChanges;
    private final SnapshotKeeper snapshots;

    ReleaseReadsV2Api(
            ReleaseReader reading,
            ReleaseListV2 list,
            Releases releases,
            StoredContents contents,
            ScheduledChanges scheduledChanges,
            SnapshotKeeper snapshots) {
        this.reading = reading;
        this.list = list;
        this.releases = releases;
        this.contents = contents;
        this.scheduledChanges = scheduledChanges;
        this.snapshots = snapshots;
    }

    /** With {@code names_only} a bare list (a Balrog fact). */
    @GetMapping
    Object list(@RequestParam(name = "names_only", required = false) @Nullable String namesOnly) {
        return Flag.isOn(namesOnly)
                ? reading.list(null, null).stream()
                        .filter(SecondApi.of(releases)::lists)
                        .map(release -> release.name().value())
                        .toList()
                : Map.of("releases", list.rows());
    }

    /** {@code sc_blob} is what the release will be once all that is pending is enacted; empty where nothing is, or nothing is left. */
    @GetMapping("/{name}")
    ObjectNode get(@PathVariable ReleaseName name) {
        SortedMap<String, ReleasePart> parts = releases.parts(name);
        List<ScheduledChange> pending = scheduledChanges.ofReleases(ScheduledChanges.Extent.WAITING_ONLY, name).stream()
                .filter(scheduled -> scheduled.set().state() instanceof ChangeSet.Pending)
                .toList();
        if (parts.isEmpty() && pending.isEmpty()) {
            throw RefusedException.notFound("there is no release '" + name + "'");
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("blob", parts.isEmpty() ? JSON.createObjectNode() : contents.json(manifest(parts)));
        answer.set("data_versions", PartTree.of(versions(parts)));
        Release staged = pending.isEmpty()
                ? null
                : snapshots.current().stages().wholeQueue().staged().releases().get(name);
        answer.set("sc_blob", staged == null ? JSON.createObjectNode() : contents.json(staged.content()));
        answer.set("sc_data_versions", PartTree.of(scheduledVersions(pending)));
        return answer;
    }

    @GetMapping("/{name}/data_versions")
    Map<String, ObjectNode> dataVersions(@PathVariable ReleaseName name) {
        return Map.of("data_versions", PartTree.of(versions(partsOf(name))));
    }

    @GetMapping("/{name}/{path}/data_version")
    Map<String, Integer> dataVersion(@PathVariable ReleaseName name, @PathVariable String path) {
        ReleasePart part = partsOf(name).get(path);
        if (part == null) {
            throw RefusedException.notFound("release '" + name + "' has no part '" + path + "'");
        }
        return Map.of("data_version", part.dataVersion());
    }

    private SortedMap<String, ReleasePart> partsOf(ReleaseName name) {
        SortedMap<String, ReleasePart> parts = releases.parts(name);
        if (parts.isEmpty()) {
            throw RefusedException.notFound("there is no release '" + name + "'");
        }
        return parts;
    }

    private static Manifest manifest(SortedMap<String, ReleasePart> parts) {
        SortedMap<String, ContentHash> hashes = new TreeMap<>();
        parts.forEach((path, part) -> hashes.put(path, part.hash()));
        return new Manifest(hashes);
    }

    static Map<String, Integer> versions(SortedMap<String, ReleasePart> parts) {
        Map<String, Integer> versions = new HashMap<>();
        parts.forEach((path, part) -> versions.put(path, part.dataVersion()));
        return versions;
    }

    private static Map<String, Integer> scheduledVersions(List<ScheduledChange> pending) {
        Map<String, Integer> versions = new HashMap<>();
        for (ScheduledChange scheduled : pending) {
            for (String path : PartTree.paths(scheduled.change())) {
                versions.put(path, scheduled.set().dataVersion());
            }
        }
        return versions;
    }
}
