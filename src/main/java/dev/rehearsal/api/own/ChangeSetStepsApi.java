package dev.rehearsal.api.own;

import dev.rehearsal.access.Role;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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

/** The steps that bring a change set on its way, or hold it up; each answers with the set as it is then. */
@RestController
@RequestMapping("/api/change_sets/{id}")
class ChangeSetStepsApi {

    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final SignoffService signing;
    private final ChangeSetJson json;

    ChangeSetStepsApi(ChangeSets changeSets, EnactmentService enactment, SignoffService signing, ChangeSetJson json) {
        this.changeSets = changeSets;
        this.enactment = enactment;
        this.signing = signing;
        this.json = json;
    }

    @PostMapping("/submit")
    Map<String, @Nullable Object> submit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = step(body, Set.of());
        return json.whole(changeSets.submit(actor, new ChangeSetId(id), read(fields)));
    }

    @PostMapping("/hold")
    Map<String, @Nullable Object> hold(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = step(body, Set.of());
        return json.whole(changeSets.hold(actor, new ChangeSetId(id), read(fields)));
    }

    /** With a new time, which is needed where the old one has passed. */
    @PostMapping("/resume")
    Map<String, @Nullable Object> resume(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = step(body, Set.of("when"));
        Instant when = fields.has("when") ? fields.time("when") : null;
        return json.whole(changeSets.resume(actor, new ChangeSetId(id), read(fields), when));
    }

    /**
     * With {@code break_glass}, a reason, past what {@code passes_over} names, which is the gates where it is not said;
     * {@code with} names other sets that go along.
     */
    @PostMapping("/enact")
    Map<String, @Nullable Object> enact(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = step(body, Set.of("break_glass", "with", "passes_over"));
        boolean breaksGlass = fields.has("break_glass");
        String reason = breaksGlass ? fields.text("break_glass") : "";
        List<ChangeSetId> with =
                fields.numbers("with").stream().map(ChangeSetId::new).toList();
        Set<BreakGlassScope.Over> over = passedOver(fields);
        Integer seen = read(fields);
        ChangeSetId set = new ChangeSetId(id);
        return json.whole(
                breaksGlass
                        ? enactment.breakGlass(actor, set, seen, reason, with, over)
                        : enactment.enact(actor, set, seen));
    }

    private static Set<BreakGlassScope.Over> passedOver(JsonFields fields) {
        Set<BreakGlassScope.Over> over = new HashSet<>();
        for (String word : fields.texts("passes_over")) {
            BreakGlassScope.Over.named(word)
                    .ifPresentOrElse(
                            over::add,
                            () -> fields.wrong(
                                    "passes_over", "must be a list of " + BreakGlassScope.Over.words(), word));
        }
        if (!over.isEmpty() && !fields.has("break_glass")) {
            fields.wrong("break_glass", "is missing: say why something is passed over", "");
        }
        return over.isEmpty() ? Set.of(BreakGlassScope.Over.GATES) : over;
    }

    @PostMapping("/signoffs")
    Map<String, @Nullable Object> sign(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = step(body, Set.of("role", "digest"));
        Role role = new Role(fields.text("role"));
        String digest = fields.has("digest") ? fields.text("digest") : null;
        signing.sign(actor, new ChangeSetId(id), role, read(fields), digest);
        return whole(id);
    }

    /** @param username whose signoff; one's own if it is not said */
    @DeleteMapping("/signoffs")
    Map<String, @Nullable Object> revoke(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String username) {
        signing.revoke(actor, new ChangeSetId(id), username == null ? actor : new Actor(username));
        return whole(id);
    }

    private Map<String, @Nullable Object> whole(long id) {
        return json.whole(changeSets.get(new ChangeSetId(id)));
    }

    private static JsonFields step(@Nullable JsonNode body, Set<String> names) {
        JsonFields fields = JsonFields.ofOptional(body);
        Set<String> allowed = new HashSet<>(names);
        allowed.add("data_version");
        fields.allowOnly(allowed);
        return fields;
    }

    private static @Nullable Integer read(JsonFields fields) {
        Integer seen = fields.dataVersion();
        fields.refuseProblems();
        return seen;
    }
}
