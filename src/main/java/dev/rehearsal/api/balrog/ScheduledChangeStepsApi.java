package dev.rehearsal.api.balrog;

import dev.rehearsal.access.Role;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ScheduledChangeEdits;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The steps that Balrog has for scheduled changes of any kind. A change is cancelled by itself; it is signed and
 * enacted with the set that it belongs to.
 */
@RestController
@RequestMapping({
    "/api/scheduled_changes/{kind}/{scId}",
    "/api/scheduled_changes/{group:required_signoffs}/{kind}/{scId}"
})
class ScheduledChangeStepsApi {

    private final ScheduledChangeFinder finder;
    private final ScheduledChangeEdits edits;
    private final EnactmentService enactment;
    private final SignoffService signing;

    ScheduledChangeStepsApi(
            ScheduledChangeFinder finder,
            ScheduledChangeEdits edits,
            EnactmentService enactment,
            SignoffService signing) {
        this.finder = finder;
        this.edits = edits;
        this.enactment = enactment;
        this.signing = signing;
    }

    /** @param seen the {@code sc_data_version} that the caller has seen */
    @DeleteMapping
    Map<String, Object> cancel(
            @AuthenticationPrincipal Actor actor,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId,
            @RequestParam("data_version") int seen) {
        ScheduledKind known = ScheduledKind.at(group, kind);
        if (known == ScheduledKind.PINS) {
            throw RefusedException.invalid("", "a scheduled pin is withdrawn with its change set");
        }
        edits.cancel(actor, finder.find(known, scId), seen);
        return Map.of();
    }

    /** Does nothing where it was enacted already. */
    @PostMapping("/enact")
    Map<String, Object> enact(
            @AuthenticationPrincipal Actor actor,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId) {
        ChangeSet set = finder.find(ScheduledKind.at(group, kind), scId).set();
        if (set.state() instanceof ChangeSet.Enacted) {
            // The enactor was there first, or another part of it: an agent goes on to its next one.
            enactment.requireToEnact(actor);
        } else {
            enactment.enact(actor, set.id());
        }
        return Map.of();
    }

    @PostMapping("/signoffs")
    Map<String, Object> sign(
            @AuthenticationPrincipal Actor actor,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId,
            @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Role role = new Role(fields.text("role"));
        String signer = fields.optionalText("username");
        fields.refuseProblems();
        if (signer != null && !signer.equals(actor.name())) {
            throw RefusedException.forbidden("nobody signs for somebody else");
        }
        signing.sign(actor, set(group, kind, scId), role, null);
        return Map.of();
    }

    /** @param username whose signoff; one's own if it is not said */
    @DeleteMapping("/signoffs")
    Map<String, Object> revoke(
            @AuthenticationPrincipal Actor actor,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId,
            @RequestParam(required = false) @Nullable String username) {
        signing.revoke(actor, set(group, kind, scId), username == null ? actor : new Actor(username));
        return Map.of();
    }

    private ChangeSetId set(@Nullable String group, String kind, long scId) {
        ScheduledChange scheduled = finder.find(ScheduledKind.at(group, kind), scId);
        return scheduled.set().id();
    }
}
