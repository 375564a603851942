package dev.rehearsal.api.balrog;

import dev.rehearsal.access.Role;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signs all that is pending of one release, and nothing besides, in one step. */
@RestController
@RequestMapping("/api/v2/releases/{name}/signoff")
class ReleaseSignoffsV2Api {

    private final ChangeQueue queue;
    private final SignoffService signoffs;

    ReleaseSignoffsV2Api(ChangeQueue queue, SignoffService signoffs) {
        this.queue = queue;
        this.signoffs = signoffs;
    }

    @PutMapping
    Map<String, Object> sign(
            @AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Role role = new Role(fields.text("role"));
        fields.refuseProblems();
        signoffs.signAll(actor, Map.of(), pending(name), role);
        return Map.of();
    }

    /** One's own signoffs. */
    @DeleteMapping
    Map<String, Object> revoke(@AuthenticationPrincipal Actor actor, @PathVariable ReleaseName name) {
        signoffs.revokeAll(actor, pending(name));
        return Map.of();
    }

    private List<ChangeSetId> pending(ReleaseName name) {
        List<ChangeSetId> sets = queue.pending().stream()
                .filter(set -> set.concernsOnly(name))
                .map(ChangeSet::id)
                .toList();
        if (sets.isEmpty()) {
            throw RefusedException.notFound("release '" + name + "' has no scheduled changes");
        }
        return sets;
    }
}
