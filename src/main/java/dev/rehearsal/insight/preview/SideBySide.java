package dev.rehearsal.insight.preview;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.serve.Explanation;
import dev.rehearsal.serve.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question, answered by a live channel now and by a staged state.
 *
 * @param staged evaluated on the test channel; each of its branches also says what the live channel would then answer
 */
public record SideBySide(Answered live, Answered staged) {

    /**
     * @param path what a client of this channel asks; null where the pasted URL hides its channel in escapes
     */
    public record Answered(String channel, @Nullable String path, Explanation explanation) {

        public Optional<Explanation.Branch> branch(Side side) {
            return explanation.branches().stream()
                    .filter(branch -> branch.side() == side)
                    .findFirst();
        }

        /** The share of clients that get a branch, in percent. */
        public int share(Explanation.Branch branch) {
            Rule rule = explanation.rule();
            if (rule == null || explanation.branches().size() == 1) {
                return 100;
            }
            return branch.side() == Side.MAIN ? rule.backgroundRate() : 100 - rule.backgroundRate();
        }

        /** Whether the same share of clients gets the same, shut off or not. */
        public boolean saysTheSameAs(Answered other) {
            return explanation.stopped() == other.explanation.stopped()
                    && shares(branch -> branch.answer().body())
                            .equals(other.shares(branch -> branch.answer().body()));
        }

        /** Returns which share of clients gets which answer. */
        private Map<String, Integer> shares(Function<Explanation.Branch, String> answerOf) {
            Map<String, Integer> shares = new HashMap<>();
            for (Explanation.Branch branch : explanation.branches()) {
                if (share(branch) > 0) {
                    shares.merge(answerOf.apply(branch), share(branch), Integer::sum);
                }
            }
            return shares;
        }
    }

    /** Whether some client of the live channel would get something else. */
    public boolean differs() {
        return !live.shares(branch -> branch.answer().body()).equals(staged.shares(SideBySide::asLiveChannel));
    }

    /** The answer that a client of the live channel would get from a staged branch. */
    public static String asLiveChannel(Explanation.Branch staged) {
        return (staged.asLive() == null ? staged.answer() : staged.asLive()).body();
    }
}
