package dev.rehearsal.insight.timemachine;

import dev.rehearsal.history.PastStates;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.insight.preview.SideBySide.Answered;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers since when a URL gets on its live channel what it gets at a time: asks the states before each write that can
 * change answers there, until one answers something else.
 */
@Service
public class AnswerHistory {

    /** Limits the writes that are looked at: each costs a pass over the histories. */
    private static final int MOST_WRITES = 100;

    private static final Set<String> ANSWERING = Set.of("rule", "release", "pin", "shutoff");

    private final Timeline timeline;
    private final PastStates past;
    private final Questions questions;

    AnswerHistory(Timeline timeline, PastStates past, Questions questions) {
        this.timeline = timeline;
        this.past = past;
        this.questions = questions;
    }

    /** Hears how many writes have been looked at. */
    @FunctionalInterface
    public interface Progress {

        void made(int done, int all);
    }

    /** The reply to a look back. */
    public sealed interface Reply {}

    /**
     * The write that brought the answer.
     *
     * @param before what was answered until then; null where nothing was there yet
     */
    public record Since(Timeline.Step step, @Nullable Answered before) implements Reply {}

    /** The answer has been given for as long as was looked back, if not longer. */
    public record Longer(Instant lookedBackTo) implements Reply {}

    /**
     * Looks back from a time.
     *
     * @throws RefusedException if this is no update URL
     */
    public Reply of(Actor reader, String url, Instant time, Progress progress) {
        Answered now = answered(past.at(time), url);
        List<Timeline.Step> steps =
                timeline.until(reader, now.explanation().asked().product(), now.channel(), time, MOST_WRITES).stream()
                        .filter(AnswerHistory::mayChangeAnswers)
                        .toList();
        for (int at = 0; at < steps.size(); at++) {
            progress.made(at, steps.size());
            Timeline.Step step = steps.get(at);
            NodeState state = past.at(step.at().minusMillis(1));
            if (state.live().rules().isEmpty()) {
                return new Since(step, null);
            }
            Answered before = answered(state, url);
            if (!before.saysTheSameAs(now)) {
                return new Since(step, before);
            }
        }
        return new Longer(steps.isEmpty() ? time : steps.getLast().at());
    }

    private static boolean mayChangeAnswers(Timeline.Step step) {
        return step.entries().stream().anyMatch(entry -> ANSWERING.contains(entry.object()));
    }

    private Answered answered(NodeState state, String url) {
        return questions.evaluate(state, url, new StageSelection.AsMapped()).live();
    }
}
