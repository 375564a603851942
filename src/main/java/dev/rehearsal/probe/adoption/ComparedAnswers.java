package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.RuleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of what clients of a test channel get from its hand-made rules with what the computed channel answers
 * them.
 *
 * @param seed that the queries were derived with
 * @param planned how many queries there were to ask
 * @param asked how many were asked: less where somebody stopped it
 * @param updates how many were answered with an update by one or the other
 * @param differing how many were answered differently
 * @param differences some of those, at most {@value #MOST_ALIKE} for the same two rules
 */
public record ComparedAnswers(
        long seed, int planned, int asked, int updates, int differing, List<Difference> differences) {

    static final int MOST_ALIKE = 3;

    public ComparedAnswers {
        differences = List.copyOf(differences);
    }

    /**
     * @param url path and query string of a client of the test channel
     * @param byQueueAlone whether live rules answer as the hand-made ones do, so that only what is queued makes the
     *     difference
     */
    public record Difference(String url, Said byHand, Said computed, boolean byQueueAlone) {}

    /**
     * @param rule that decided; null where none matched, or the query is refused
     * @param status of HTTP
     */
    public record Said(@Nullable RuleId rule, int status, String body) {}

    public boolean isWhole() {
        return asked == planned;
    }
}
