package dev.rehearsal.api;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.matching.ReleaseName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's scheduled changes of whole releases: each is a change set of one. */
@RestController
@RequestMapping("/api/scheduled_changes/releases")
class ScheduledReleaseChangesApi {

    private final ChangeSets changeSets;
    private final EnactedChanges enacted;

    ScheduledReleaseChangesApi(ChangeSets changeSets, EnactedChanges enacted) {
        this.changeSets = changeSets;
        this.enacted = enacted;
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
            case "update" ->
                new Proposal.ReplaceRelease(
                        name, fields.integer("data_version"), fields.optionalText("product"), blob(fields));
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
