package dev.rehearsal.api.own;

import dev.rehearsal.insight.preview.SideBySide.Answered;
import dev.rehearsal.matching.Evaluation;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Answer;
import dev.rehearsal.serve.Explanation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes how an answer came about, for programs; the sentences in it are for people. */
final class EvaluationJson {

    private EvaluationJson() {}

    static Map<String, @Nullable Object> query(UpdateQuery query) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", query.product());
        json.put("version", query.version());
        json.put("buildID", query.buildId());
        json.put("buildTarget", query.buildTarget());
        json.put("locale", query.locale());
        json.put("osVersion", query.osVersion());
        json.put("instructionSet", query.instructionSet());
        json.put("memory", query.memory());
        json.put("jaws", query.jaws());
        json.put("mig64", query.mig64());
        json.put("distribution", query.distribution());
        json.put("distVersion", query.distVersion());
        json.put("headerArchitecture", query.headerArchitecture());
        json.put("force", query.force().name().toLowerCase(Locale.ROOT));
        json.put("pin", query.pin());
        return json;
    }

    static Map<String, @Nullable Object> of(Answered answered) {
        Explanation explanation = answered.explanation();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("channel", explanation.asked().channel());
        json.put("url", answered.path());
        json.put("stopped", explanation.stopped());
        json.put("live_stopped", explanation.liveChannel() == null ? null : explanation.liveStopped());
        json.put("rule_id", id(explanation.rule()));
        json.put("error", explanation.rules().error());
        json.put(
                "branches",
                explanation.branches().stream()
                        .map(branch -> branch(branch, answered.share(branch)))
                        .toList());
        json.put(
                "rules",
                explanation.rules().considered().stream()
                        .map(EvaluationJson::considered)
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> branch(Explanation.Branch branch, int share) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("side", branch.side().name().toLowerCase(Locale.ROOT));
        json.put("share", share);
        json.put("release", text(branch.release()));
        json.put("reason", branch.reason());
        json.put("answer", answer(branch.answer()));
        json.put("as_live", branch.asLive() == null ? null : answer(branch.asLive()));
        json.put("parts", branch.parts().stream().map(EvaluationJson::part).toList());
        return json;
    }

    private static Map<String, @Nullable Object> part(Explanation.Part part) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", part.product());
        json.put("rule_id", id(part.rule()));
        json.put("release", text(part.release()));
        json.put("reason", part.reason());
        return json;
    }

    private static Map<String, @Nullable Object> answer(Answer answer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", answer.status());
        json.put("content_type", answer.mediaType().header());
        json.put("body", answer.body());
        return json;
    }

    private static Map<String, @Nullable Object> considered(Evaluation.Considered considered) {
        Rule rule = considered.rule();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule_id", rule.id().value());
        json.put("alias", rule.alias());
        json.put("priority", rule.priority());
        json.put("mapping", text(rule.mapping()));
        json.put("fallbackMapping", text(rule.fallbackMapping()));
        json.put("backgroundRate", rule.backgroundRate());
        switch (considered.outcome()) {
            case Evaluation.Matched _ -> json.put("outcome", "matched");
            case Evaluation.Failed _ -> json.put("outcome", "failed");
            case Evaluation.Missed missed -> {
                json.put("outcome", "missed");
                json.put("field", missed.criterion().field().wireName());
                json.put("asked", missed.asked());
                json.put("sent", missed.sent());
            }
        }
        json.put("reason", considered.outcome().sentence());
        return json;
    }

    private static @Nullable Long id(@Nullable Rule rule) {
        return rule == null ? null : rule.id().value();
    }

    private static @Nullable String text(@Nullable Object name) {
        return name == null ? null : name.toString();
    }
}
