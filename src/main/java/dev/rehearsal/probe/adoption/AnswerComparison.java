package dev.rehearsal.probe.adoption;

import dev.rehearsal.blob.UpdateXml;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.adoption.ComparedAnswers.Difference;
import dev.rehearsal.probe.adoption.ComparedAnswers.Said;
import dev.rehearsal.serve.Answer;
import dev.rehearsal.serve.ChannelView;
import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the same of two states, with the very code that answers clients; chance aside. */
final class AnswerComparison {

    /** As often as somebody is told how far it is. */
    private static final int STEP = 10;

    private static final int MOST_TOLD = 500;

    private final UpdateAnswers answers;
    private final Views views;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<List<@Nullable RuleId>, Integer> toldOfRules = new HashMap<>();
    private int asked;
    private int updates;
    private int differing;

    /**
     * @param byHand the test channel as an ordinary one
     * @param computed as it is once it is mapped
     * @param live the same without anything that is queued
     */
    record Views(ChannelView byHand, ChannelView computed, ChannelView live) {}

    AnswerComparison(UpdateAnswers answers, Views views) {
        this.answers = answers;
        this.views = views;
    }

    ComparedAnswers of(List<String> urls, long seed, Progress progress) {
        for (String url : urls) {
            if (asked % STEP == 0 && !progress.goesOn(asked, urls.size())) {
                break;
            }
            ask(url);
            asked++;
        }
        return new ComparedAnswers(seed, urls.size(), asked, updates, differing, differences);
    }

    private void ask(String url) {
        if (!(QueryParser.parse(url, null) instanceof Evaluate request)) {
            return;
        }
        Answer byHand = answers.answerUnrolled(views.byHand(), request);
        Answer computed = answers.answerUnrolled(views.computed(), request);
        if (isUpdate(byHand) || isUpdate(computed)) {
            updates++;
        }
        if (!same(byHand, computed)) {
            differing++;
            Difference difference = new Difference(
                    url, said(byHand), said(computed), same(byHand, answers.answerUnrolled(views.live(), request)));
            List<@Nullable RuleId> rules = new ArrayList<>();
            rules.add(difference.byHand().rule());
            rules.add(difference.computed().rule());
            if (differences.size() < MOST_TOLD
                    && toldOfRules.merge(rules, 1, Integer::sum) <= ComparedAnswers.MOST_ALIKE) {
                differences.add(difference);
            }
        }
    }

    /** Which rule decided is nothing to a client. */
    private static boolean same(Answer one, Answer other) {
        return one.status() == other.status() && Objects.equals(one.body(), other.body());
    }

    private static boolean isUpdate(Answer answer) {
        return answer.status() == 200 && !answer.body().equals(UpdateXml.EMPTY);
    }

    private static Said said(Answer answer) {
        String rule = answer.ruleId();
        boolean known = rule != null && rule.chars().allMatch(Character::isDigit);
        return new Said(
                known ? new RuleId(Long.parseLong(Objects.requireNonNull(rule))) : null,
                answer.status(),
                answer.body());
    }
}
