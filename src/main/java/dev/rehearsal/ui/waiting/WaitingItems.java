package dev.rehearsal.ui.waiting;

import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.Previews;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.review.Differences;
import dev.rehearsal.insight.review.Headline;
import dev.rehearsal.insight.review.SetsKeptBack;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what waits for somebody. */
@Component
class WaitingItems {

    private static final Messages MESSAGES = Messages.beside(WaitingItems.class);

    private final SnapshotKeeper snapshots;
    private final WaitingForMe waiting;
    private final SetsKeptBack keptBack;
    private final Previews previews;
    private final ReleaseContents contents;

    WaitingItems(
            SnapshotKeeper snapshots,
            WaitingForMe waiting,
            SetsKeptBack keptBack,
            Previews previews,
            ReleaseContents contents) {
        this.previews = previews;
        this.snapshots = snapshots;
        this.waiting = waiting;
        this.keptBack = keptBack;
        this.contents = contents;
    }

    /** What is to be decided and let go, then what is to be answered, signed in queue order, and tested. */
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
        keptBack.toResume(state, viewer).forEach(toResume -> items.add(new WaitingItem.OfRollout(toResume)));
        for (SetsKeptBack.ToPass toPass : keptBack.toPass(state, viewer)) {
            items.add(new WaitingItem.OfRail(
                    toPass.set(),
                    toPass.findings().stream().map(WaitingItems::said).collect(Collectors.joining(" "))));
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

    private static String said(RailFinding finding) {
        return finding.judgement() == null
                ? Sentence.of(finding.sentence())
                : finding.judgement().reasons().stream().map(Sentence::of).collect(Collectors.joining(" "));
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
