package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.BlobJson;
import dev.rehearsal.api.json.Flag;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.Titles;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Proposal.Seen;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's first release API: whole releases, written at once where that is allowed. */
@RestController
@RequestMapping("/api/releases")
class ReleasesApi {

    private final ReleaseReader reading;
    private final EnactmentService enactment;
    private final SnapshotKeeper snapshots;

    ReleasesApi(ReleaseReader reading, EnactmentService enactment, SnapshotKeeper snapshots) {
        this.reading = reading;
        this.enactment = enactment;
        this.snapshots = snapshots;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(name = "name_prefix", required = false) @Nullable String namePrefix,
            @RequestParam(name = "names_only", required = false) @Nullable String namesOnly) {
        List<Release> releases = reading.listOfFirstApi(product, namePrefix);
        if (Flag.isOn(namesOnly)) {
            return Map.of(
                    "names",
                    releases.stream().map(release -> release.name().value()).toList());
        }
        return Map.of("releases", reading.rowsWithSignoffs(releases));
    }

    @GetMapping("/columns/{column}")
    Map<String, Object> column(@PathVariable String column) {
        List<Object> values = reading.list(null, null).stream()
                .<Object>map(release -> switch (column) {
                    case "name" -> release.name().value();
                    case "product" -> release.product();
                    case "data_version" -> release.dataVersion();
                    case "read_only" -> release.readOnly();
                    default -> throw RefusedException.notFound("a release has no column '" + column + "'");
                })
                .distinct()
                .toList();
        return HistoryJson.list(column, values);
    }

    @GetMapping("/{name}")
    ResponseEntity<String> get(
            @PathVariable ReleaseName name, @RequestParam(required = false) @Nullable String pretty) {
        return reading.blob(name, pretty);
    }

    @PostMapping
    ResponseEntity<Map<String, Integer>> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        ReleaseName name = new ReleaseName(fields.text("name"));
        String product = fields.text("product");
        ObjectNode blob = BlobJson.read(fields, "blob");
        fields.refuseProblems();
        Titles.refuseLongName(name);
        ChangeSet set = enactment.enactAtOnce(
                actor, "Add release " + name, List.of(new Proposal.AddRelease(name, product, false, blob)));
        return written(HttpStatus.CREATED, Optional.of(set), name);
    }

    /** Makes the release exactly this; where there is none of the name, it is added. */
    @PutMapping("/{name}")
    ResponseEntity<Map<String, Integer>> put(
            @AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        String product = fields.text("product");
        ObjectNode blob = BlobJson.read(fields, "blob");
        Seen seen = PartialRelease.seen(fields);
        fields.refuseProblems();
        Titles.refuseLongName(name);
        Optional<ChangeSet> set = enactment.enactDifference(
                actor, "Write release " + name, List.of(new Proposal.PutRelease(name, product, seen, blob)));
        return written(adds(set, name) ? HttpStatus.CREATED : HttpStatus.OK, set, name);
    }

    /** Replaces these keys of the blob and leaves the others; where there is no such release, it is added. */
    @PostMapping("/{name}")
    ResponseEntity<Map<String, Integer>> update(
            @AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        PartialRelease partial = PartialRelease.read(name, JsonFields.of(body));
        Optional<ChangeSet> set = enactment.enactDifference(
                actor,
                "Change release " + name,
                partial.forEach((release, seen) ->
                        new Proposal.UpdateRelease(release, partial.product(), seen, partial.start(), partial.data())));
        return written(adds(set, name) ? HttpStatus.CREATED : HttpStatus.OK, set, name);
    }

    @DeleteMapping("/{name}")
    void remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable ReleaseName name,
            @RequestParam("data_version") int dataVersion) {
        if (reading.get(name).readOnly()) {
            throw RefusedException.forbidden(
                    "release '" + name + "' is read-only: make it writable before removing it");
        }
        refuseWhilePending(name);
        enactment.enactAtOnce(actor, "Remove release " + name, List.of(new Proposal.RemoveRelease(name, dataVersion)));
    }

    @GetMapping("/{name}/read_only")
    Map<String, Boolean> isReadOnly(@PathVariable ReleaseName name) {
        return Map.of("read_only", reading.get(name).readOnly());
    }

    @PutMapping("/{name}/read_only")
    ResponseEntity<Map<String, Integer>> lock(
            @AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        reading.get(name);
        JsonFields fields = JsonFields.of(body);
        boolean readOnly = fields.requiredFlag("read_only");
        int dataVersion = fields.integer("data_version");
        fields.refuseProblems();
        Optional<ChangeSet> set = enactment.enactDifference(
                actor, Titles.lock(name, readOnly), List.of(new Proposal.LockRelease(name, dataVersion, readOnly)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("new_data_version", set.isPresent() ? dataVersion + 1 : dataVersion));
    }

    /** Returns what opening the release would need if no rule names it. */
    @GetMapping("/{name}/read_only/product/required_signoffs")
    Map<String, Object> signoffsOfProduct(@PathVariable ReleaseName name) {
        return Map.of(
                "required_signoffs", reading.productSignoffs(reading.get(name).product()));
    }

    private void refuseWhilePending(ReleaseName name) {
        for (ChangeSet set : snapshots.current().queue()) {
            for (Change change : set.changes()) {
                if (name.equals(ChangeSet.releaseOf(change))) {
                    throw RefusedException.invalid(
                            "",
                            "release '%s' has a scheduled change, %s, in change set %s: cancel that first"
                                    .formatted(name, change.id(), set.id()));
                }
            }
        }
    }

    private ResponseEntity<Map<String, Integer>> written(HttpStatus status, Optional<ChangeSet> set, ReleaseName name) {
        return ResponseEntity.status(status).body(Map.of("new_data_version", reading.versionAfter(set, name)));
    }

    private static boolean adds(Optional<ChangeSet> set, ReleaseName name) {
        return set.stream()
                .flatMap(written -> written.changes().stream())
                .anyMatch(change -> change instanceof Change.ReleaseAddition addition
                        && addition.name().equals(name));
    }
}
