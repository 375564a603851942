package dev.rehearsal.ui.waiting;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.Previews;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.review.Differences;
import dev.rehearsal.insight.review.Headline;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what waits for somebody. */
@Component
class WaitingItems {

    private static final Messages MESSAGES = Messages.beside(WaitingItems.class);

    private final SnapshotKeeper snapshots;
    private final WaitingForMe waiting;
    private final Previews previews;
    private final ReleaseContents contents;

    WaitingItems(SnapshotKeeper snapshots, WaitingForMe waiting, Previews previews, ReleaseContents contents) {
        this.previews = previews;
        this.snapshots = snapshots;
        this.waiting = waiting;
        this.contents = contents;
    }

    /** What is to be decided, then what is to be answered, signed in queue order, and tested. */
    List<WaitingItem> of(Actor viewer) {
        NodeState state = snapshots.current();
        Tables known = state.stages().wholeQueue().staged();
        List<WaitingItem> items = new ArrayList<>();
        for (ChangeSet set : waiting.toDecide(state, viewer)) {
            items.add(new WaitingItem.OfDecision(
                    set,
                    set.state() instanceof ChangeSet.Disarmed(String reason, var _)
                            ? reason
                            : MESSAGES.get("to-decide.conflict")));
        }
        waiting.toAnswer(state, viewer).forEach(toAnswer -> items.add(new WaitingItem.OfComment(toAnswer)));
        for (WaitingForMe.ToSign toSign : waiting.toSign(state, viewer)) {
            items.add(WaitingItem.OfSet.of(toSign, Headline.of(Differences.asWritten(toSign.set(), known))));
        }
        for (WaitingForMe.ToTest toTest : waiting.toTest(state, viewer)) {
            items.add(new WaitingItem.OfState(toTest.mapping(), toTest.finding()));
        }
        return List.copyOf(items);
    }

    /** Returns how many sets need a decision of somebody else. */
    int undecidedOfOthers(Actor viewer) {
        NodeState state = snapshots.current();
        return waiting.undecided(state) - waiting.toDecide(state, viewer).size();
    }

    /** Returns what the test channel shows, for whoever tests it. */
    Preview preview(WaitingItem.OfState item) {
        return previews.of(item.mapping().testChannel(), item.finding().state().product(), StageSelection.AS_MAPPED);
    }

    /** The sets that a test channel shows and that concern what is to be tested there, in queue order. */
    List<ChangeSet> setsShown(WaitingItem.OfState item) {
        NodeState state = snapshots.current();
        ChannelMapping mapping = item.mapping();
        Stage stage = state.stages().of(mapping).stage();
        return Reachability.concerning(stage, contents, item.finding().state().product(), mapping.liveChannel())
                .stream()
                .flatMap(step -> state.pending(step.set().id()).stream())
                .toList();
    }
}
