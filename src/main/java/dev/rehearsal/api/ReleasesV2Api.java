package dev.rehearsal.api;

import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.ReleasePart;
import dev.rehearsal.release.Releases;
import dev.rehearsal.staging.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's second release API: whole blobs in, one change for each part that differs. */
@RestController
@RequestMapping("/api/v2/releases/{name}")
class ReleasesV2Api {

    private final ChangeSets changeSets;
    private final ChangeQueue queue;
    private final Releases releases;

    ReleasesV2Api(ChangeSets changeSets, ChangeQueue queue, Releases releases) {
        this.changeSets = changeSets;
        this.queue = queue;
        this.releases = releases;
    }

    /** Answers with the tree of parts that differ: how each is scheduled, or its new data version. */
    @PutMapping
    ObjectNode write(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        ObjectNode blob = BlobJson.read(fields, "blob");
        Map<String, Integer> seen = PartTree.read(fields, "old_data_versions");
        String product = fields.optionalText("product");
        boolean scheduled = fields.has("when");
        Instant when = scheduled ? fields.time("when") : Instant.EPOCH;
        fields.refuseProblems();
        List<Proposal> proposals = List.of(new Proposal.WriteRelease(name, product, blob, seen));
        String title = "Write release " + name;
        if (scheduled) {
            return PartTree.scheduled(changeSets.schedule(actor, title, when, proposals));
        }
        ChangeSet enacted = changeSets.enactAtOnce(actor, title, proposals);
        Map<String, Integer> versions = new HashMap<>();
        releases.parts(name).values().forEach((ReleasePart part) -> versions.put(part.path(), part.dataVersion()));
        return PartTree.enacted(enacted, versions);
    }

    /** Enacts every pending set that is about this release alone, in queue order. */
    @PostMapping("/enact")
    Map<String, Object> enact(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name) {
        List<ChangeSet> sets = queue.pending().stream()
                .filter(set -> set.changes().stream().allMatch(change -> isOf(change, name)))
                .toList();
        if (sets.isEmpty()) {
            throw RefusedException.notFound("release '" + name + "' has no scheduled changes");
        }
        for (ChangeSet set : sets) {
            changeSets.enact(actor, set.id());
        }
        return Map.of();
    }

    private static boolean isOf(Change change, ReleaseName name) {
        return switch (change) {
            case Change.ReleaseAddition addition -> addition.name().equals(name);
            case Change.ReleaseEdit edit -> edit.name().equals(name);
            case Change.ReleaseRemoval removal -> removal.name().equals(name);
            case Change.RuleAddition _, Change.RuleEdit _, Change.RuleRemoval _ -> false;
            case Change.PinEdit _, Change.Unstaged _ -> false;
        };
    }
}
