package dev.rehearsal.enactment.rail;

import dev.rehearsal.approval.RailJudgement.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of judging one step.
 *
 * @param reasons sentences, the weightiest first
 * @param sample digest of the requests that were looked at; null where there were none
 */
record Found(Result result, List<String> reasons, @Nullable String sample) {

    private static final int MOST_TOLD = 5;

    static Found passing(String reason) {
        return new Found(Result.PASS, List.of(reason), null);
    }

    static Found unsaid(String reason) {
        return new Found(Result.CANNOT_SAY, List.of(reason), null);
    }

    /** Returns a fault with the first of these reasons, and how many more there are. */
    static Found failing(List<String> reasons) {
        return new Found(Result.FAIL, shortened(reasons), null);
    }

    static List<String> shortened(List<String> reasons) {
        if (reasons.size() <= MOST_TOLD) {
            return reasons;
        }
        List<String> told = new ArrayList<>(reasons.subList(0, MOST_TOLD));
        told.add("and %d more".formatted(reasons.size() - MOST_TOLD));
        return told;
    }
}
