package dev.rehearsal.ui.waiting;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.SetsKeptBack;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;

/** One thing that waits; its key stands in the URL while it is open. */
sealed interface WaitingItem {

    /** What the keys of sets begin with. */
    String SET = "set-";

    /** What the keys of sets begin with that guard rails keep back. */
    String RAIL = "rail-";

    String key();

    /** @param headline what the set does, in one line */
    record OfSet(ChangeSet set, List<Role> roles, String headline) implements WaitingItem {

        static OfSet of(WaitingForMe.ToSign waiting, String headline) {
            return new OfSet(waiting.set(), waiting.roles(), headline);
        }

        @Override
        public String key() {
            return keyOf(set);
        }

        static String keyOf(ChangeSet set) {
            return SET + set.id();
        }
    }

    /** @param why it does not go on by itself, in one line */
    record OfDecision(ChangeSet set, String why) implements WaitingItem {

        @Override
        public String key() {
            return OfSet.keyOf(set);
        }
    }

    /** @param why the guard rails keep it back, in one line */
    record OfRail(ChangeSet set, String why) implements WaitingItem {

        @Override
        public String key() {
            return RAIL + set.id();
        }
    }

    record OfRollout(SetsKeptBack.ToResume waiting) implements WaitingItem {

        @Override
        public String key() {
            return "rollout-" + waiting.hold().plan();
        }
    }

    record OfComment(WaitingForMe.ToAnswer waiting) implements WaitingItem {

        @Override
        public String key() {
            return "comment-" + waiting.comment().id();
        }
    }

    record OfState(ChannelMapping mapping, GateFinding finding) implements WaitingItem {

        @Override
        public String key() {
            return "test-%s-%s-%s"
                    .formatted(
                            mapping.testChannel(),
                            finding.state().product(),
                            finding.gate().id());
        }
    }
}
