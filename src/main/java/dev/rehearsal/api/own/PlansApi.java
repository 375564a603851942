package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.enactment.rollout.PlanEvidence;
import dev.rehearsal.enactment.rollout.PlanScheduler;
import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.Progress;
import dev.rehearsal.enactment.rollout.RolloutService;
import dev.rehearsal.enactment.rollout.StepMover;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.Paging;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Makes rollouts, stops them and lets them go on, moves their steps, and takes in what monitors see. */
@RestController
@RequestMapping("/api/plans")
class PlansApi {

    private final Plans plans;
    private final PlanScheduler scheduler;
    private final StepMover mover;
    private final RolloutService rollouts;
    private final PlanEvidence evidence;
    private final DatabaseClock clock;

    PlansApi(
            Plans plans,
            PlanScheduler scheduler,
            StepMover mover,
            RolloutService rollouts,
            PlanEvidence evidence,
            DatabaseClock clock) {
        this.plans = plans;
        this.scheduler = scheduler;
        this.mover = mover;
        this.rollouts = rollouts;
        this.evidence = evidence;
        this.clock = clock;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        Paging paging = new Paging(page, limit);
        List<Map<String, @Nullable Object>> latest = plans.latest(paging.offset(), paging.limit()).stream()
                .map(PlanJson::listed)
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", plans.count());
        json.put("plans", latest);
        return json;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> make(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        return whole(scheduler.make(actor, PlanRequests.plan(body)).id());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return whole(id);
    }

    /** Takes no signature. */
    @PostMapping("/{id}/stop")
    Map<String, @Nullable Object> stop(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = JsonFields.ofOptional(body);
        fields.allowOnly(Set.of("reason"));
        String reason = fields.optionalText("reason");
        fields.refuseProblems();
        return whole(rollouts.stop(actor, id, reason == null ? "" : reason).id());
    }

    @PostMapping("/{id}/resume")
    Map<String, @Nullable Object> resume(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("percentage"));
        int percentage = fields.integer("percentage");
        fields.refuseProblems();
        return whole(rollouts.resume(actor, id, percentage).id());
    }

    /** Takes a figure, or why there is none. */
    @PostMapping("/{id}/figures")
    Map<String, @Nullable Object> report(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("name", "value", "error"));
        String name = fields.text("name");
        Double value = PlanRequests.figure(fields, "value");
        String error = fields.optionalText("error");
        if ((value == null) == (error == null)) {
            fields.wrong("value", "must be a number, or error must say why there is none", "");
        }
        fields.refuseProblems();
        return whole(rollouts.report(actor, id, name, value, error == null ? "" : error)
                .id());
    }

    @PostMapping("/{id}/steps/{number}")
    Map<String, @Nullable Object> move(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable int number,
            @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("when", "along"));
        Instant when = fields.time("when");
        boolean along = fields.flag("along", false);
        fields.refuseProblems();
        mover.move(actor, id, number, when, along);
        return whole(id);
    }

    private Map<String, @Nullable Object> whole(long id) {
        Progress progress = plans.get(id);
        return PlanJson.whole(progress, evidence.results(progress, clock.now()), plans.events(id));
    }
}
