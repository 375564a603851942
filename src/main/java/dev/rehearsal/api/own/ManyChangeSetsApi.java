package dev.rehearsal.api.own;

import dev.rehearsal.access.Role;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One step with several change sets: with all of them, or with none. */
@RestController
class ManyChangeSetsApi {

    private final ChangeSets changeSets;
    private final SignoffService signoffs;
    private final ChangeSetJson json;

    ManyChangeSetsApi(ChangeSets changeSets, SignoffService signoffs, ChangeSetJson json) {
        this.changeSets = changeSets;
        this.signoffs = signoffs;
        this.json = json;
    }

    /** Each is judged in its turn while nobody else can write. */
    private static final int MOST = 100;

    /** The versions and digests that the caller has looked at, set by set. */
    private record Looked(Map<ChangeSetId, Integer> versions, Map<ChangeSetId, String> digests) {}

    @PostMapping("/api/change_set_steps")
    Map<String, Object> step(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("step", "sets", "when", "role"));
        String step = fields.text("step");
        Looked looked = looked(fields, step.equals("sign"));
        switch (step) {
            case "hold" -> {
                fields.refuseProblems();
                changeSets.holdAll(actor, looked.versions());
            }
            case "reschedule" -> {
                Instant when = fields.time("when");
                fields.refuseProblems();
                changeSets.rescheduleAll(actor, looked.versions(), when);
            }
            case "sign" -> {
                String role = fields.text("role");
                fields.refuseProblems();
                signoffs.signAll(actor, looked.digests(), looked.versions().keySet(), new Role(role));
            }
            default -> {
                fields.wrong("step", "must be hold, reschedule or sign", step);
                fields.refuseProblems();
            }
        }
        return answer(looked.versions().keySet());
    }

    /** @param signoffs whether digests say what was looked at; otherwise data versions do */
    private static Looked looked(JsonFields fields, boolean signoffs) {
        Looked looked = new Looked(new LinkedHashMap<>(), new LinkedHashMap<>());
        JsonNode sets = fields.json().path("sets");
        if (!sets.isArray() || sets.isEmpty() || sets.size() > MOST) {
            fields.wrong("sets", "must be a list of 1 to " + MOST + " change sets", "");
            return looked;
        }
        for (int at = 0; at < sets.size(); at++) {
            String place = "sets[" + at + "]";
            if (sets.get(at) instanceof ObjectNode object) {
                JsonFields set = fields.part(object, place + ".");
                set.allowOnly(Set.of("id", signoffs ? "digest" : "data_version"));
                read(set, signoffs, looked);
            } else {
                fields.wrong(place, "must be an object with the id of a change set", "");
            }
        }
        return looked;
    }

    private static void read(JsonFields set, boolean signoffs, Looked looked) {
        JsonNode id = set.json().path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            set.wrong("id", "must be the number of a change set", "");
            return;
        }
        ChangeSetId named = new ChangeSetId(id.asLong());
        if (looked.versions().containsKey(named)) {
            set.wrong("id", "stands here a second time", "");
        }
        String digest = set.optionalText("digest");
        if (signoffs && digest != null) {
            looked.digests().put(named, digest);
        }
        looked.versions().put(named, signoffs ? 0 : set.integer("data_version"));
    }

    private Map<String, Object> answer(Set<ChangeSetId> ids) {
        return HistoryJson.list(
                "change_sets",
                ids.stream().map(changeSets::get).map(json::whole).toList());
    }
}
