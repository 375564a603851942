package dev.rehearsal.api.own;

import dev.rehearsal.enactment.rollout.CheckResult;
import dev.rehearsal.enactment.rollout.PlanCheck;
import dev.rehearsal.enactment.rollout.PlanEvent;
import dev.rehearsal.enactment.rollout.Progress;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.StandingStep;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rollout: in a list with its steps, by itself with its checks and what was done to it. */
final class PlanJson {

    private PlanJson() {}

    static Map<String, @Nullable Object> listed(Progress progress) {
        RolloutPlan plan = progress.plan();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", plan.id());
        json.put("title", plan.title());
        json.put("product", plan.product());
        json.put("channel", plan.liveChannel());
        json.put("release", plan.release().value());
        json.put("author", plan.author().name());
        json.put("created_at", plan.createdAt().toEpochMilli());
        json.put("state", plan.state().wireName());
        json.put("reason", plan.standing().reason());
        json.put("state_by", plan.standing().by().name());
        json.put("state_at", plan.standing().at().toEpochMilli());
        json.put("data_version", plan.dataVersion());
        json.put("reached", progress.reached().map(StandingStep::percentage).orElse(0));
        json.put("next", progress.next().map(step -> next(progress, step)).orElse(null));
        json.put(
                "steps", progress.steps().stream().map(step -> step(plan, step)).toList());
        return json;
    }

    static Map<String, @Nullable Object> whole(Progress progress, List<CheckResult> results, List<PlanEvent> events) {
        Map<String, @Nullable Object> json = listed(progress);
        json.put("checks", results.stream().map(PlanJson::check).toList());
        json.put("events", events.stream().map(PlanJson::event).toList());
        return json;
    }

    private static Map<String, @Nullable Object> next(Progress progress, StandingStep step) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", step.number());
        json.put("percentage", step.percentage());
        json.put("not_before", progress.earliest(step).toEpochMilli());
        return json;
    }

    private static Map<String, @Nullable Object> step(RolloutPlan plan, StandingStep step) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Instant live = step.liveSince();
        json.put("number", step.number());
        json.put("change_set", step.set().id().value());
        json.put("channel", step.step().channel());
        json.put("release", step.step().release().value());
        json.put("percentage", step.percentage());
        json.put("when", step.set().due().toEpochMilli());
        json.put("soak", step.step().soak().toString());
        json.put("state", ChangeSetJson.name(step.set().state()));
        json.put("live_since", live == null ? null : live.toEpochMilli());
        json.put("let_go", step.isLive() || plan.letsGo(step.number()));
        return json;
    }

    private static Map<String, @Nullable Object> check(CheckResult result) {
        PlanCheck check = result.check();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", kind(check));
        json.put("name", check.name());
        if (check instanceof PlanCheck.Figure figure) {
            json.put("at_least", figure.atLeast());
            json.put("at_most", figure.atMost());
            json.put("within", figure.within().toString());
        }
        if (check instanceof PlanCheck.Asked asked) {
            json.put("url", asked.url());
            json.put("within", asked.within().toString());
        }
        json.put("outcome", result.outcome().wireName());
        json.put("says", result.sentence());
        return json;
    }

    private static String kind(PlanCheck check) {
        return switch (check) {
            case PlanCheck.Unchanged _ -> "unchanged";
            case PlanCheck.NoFail _ -> "verdict";
            case PlanCheck.Figure _ -> "figure";
            case PlanCheck.Asked _ -> "url";
        };
    }

    private static Map<String, @Nullable Object> event(PlanEvent event) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("act", event.act().wireName());
        json.put("step", event.step());
        json.put("percentage", event.percentage());
        json.put("note", event.note());
        json.put("person", event.by().name());
        json.put("at", event.at().toEpochMilli());
        return json;
    }
}
