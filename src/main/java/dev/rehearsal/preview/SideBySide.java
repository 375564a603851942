package dev.rehearsal.preview;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.serve.Explanation;
import dev.rehearsal.serve.Side;
import java.util.Optional;
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

        /** The share of clients that get the main branch, in percent. */
        public int share() {
            Rule rule = explanation.rule();
            return rule == null || explanation.branches().size() == 1 ? 100 : rule.backgroundRate();
        }
    }

    /** Whether some client of the live channel would get something else. */
    public boolean differs() {
        return live.share() != staged.share() || differs(Side.MAIN) || differs(Side.FALLBACK);
    }

    private boolean differs(Side side) {
        return !live.branch(side)
                .map(branch -> branch.answer().body())
                .equals(staged.branch(side).map(SideBySide::asLiveChannel));
    }

    /** The answer that a client of the live channel would get from a staged branch. */
    public static String asLiveChannel(Explanation.Branch staged) {
        return (staged.asLive() == null ? staged.answer() : staged.asLive()).body();
    }
}
