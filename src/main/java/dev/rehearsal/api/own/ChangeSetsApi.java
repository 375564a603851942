package dev.rehearsal.api.own;

import dev.rehearsal.api.json.ChangeRequests;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Change sets in their whole life. Each write may name the {@code data_version} that the caller has looked at; one that is
 * not the set's any more is a conflict.
 */
@RestController
@RequestMapping("/api/change_sets")
class ChangeSetsApi {

    private static final Set<String> STATES = Set.of("pending", "held", "disarmed", "draft", "enacted", "withdrawn");

    private final ChangeSets changeSets;
    private final ChangeQueue queue;
    private final ChangeRequests requests;
    private final ChangeSetJson json;

    ChangeSetsApi(ChangeSets changeSets, ChangeQueue queue, ChangeRequests requests, ChangeSetJson json) {
        this.changeSets = changeSets;
        this.queue = queue;
        this.requests = requests;
        this.json = json;
    }

    /** Pending sets in queue order; others the latest first. */
    @GetMapping
    Map<String, Object> list(
            @RequestParam(defaultValue = "pending") String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        if (!STATES.contains(state)) {
            throw RefusedException.invalid("state", "must be pending, held, disarmed, draft, enacted or withdrawn");
        }
        return HistoryJson.page(
                "change_sets", page(state, new Paging(page, limit)).map(json::listed));
    }

    private Page<ChangeSet> page(String state, Paging paging) {
        return state.equals("pending")
                ? Page.of(queue.pending(), paging)
                : new Page<>(
                        changeSets.countInState(state), changeSets.inState(state, paging.offset(), paging.limit()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("title", "when", "draft", "changes"));
        String title = fields.text("title");
        Instant when = fields.time("when");
        boolean draft = fields.flag("draft", false);
        List<Proposal> changes = requests.read(fields, null);
        fields.refuseProblems();
        return json.whole(
                draft
                        ? changeSets.draft(actor, title, when, changes)
                        : changeSets.schedule(actor, title, when, changes));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return json.whole(find(id));
    }

    /** Sets what is sent of title, time and changes; the changes as a whole. */
    @PostMapping("/{id}")
    Map<String, @Nullable Object> edit(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        ChangeSet set = find(id);
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("title", "when", "changes", "data_version"));
        Integer seen = fields.dataVersion();
        fields.refuseProblems();
        if (seen != null && seen != set.dataVersion()) {
            throw RefusedException.conflict("change set %s is at data_version %d by now, not %d: look at it again"
                    .formatted(id, set.dataVersion(), seen));
        }
        String title = fields.has("title") ? fields.text("title") : null;
        Instant when = fields.has("when") ? fields.time("when") : null;
        List<Proposal> changes = fields.has("changes") ? requests.read(fields, set) : null;
        fields.refuseProblems();
        boolean allKept =
                set.changes().stream().map(Proposal.Keep::new).toList().equals(changes);
        // What was read here is written over: whoever does not say what they have seen has seen this.
        return json.whole(changeSets.revise(
                actor, set.id(), set.dataVersion(), new Revision(title, when, allKept ? null : changes)));
    }

    /** Withdraws it, for good. */
    @DeleteMapping("/{id}")
    Map<String, @Nullable Object> withdraw(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(name = "data_version", required = false) @Nullable Integer seen) {
        return json.whole(changeSets.withdraw(actor, new ChangeSetId(id), seen));
    }

    /** Makes a new draft of the same changes. */
    @PostMapping("/{id}/copy")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> copy(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = JsonFields.ofOptional(body);
        fields.allowOnly(Set.of("title", "when"));
        String title = fields.has("title") ? fields.text("title") : null;
        Instant when = fields.has("when") ? fields.time("when") : null;
        fields.refuseProblems();
        return json.whole(changeSets.copy(actor, new ChangeSetId(id), title, when));
    }

    private ChangeSet find(long id) {
        return changeSets.get(new ChangeSetId(id));
    }
}
