package dev.rehearsal.approval;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.WireNamed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of one step under the terms of a guard rail.
 *
 * @param reasons sentences for people, the weightiest first
 * @param sample digest of the requests that were looked at; null where none were needed, or there were none
 * @param sampleBy who chose them, by loading or removing a list; null where nobody did
 */
public record RailJudgement(
        Result result,
        List<String> reasons,
        @Nullable String sample,
        @Nullable Actor sampleBy,
        Instant at) {

    /** The reason where judging failed, which tells nothing of the step: it does not count for long. */
    public static final String FAULT = "it could not be judged, and the reason is a fault of ours: the log tells more";

    /** The results of judging a step. */
    public enum Result implements WireNamed {
        PASS,
        FAIL,
        CANNOT_SAY
    }

    public RailJudgement {
        reasons = List.copyOf(reasons);
    }

    public boolean isFault() {
        return reasons.contains(FAULT);
    }

    /** Returns what it comes to where some wrote what is judged: nobody chooses what their own work is judged by. */
    RailJudgement without(Set<Actor> writers) {
        if (sampleBy == null || !writers.contains(sampleBy)) {
            return this;
        }
        List<String> told = new ArrayList<>();
        told.add("%s wrote some of this, and loaded or removed a list last by which it is judged: somebody else must"
                .formatted(sampleBy));
        told.addAll(reasons);
        return new RailJudgement(Result.FAIL, told, sample, sampleBy, at);
    }
}
