package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
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

/** Reads and writes guard rails; they are written at once where that needs no signoff. */
@RestController
@RequestMapping("/api/guard_rails")
public class GuardRailsApi {

    private final GuardRails rails;
    private final EnactmentService enactment;

    GuardRailsApi(GuardRails rails, EnactmentService enactment) {
        this.rails = rails;
        this.enactment = enactment;
    }

    @GetMapping
    Map<String, Object> list() {
        List<Map<String, @Nullable Object>> all =
                rails.all().stream().map(RowKinds.GUARD_RAILS::told).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", all.size());
        answer.put("guard_rails", all);
        return answer;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(RowKinds.GUARD_RAILS.fieldNames());
        GuardRail rail = RowKinds.GUARD_RAILS.read(fields);
        fields.refuseProblems();
        return written(enactment.enactAtOnce(
                actor, "Guard rail for " + rail.liveChannel(), List.of(RowKinds.GUARD_RAILS.change(null, null, rail))));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return rails.find(id)
                .map(RowKinds.GUARD_RAILS::told)
                .orElseThrow(() -> RefusedException.notFound("there is no guard rail " + id));
    }

    /** Takes the whole rail. */
    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Set<String> names = new HashSet<>(RowKinds.GUARD_RAILS.fieldNames());
        names.addAll(Set.of("id", "data_version"));
        fields.allowOnly(names);
        int seen = fields.integer("data_version");
        GuardRail rail = RowKinds.GUARD_RAILS.read(fields);
        fields.refuseProblems();
        return written(enactment.enactAtOnce(
                actor, "Change guard rail " + id, List.of(RowKinds.GUARD_RAILS.change(id, seen, rail))));
    }

    /** Returns the rail as this very set wrote it, whatever became of it since. */
    private Map<String, @Nullable Object> written(ChangeSet set) {
        return RowKinds.GUARD_RAILS.told(rails.writtenBy(set.id()).orElseThrow());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam("data_version") int seen) {
        enactment.enactAtOnce(actor, "Remove guard rail " + id, List.of(RowKinds.GUARD_RAILS.change(id, seen, null)));
    }
}
