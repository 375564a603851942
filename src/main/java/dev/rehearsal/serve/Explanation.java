package dev.rehearsal.serve;

import dev.rehearsal.matching.Evaluation;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explanation tells why a query gets its answer.
 *
 * @param asked as the client sent it
 * @param matched as rules and pins saw it; differs from {@code asked} on a test channel only
 * @param liveChannel the channel that a test channel stands for; null on an ordinary channel
 * @param stopped whether an emergency shutoff of the asked channel stops it; the rest then says what would be answered
 *     otherwise
 * @param liveStopped on a test channel: whether a shutoff of its live channel stops that one
 * @param rules how each rule fared
 * @param branches the main side, then the fallback side where the rule has one; without a rule one branch says why not
 */
public record Explanation(
        UpdateQuery asked,
        UpdateQuery matched,
        @Nullable String liveChannel,
        boolean stopped,
        boolean liveStopped,
        Evaluation rules,
        List<Branch> branches) {

    /** The rule that decides; null where none matches. */
    public @Nullable Rule rule() {
        return rules.chosen();
    }

    /**
     * A branch is what one side of the dice answers.
     *
     * @param release the one that is served, a pin considered; null where there is no update
     * @param reason sentences for a person
     * @param parts of a superblob that names products: how each was evaluated
     * @param answer what a client on the asked channel gets
     * @param asLive on a test channel: the same release as a client on the live channel would get it, where only the name
     *     of the channel selects other URLs or other attributes; null on an ordinary channel
     */
    public record Branch(
            Side side,
            @Nullable ReleaseName release,
            String reason,
            List<Part> parts,
            Answer answer,
            @Nullable Answer asLive) {

        /** Whether a client on the live channel would get other bytes than one on the test channel. */
        public boolean differsFromLive() {
            return asLive != null && !asLive.body().equals(answer.body());
        }
    }

    /**
     * One product of a superblob.
     *
     * @param rule that decided for it; null where none did
     * @param release null where the superblob is served without this product
     */
    public record Part(
            String product, @Nullable Rule rule, @Nullable ReleaseName release, String reason) {}
}
