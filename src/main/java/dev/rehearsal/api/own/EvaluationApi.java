package dev.rehearsal.api.own;

import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.preview.AnswersEverywhere;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.insight.preview.Questions.Evaluated;
import dev.rehearsal.insight.preview.SideBySide;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains why an update URL gets its answer, live and on a test channel. */
@RestController
class EvaluationApi {

    private final Questions questions;
    private final PastStates past;

    EvaluationApi(Questions questions, PastStates past) {
        this.questions = questions;
        this.past = past;
    }

    /**
     * @param url as a client asks it, with or without scheme and host
     * @param through shows a test channel's queue up to this set; null for as far as the channel is mapped
     * @param at the answer that a client would have got then, in epoch milliseconds; null for now
     */
    @GetMapping("/api/evaluate")
    Map<String, @Nullable Object> evaluate(
            @RequestParam String url,
            @RequestParam(required = false) @Nullable Long through,
            @RequestParam(required = false) @Nullable Long at) {
        Evaluated evaluated = questions.evaluate(
                at == null ? null : past.at(Instant.ofEpochMilli(at)),
                url,
                through == null ? StageSelection.AS_MAPPED : new StageSelection.Through(new ChangeSetId(through)));
        ChannelMapping mapping = evaluated.mapping();
        SideBySide.Answered staged = evaluated.staged();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("query", EvaluationJson.query(evaluated.live().explanation().asked()));
        json.put("live_channel", evaluated.live().channel());
        json.put("test_channel", mapping == null ? null : mapping.testChannel());
        json.put("live", EvaluationJson.of(evaluated.live()));
        json.put("staged", staged == null ? null : EvaluationJson.of(staged));
        json.put("why_not_staged", evaluated.whyNotStaged());
        json.put("differs", staged == null ? null : new SideBySide(evaluated.live(), staged).differs());
        return json;
    }

    /**
     * Answers for the live channel that the URL is about and for every test channel that shows it.
     *
     * @param at the answers that a client would have got then, in epoch milliseconds; null for now
     */
    @GetMapping("/api/evaluate/everywhere")
    Map<String, @Nullable Object> everywhere(
            @RequestParam String url, @RequestParam(required = false) @Nullable Long at) {
        AnswersEverywhere answers = questions.everywhere(at == null ? null : past.at(Instant.ofEpochMilli(at)), url);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("query", EvaluationJson.query(answers.asked()));
        json.put("live_channel", answers.live().channel());
        json.put("live", EvaluationJson.of(answers.live()));
        json.put("staged", answers.staged().stream().map(EvaluationApi::staged).toList());
        return json;
    }

    private static Map<String, @Nullable Object> staged(AnswersEverywhere.Staged staged) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "test_channel",
                staged.mapping().isOfItself() ? null : staged.mapping().testChannel());
        json.put("differs", staged.sides().differs());
        json.put("answer", EvaluationJson.of(staged.answered()));
        return json;
    }
}
