package dev.rehearsal.api;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's scheduled changes of whole releases: each is a change set of one. */
@RestController
@RequestMapping("/api/scheduled_changes/releases")
class ScheduledReleaseChangesApi {

    private final ChangeSets changeSets;
    private final EnactedChanges enacted;
    private final ScheduledChanges scheduledChanges;
    private final ScheduledReleaseRows rows;

    ScheduledReleaseChangesApi(
            ChangeSets changeSets,
            EnactedChanges enacted,
            ScheduledChanges scheduledChanges,
            ScheduledReleaseRows rows) {
        this.changeSets = changeSets;
        this.enacted = enacted;
        this.scheduledChanges = scheduledChanges;
        this.rows = rows;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String name) {
        ReleaseName release = name == null || name.isEmpty() ? null : new ReleaseName(name);
        return ScheduledRow.list(rows.of(scheduledChanges.ofReleases(ScheduledRow.extent(all), release)));
    }

    @GetMapping("/{scId}")
    Map<String, Object> get(@PathVariable long scId) {
        return scheduledChanges
                .find(new ChangeId(scId))
                .filter(scheduled -> ChangeSet.releaseOf(scheduled.change()) != null)
                .<Map<String, Object>>map(scheduled ->
                        Map.of("scheduled_change", rows.of(List.of(scheduled)).getFirst()))
                .orElseThrow(() -> ScheduledRow.unknown(scId));
    }

    @PostMapping
    Map<String, Object> schedule(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Instant when = fields.time("when");
        ReleaseName name = new ReleaseName(fields.text("name"));
        String changeType = fields.text("change_type");
        Proposal proposal = switch (changeType) {
            case "insert" ->
                new Proposal.AddRelease(name, fields.text("product"), fields.flag("read_only", false), blob(fields));
            case "update" -> update(name, fields);
            case "delete" -> new Proposal.RemoveRelease(name, fields.integer("data_version"));
            default ->
                fields.wrong("change_type", "must be insert, update or delete", new Proposal.RemoveRelease(name, null));
        };
        fields.refuseProblems();
        ChangeSet set = changeSets.schedule(actor, title(changeType, name), when, List.of(proposal));
        return Map.of("sc_id", set.changes().getFirst().id().value(), "signoffs", Map.of());
    }

    @PostMapping("/{scId}/enact")
    Map<String, Object> enact(@AuthenticationPrincipal Actor actor, @PathVariable long scId) {
        enacted.enact(actor, scId);
        return Map.of();
    }

    /** Without a blob it is the lock that shall change (a Balrog fact). */
    private static Proposal update(ReleaseName name, JsonFields fields) {
        int dataVersion = fields.integer("data_version");
        return fields.has("read_only") && !fields.has("data")
                ? new Proposal.LockRelease(name, dataVersion, fields.requiredFlag("read_only"))
                : new Proposal.ReplaceRelease(name, dataVersion, fields.optionalText("product"), blob(fields));
    }

    /** Balrog sends it as a JSON string; an object is taken as well. */
    private static ObjectNode blob(JsonFields fields) {
        return BlobJson.read(fields, "data");
    }

    private static String title(String changeType, ReleaseName name) {
        return switch (changeType) {
            case "insert" -> "Add release " + name;
            case "update" -> "Change release " + name;
            default -> "Remove release " + name;
        };
    }
}
