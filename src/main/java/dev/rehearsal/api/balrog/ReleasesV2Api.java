package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.BlobJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.Titles;
import dev.rehearsal.blob.BlobMerge;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.PinService;
import dev.rehearsal.enactment.ReleaseEdits;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's second release API: whole blobs in, or pieces of them, one change for each part that differs. */
@RestController
@RequestMapping("/api/v2/releases/{name}")
class ReleasesV2Api {

    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final ReleaseEdits wholeReleases;
    private final ChangeQueue queue;
    private final Releases releases;
    private final PinService pinning;

    ReleasesV2Api(
            ChangeSets changeSets,
            EnactmentService enactment,
            ReleaseEdits wholeReleases,
            ChangeQueue queue,
            Releases releases,
            PinService pinning) {
        this.changeSets = changeSets;
        this.enactment = enactment;
        this.wholeReleases = wholeReleases;
        this.queue = queue;
        this.releases = releases;
        this.pinning = pinning;
    }

    /**
     * Makes the release exactly this. Answers with the tree of parts that differ: how each is scheduled, or its new data
     * version. What is pending and would change a part that shall stay as it is, is withdrawn.
     */
    @PutMapping
    ObjectNode write(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        ObjectNode blob = BlobJson.read(fields, "blob");
        Map<String, Integer> seen = PartTree.read(fields, "old_data_versions");
        String product = fields.optionalText("product");
        Instant when = when(fields);
        fields.refuseProblems();
        Titles.refuseLongName(name);
        Proposal.WriteRelease write = new Proposal.WriteRelease(name, product, blob, seen);
        String title = "Write release " + name;
        Optional<ChangeSet> set = when == null
                ? wholeReleases.write(actor, title, write)
                : wholeReleases.schedule(actor, title, when, write);
        return answer(name, set);
    }

    /** Merges these keys into the release. Answers with the tree that was sent, what differs brought up to date. */
    @PostMapping
    ObjectNode merge(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        ObjectNode blob = BlobJson.read(fields, "blob");
        ObjectNode sent = fields.object("old_data_versions");
        Map<String, Integer> seen = PartTree.read(fields, "old_data_versions");
        Instant when = when(fields);
        fields.refuseProblems();
        refuseUnknown(name);
        List<Proposal> proposals = List.of(new Proposal.MergeRelease(name, blob, seen));
        String title = "Change release " + name;
        Optional<ChangeSet> set = when == null
                ? enactment.enactDifference(actor, title, proposals)
                : changeSets.scheduleDifference(actor, title, when, proposals);
        return BlobMerge.laidOver(sent, answer(name, set));
    }

    /** Also what is pending of this release alone is withdrawn. */
    @DeleteMapping
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name) {
        wholeReleases.remove(actor, name);
    }

    /** Opening it may need signoffs: then that is scheduled. */
    @PutMapping("/read_only")
    ObjectNode lock(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        int current = refuseUnknown(name);
        JsonFields fields = JsonFields.of(body);
        boolean readOnly = fields.requiredFlag("read_only");
        int seen = fields.integer("old_data_version");
        fields.refuseProblems();
        if (seen != current) {
            throw RefusedException.invalid(
                    "old_data_version",
                    "release '%s' is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(name, current, seen));
        }
        Optional<ChangeSet> set =
                wholeReleases.lock(actor, Titles.lock(name, readOnly), new Proposal.LockRelease(name, null, readOnly));
        return set.filter(scheduled -> scheduled.state() instanceof ChangeSet.Pending)
                .map(PartTree::scheduled)
                .orElseGet(() -> PartTree.of(Map.of(BlobParts.BASE_PATH, set.isPresent() ? current + 1 : current)));
    }

    /** Makes it the release that holds back clients which are pinned to a version. */
    @PutMapping("/pinnable")
    ObjectNode pin(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        refuseUnknown(name);
        JsonFields fields = JsonFields.of(body);
        String product = fields.text("product");
        String channel = fields.text("channel");
        String version = fields.text("version");
        Instant when = when(fields);
        fields.refuseProblems();
        Optional<ObjectNode> answer = when == null
                ? pinning.pin(actor, name, product, channel, version)
                        .map(pin -> PartTree.of(Map.of(BlobParts.BASE_PATH, pin.dataVersion())))
                : pinning.schedule(actor, name, product, channel, version, when).map(PartTree::scheduled);
        return answer.orElseGet(() ->
                JsonNodeFactory.instance.objectNode().put("pin_not_set", true).put("reason", "existing_pin_is_newer"));
    }

    private static @Nullable Instant when(JsonFields fields) {
        return fields.has("when") ? fields.time("when") : null;
    }

    /** @return the data version of the base part, which this API takes for the release's own */
    private int refuseUnknown(ReleaseName name) {
        ReleasePart base = releases.parts(name).get(BlobParts.BASE_PATH);
        if (base == null) {
            throw RefusedException.notFound("there is no release '" + name + "'");
        }
        return base.dataVersion();
    }

    private ObjectNode answer(ReleaseName name, Optional<ChangeSet> set) {
        return set.map(written -> written.state() instanceof ChangeSet.Enacted
                        ? PartTree.enacted(written, ReleaseReadsV2Api.versions(releases.parts(name)))
                        : PartTree.scheduled(written))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /**
     * Enacts every pending set that is about this release alone, in queue order; nothing where the enactor was there
     * first.
     */
    @PostMapping("/enact")
    Map<String, Object> enact(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name) {
        List<ChangeSet> sets =
                queue.pending().stream().filter(set -> set.concernsOnly(name)).toList();
        if (sets.isEmpty()) {
            enactment.requireToEnact(actor);
            if (!releases.wasWritten(name)) {
                throw RefusedException.notFound("there is no release '" + name + "', and none is scheduled");
            }
        }
        for (ChangeSet set : sets) {
            enactment.enact(actor, set.id());
        }
        return Map.of();
    }
}
