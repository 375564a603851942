package dev.rehearsal.enactment;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Decides what goes live when a set is to be enacted: the set alone, if the state that results may be live; otherwise
 * with all due and signed sets before it, if that end state may; otherwise nothing.
 */
@Component
public class EnactmentPlan {

    private final ReadinessCheck judging;
    private final ReleaseContents contents;

    EnactmentPlan(ReadinessCheck judging, ReleaseContents contents) {
        this.judging = judging;
        this.contents = contents;
    }

    /**
     * @param sets to be enacted together, in order; empty if there are obstacles
     * @param stage of these alone on the live tables
     * @param obstacles what keeps the set itself from going alone
     */
    public record Plan(List<ChangeSet> sets, Stage stage, List<Obstacle> obstacles) {}

    /** What was read under the lock, or for a first look without it. */
    public record Situation(Tables live, List<ChangeSet> queue, ApprovalContext circumstances, Instant at) {}

    /** @param untested whether gates are to be passed over (break-glass) */
    public Plan of(ChangeSet set, Situation now, boolean untested) {
        List<Obstacle> ofPeople = judging.ofPeople(set, now.live(), now.queue(), now.circumstances());
        Plan alone = of(List.of(set), ofPeople, now, untested);
        if (alone.obstacles().isEmpty() || !alone.obstacles().stream().allMatch(EnactmentPlan::othersMayHelp)) {
            return alone;
        }
        List<ChangeSet> together = new ArrayList<>(readyBefore(set, now));
        if (together.isEmpty()) {
            return alone;
        }
        together.add(set);
        Plan all = of(together, ofPeople, now, untested);
        return all.obstacles().isEmpty() ? all : alone;
    }

    /** What a set before it may bring: a row that it edits, or the state that was tested. */
    private static boolean othersMayHelp(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.InConflict _, Obstacle.GateClosed _ -> true;
            case Obstacle.RowMoved _, Obstacle.SignoffsMissing _, Obstacle.TooFewSigners _, Obstacle.MayNot _ -> false;
        };
    }

    private Plan of(List<ChangeSet> sets, List<Obstacle> ofPeople, Situation now, boolean untested) {
        ChangeSet set = sets.getLast();
        Stage stage = stage(sets, now);
        List<ChangeSet> applied = sets.stream()
                .filter(one -> stage.conflictOf(one.id()).isEmpty())
                .toList();
        List<Obstacle> obstacles = new ArrayList<>(ofPeople);
        obstacles.addAll(judging.conflicts(set, stage, now.circumstances()));
        if (!untested) {
            judging.gates(now.live(), stage.staged(), now.circumstances()).stream()
                    .filter(finding -> !finding.isOpen())
                    .forEach(finding -> obstacles.add(new Obstacle.GateClosed(finding)));
        }
        return new Plan(obstacles.isEmpty() ? applied : List.of(), stage, obstacles);
    }

    /** All due sets before it that people have done their part for. */
    private List<ChangeSet> readyBefore(ChangeSet set, Situation now) {
        return now.queue().stream()
                .filter(other -> QueuedSet.QUEUE_ORDER.compare(other.queued(), set.queued()) < 0)
                .filter(other -> !other.due().isAfter(now.at()))
                .filter(other -> judging.ofPeople(other, now.live(), now.queue(), now.circumstances())
                        .isEmpty())
                .filter(other -> judging.conflicts(other, Stage.of(now.live()), now.circumstances())
                        .isEmpty())
                .toList();
    }

    private Stage stage(List<ChangeSet> sets, Situation now) {
        return Stage.of(now.live(), sets.stream().map(ChangeSet::queued).toList(), contents);
    }
}
