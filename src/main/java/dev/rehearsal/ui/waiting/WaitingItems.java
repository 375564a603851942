package dev.rehearsal.ui.waiting;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.Differences;
import dev.rehearsal.insight.review.Headline;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what waits for somebody. */
@Component
class WaitingItems {

    private final SnapshotKeeper snapshots;
    private final WaitingForMe waiting;
    private final ReleaseContents contents;

    WaitingItems(SnapshotKeeper snapshots, WaitingForMe waiting, ReleaseContents contents) {
        this.snapshots = snapshots;
        this.waiting = waiting;
        this.contents = contents;
    }

    /** What is to be signed, in queue order, then what is to be tested. */
    List<WaitingItem> of(Actor viewer) {
        CurrentState state = snapshots.current();
        Tables known = state.stages().wholeQueue().staged();
        List<WaitingItem> items = new ArrayList<>();
        for (WaitingForMe.ToSign toSign : waiting.toSign(state, viewer)) {
            items.add(WaitingItem.OfSet.of(toSign, Headline.of(Differences.asWritten(toSign.set(), known))));
        }
        for (WaitingForMe.ToTest toTest : waiting.toTest(state, viewer)) {
            items.add(new WaitingItem.OfState(toTest.mapping(), toTest.finding()));
        }
        return List.copyOf(items);
    }

    /** The sets that a test channel shows and that concern what is to be tested there, in queue order. */
    List<ChangeSet> setsShown(WaitingItem.OfState item) {
        CurrentState state = snapshots.current();
        ChannelMapping mapping = item.mapping();
        Stage stage = state.stages().of(mapping).stage();
        return Reachability.concerning(stage, contents, item.finding().state().product(), mapping.liveChannel())
                .stream()
                .flatMap(step -> state.pending(step.set().id()).stream())
                .toList();
    }
}
