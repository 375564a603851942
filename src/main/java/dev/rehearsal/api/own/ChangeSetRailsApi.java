package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.RailPasses;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.util.Map;
import java.util.Set;
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

/** Passes over a guard rail for exactly what a change set would do; each step answers with the set as it is then. */
@RestController
@RequestMapping("/api/change_sets/{id}/rails/{rail}/pass")
class ChangeSetRailsApi {

    private final RailPasses passes;
    private final ChangeSets changeSets;
    private final ChangeSetJson json;

    ChangeSetRailsApi(RailPasses passes, ChangeSets changeSets, ChangeSetJson json) {
        this.passes = passes;
        this.changeSets = changeSets;
        this.json = json;
    }

    @PostMapping
    Map<String, @Nullable Object> passOver(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long rail,
            @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("state", "note"));
        String state = fields.text("state");
        String note = fields.optionalText("note");
        fields.refuseProblems();
        passes.passOver(actor, new ChangeSetId(id), rail, state, note);
        return whole(id);
    }

    @DeleteMapping
    Map<String, @Nullable Object> takeBack(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long rail,
            @RequestParam String state) {
        passes.takeBack(actor, new ChangeSetId(id), rail, state);
        return whole(id);
    }

    private Map<String, @Nullable Object> whole(long id) {
        return json.whole(changeSets.get(new ChangeSetId(id)));
    }
}
