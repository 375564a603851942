package dev.rehearsal.insight.review;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.BreakGlass;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.ProductChannel;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A review holds everything that somebody looks at before they sign a set, or do something else with it.
 *
 * @param differences what it does, row by row
 * @param standing null for a set that has ended, and for a draft, which nobody signs or tests
 * @param signoffs those given, in their order, whether they count or not
 * @param canSign of each role that is missing, who can give it
 * @param clashes what its people must decide before test channels show it
 * @param otherReasons what else keeps test channels from showing it
 * @param goesWith the sets that would go live with it if it were enacted now, itself last; empty if it cannot
 * @param gates what each gate says of a set that could go alone, and where that can be tested
 * @param rails what each guard rail says if the set goes alone
 * @param passedRails who has passed over guard rails for it
 * @param findings about it as it stands now, errors first; what clashes is among them
 * @param tested of a pending set, how far the states with it are tested on each mapped live channel that it concerns
 * @param guarded the channels that it changes and that need signoffs, each with those that it needs there
 * @param breakGlassAlong the other sets that would have to go along if the glass were broken
 * @param passable what would be passed over then; empty where nothing is in the way that can be
 * @param signing null where nobody signs
 * @param breakGlass that it went live by break-glass; null for any other
 * @param discussion what was said to it
 */
public record Review(
        ChangeSet set,
        Audience audience,
        List<Difference> differences,
        @Nullable Readiness standing,
        List<GivenSignoff> signoffs,
        SortedMap<Role, List<Actor>> canSign,
        List<Clash> clashes,
        List<Conflict.Reason> otherReasons,
        List<ChangeSet> goesWith,
        List<GateState> gates,
        List<RailState> rails,
        List<RailPass> passedRails,
        List<Finding> findings,
        List<TestedPlace> tested,
        List<GuardedChannel> guarded,
        List<ChangeSet> breakGlassAlong,
        Set<BreakGlassScope.Over> passable,
        AvailableAction.@Nullable ToSign signing,
        List<AvailableAction> offers,
        @Nullable BreakGlass breakGlass,
        ReviewDiscussion discussion) {

    /**
     * @param whyNot why it does not count; null for one that does
     * @param revocable whether the signed-in user can take it back
     */
    public record GivenSignoff(Signoff signoff, @Nullable String whyNot, boolean revocable) {

        public boolean counts() {
            return whyNot == null;
        }
    }

    /** @param pair with a product */
    public record GuardedChannel(ProductChannel pair, Requirements required) {}

    /**
     * @param places the test channels of that live channel
     * @param elsewhere passes that were given on another state, and what differs; without full stops
     */
    public record GateState(GateFinding finding, List<TestPlace> places, List<String> elsewhere) {}

    /**
     * A guard rail's finding, for the signed-in user.
     *
     * @param whyNot why they cannot pass over it; null if they can
     * @param isMine whether they pass over it
     * @param canPass who could
     */
    public record RailState(RailFinding finding, @Nullable String whyNot, boolean isMine, List<Actor> canPass) {}

    /** @param showsIt whether the test channel shows exactly the state that the gate is about */
    public record TestPlace(ChannelMapping mapping, boolean showsIt) {}

    /** @param passedWith the first set behind it with which it is passed; null for none, or where it is passed without */
    public record TestedPlace(
            String product,
            String liveChannel,
            StateTestStatus.Step step,
            @Nullable ChangeSet passedWith) {}

    /** Returns what somebody signs who signs what is shown here; null where nobody signs. */
    public @Nullable StepDigest signed() {
        return standing == null ? null : standing.inTurn().digest();
    }

    public boolean isOpen() {
        return set.isOpen();
    }
}
