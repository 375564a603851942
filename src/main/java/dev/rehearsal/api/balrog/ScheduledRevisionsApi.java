package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.change.ScheduledChangeEdits;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.history.ScheduledRevision;
import dev.rehearsal.history.ScheduledRevisions;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeId;
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

/** Balrog's revisions of scheduled changes of any kind, and the way back to one. */
@RestController
@RequestMapping({
    "/api/scheduled_changes/{kind:rules|releases|permissions}/{scId}/revisions",
    "/api/scheduled_changes/{group:required_signoffs}/{kind:product|permissions}/{scId}/revisions"
})
class ScheduledRevisionsApi {

    private final ScheduledRevisions revisions;
    private final ScheduledChangeFinder finder;
    private final ScheduledChangeEdits edits;
    private final ScheduledReleaseRows releases;
    private final ScheduledConfigurationRows configuration;

    ScheduledRevisionsApi(
            ScheduledRevisions revisions,
            ScheduledChangeFinder finder,
            ScheduledChangeEdits edits,
            ScheduledReleaseRows releases,
            ScheduledConfigurationRows configuration) {
        this.revisions = revisions;
        this.finder = finder;
        this.edits = edits;
        this.releases = releases;
        this.configuration = configuration;
    }

    @GetMapping
    Map<String, Object> list(
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit) {
        ScheduledKind known = ScheduledKind.at(group, kind);
        ChangeId id = new ChangeId(scId);
        if (!revisions.isOf(known.object().wireName(), id)) {
            throw RefusedException.notFound("Scheduled change does not exist");
        }
        Paging paging = HistoryJson.paging(page, limit, "Error in fetching revisions");
        return HistoryJson.page(
                "revisions",
                switch (known) {
                    case RULES -> revisions.ofRule(id, paging).map(HistoryJson::scheduled);
                    case RELEASES -> revisions.ofRelease(id, paging).map(releases::revision);
                    case PERMISSIONS, PRODUCT_SIGNOFFS, PERMISSION_SIGNOFFS, EMERGENCY_SHUTOFFS, PINS ->
                        revisions.ofConfiguration(id, paging).map(configuration::revision);
                });
    }

    /** Makes the change say again what it said then; a time that has passed since stays what it is now. */
    @PostMapping
    Map<String, Object> revert(
            @AuthenticationPrincipal Actor actor,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        ScheduledChange scheduled = finder.find(ScheduledKind.at(group, kind), scId);
        long changeId = RuleRevisionsApi.changeId(body);
        ScheduledRevision<Void> then = revisions
                .find(scheduled.change().id(), changeId)
                .orElseThrow(() -> RefusedException.invalid(
                        "change_id", "scheduled change %d has no revision %d".formatted(scId, changeId)));
        return ScheduledRow.edited(edits.revert(actor, scheduled, then.change(), then.due()));
    }
}
