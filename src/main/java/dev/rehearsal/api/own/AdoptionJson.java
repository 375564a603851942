package dev.rehearsal.api.own;

import dev.rehearsal.api.json.RuleJson;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.probe.adoption.Adopted;
import dev.rehearsal.probe.adoption.Candidate;
import dev.rehearsal.probe.adoption.ChannelPair;
import dev.rehearsal.probe.adoption.ComparedAnswers;
import dev.rehearsal.probe.adoption.Drift;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.probe.adoption.Pairing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what adoption finds as the API shows it. */
final class AdoptionJson {

    private AdoptionJson() {}

    static Map<String, @Nullable Object> candidates(List<Candidate> candidates) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("count", candidates.size());
        json.put("candidates", candidates.stream().map(AdoptionJson::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> of(Candidate candidate) {
        Map<String, @Nullable Object> json = channels(candidate.channels());
        json.put("mapped", candidate.mapped());
        json.put("copies", candidate.copies());
        json.put("drifted", candidate.drifted());
        json.put("alone", candidate.alone());
        return json;
    }

    private static Map<String, @Nullable Object> channels(ChannelPair channels) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", channels.product());
        json.put("live_channel", channels.liveChannel());
        json.put("test_channel", channels.testChannel());
        return json;
    }

    static Map<String, @Nullable Object> of(HandKept kept, ComparedAnswers answers) {
        Pairing pairing = kept.pairing();
        Map<String, @Nullable Object> json = channels(kept.channels());
        json.put("mapped", kept.isMapped());
        json.put("rules_less", pairing.rulesLess());
        json.put("pairs", pairing.pairs().stream().map(AdoptionJson::of).toList());
        json.put("copies_alone", rows(pairing.copiesAlone()));
        json.put("live_alone", rows(pairing.liveAlone()));
        json.put("reaching_further", rows(pairing.reachingFurther()));
        json.put("answers", of(answers));
        return json;
    }

    private static List<Map<String, @Nullable Object>> rows(List<Rule> rules) {
        return rules.stream().map(RuleJson::of).toList();
    }

    private static Map<String, @Nullable Object> of(Pairing.Pair pair) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("copy", named(pair.copy()));
        json.put("live", named(pair.live()));
        json.put("drifts", pair.drifts().stream().map(AdoptionJson::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> named(Rule rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule_id", rule.id().value());
        json.put("alias", rule.alias());
        return json;
    }

    private static Map<String, @Nullable Object> of(Drift drift) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", drift.field().wireName());
        json.put("copy", drift.inCopy());
        json.put("live", drift.inLive());
        return json;
    }

    private static Map<String, @Nullable Object> of(ComparedAnswers answers) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seed", answers.seed());
        json.put("asked", answers.asked());
        json.put("updates", answers.updates());
        json.put("differing", answers.differing());
        json.put(
                "differences",
                answers.differences().stream().map(AdoptionJson::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> of(ComparedAnswers.Difference difference) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("url", difference.url());
        json.put("by_hand", of(difference.byHand()));
        json.put("computed", of(difference.computed()));
        json.put("by_queue_alone", difference.byQueueAlone());
        return json;
    }

    private static Map<String, @Nullable Object> of(ComparedAnswers.Said said) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule_id", said.rule() == null ? null : said.rule().value());
        json.put("status", said.status());
        json.put("body", said.body());
        return json;
    }

    static Map<String, @Nullable Object> of(Adopted adopted) {
        ChangeSet retiring = adopted.retiring();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "mapping_change_set",
                adopted.mapping() == null ? null : adopted.mapping().value());
        json.put("retiring_change_set", retiring == null ? null : retiring.id().value());
        json.put("retiring_is_draft", retiring != null && retiring.state() instanceof ChangeSet.Draft);
        json.put("rules_less", adopted.rulesLess());
        return json;
    }
}
