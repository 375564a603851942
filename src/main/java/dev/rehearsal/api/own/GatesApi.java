package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What must be tested before it can go live; written at once where that needs no signoff. */
@RestController
@RequestMapping("/api/gates")
public class GatesApi {

    private final Gates gates;
    private final EnactmentService enactment;

    GatesApi(Gates gates, EnactmentService enactment) {
        this.gates = gates;
        this.enactment = enactment;
    }

    @GetMapping
    Map<String, Object> list() {
        List<Map<String, @Nullable Object>> all =
                gates.all().stream().map(RowKinds.GATES::told).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", all.size());
        answer.put("gates", all);
        return answer;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(RowKinds.GATES.fieldNames());
        Gate gate = RowKinds.GATES.read(fields);
        fields.refuseProblems();
        return written(enactment.enactAtOnce(
                actor, "Gate " + gate.liveChannel(), List.of(RowKinds.GATES.change(null, null, gate))));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return gates.find(id)
                .map(RowKinds.GATES::told)
                .orElseThrow(() -> RefusedException.notFound("there is no gate " + id));
    }

    /** Takes the whole gate. */
    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Set<String> names = new HashSet<>(RowKinds.GATES.fieldNames());
        names.addAll(Set.of("id", "data_version"));
        fields.allowOnly(names);
        int seen = fields.integer("data_version");
        Gate gate = RowKinds.GATES.read(fields);
        fields.refuseProblems();
        return written(
                enactment.enactAtOnce(actor, "Change gate " + id, List.of(RowKinds.GATES.change(id, seen, gate))));
    }

    /** As this very set wrote it, whatever became of it since. */
    private Map<String, @Nullable Object> written(ChangeSet set) {
        return RowKinds.GATES.told(gates.writtenBy(set.id()).orElseThrow());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam("data_version") int seen) {
        enactment.enactAtOnce(actor, "Remove gate " + id, List.of(RowKinds.GATES.change(id, seen, null)));
    }
}
