package dev.rehearsal.enactment.rollout;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSetEditor;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.rollout.store.PlanRecordStore;
import dev.rehearsal.enactment.rollout.store.PlanStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Makes rollouts: all their sets are scheduled in one write, each on what the one before leaves. */
@Service
public class PlanScheduler {

    private static final int LONGEST_SET_TITLE = 200;

    private final WriteLock writeLock;
    private final ChangeSets changeSets;
    private final ChangeQueue queue;
    private final LiveTables live;
    private final ReleaseContents contents;
    private final PlanStore store;
    private final PlanRecordStore records;
    private final ObjectProvider<OutsideMonitors> monitors;

    PlanScheduler(
            WriteLock writeLock,
            ChangeSets changeSets,
            ChangeQueue queue,
            LiveTables live,
            ReleaseContents contents,
            PlanStore store,
            PlanRecordStore records,
            ObjectProvider<OutsideMonitors> monitors) {
        this.writeLock = writeLock;
        this.changeSets = changeSets;
        this.queue = queue;
        this.live = live;
        this.contents = contents;
        this.store = store;
        this.records = records;
        this.monitors = monitors;
    }

    /**
     * Schedules a rollout.
     *
     * @throws RefusedException if anything of it is wrong, or a step could not be scheduled by itself: then nothing is
     */
    public RolloutPlan make(Actor by, NewPlan asked) {
        asked.refuseProblems();
        refuseUrls(asked);
        return writeLock.write(by, WriteKind.QUEUE, write -> make(write, asked));
    }

    private void refuseUrls(NewPlan asked) {
        for (int place = 0; place < asked.checks().size(); place++) {
            if (asked.checks().get(place) instanceof PlanCheck.Asked url) {
                OutsideMonitors known = monitors.getIfAvailable();
                String problem =
                        known == null ? "cannot be asked: this node asks nobody" : known.problemWith(url.url());
                if (!problem.isEmpty()) {
                    throw RefusedException.invalid("checks[%d].url".formatted(place), problem);
                }
            }
        }
    }

    private RolloutPlan make(Write write, NewPlan asked) {
        Instant now = write.at().truncatedTo(ChronoUnit.MILLIS);
        Instant start = asked.start() == null ? now : asked.start().truncatedTo(ChronoUnit.MILLIS);
        Instant first = start.plus(asked.steps().getFirst().after());
        ChangeSetEditor.Place place = new ChangeSetEditor.Place(live.at(write.found()), queue.queued(), Map.of());
        StepProposals proposals = new StepProposals(
                asked,
                Stage.of(place.live(), place.before(first, Optional.empty()), contents)
                        .staged());
        List<PlanStep> steps = new ArrayList<>();
        Duration before = Duration.ZERO;
        for (NewPlan.Step step : asked.steps()) {
            ChangeSet set = schedule(write, asked, step, start.plus(step.after()), proposals, steps.size());
            proposals.wrote(step, set);
            steps.add(new PlanStep(
                    steps.size() + 1,
                    set.id(),
                    asked.target(step).channel(),
                    asked.release(step),
                    step.percentage(),
                    steps.isEmpty() ? Duration.ZERO : step.after().minus(before)));
            before = step.after();
        }
        RolloutPlan plan = new RolloutPlan(
                0,
                asked.title().strip(),
                asked.product(),
                asked.channel(),
                asked.release(),
                write.by(),
                now,
                steps,
                asked.checks(),
                new RolloutPlan.Standing(RolloutPlan.State.GOING, null, write.by(), now),
                1,
                1);
        RolloutPlan made = store.find(store.insert(write, plan)).orElseThrow();
        records.insert(write, made, new PlanEvent(PlanEvent.Act.MADE, null, null, made.title(), write.by(), now));
        return made;
    }

    private ChangeSet schedule(
            Write write, NewPlan asked, NewPlan.Step step, Instant due, StepProposals proposals, int place) {
        String at = "steps[%d]".formatted(place);
        try {
            return changeSets
                    .scheduleDifference(write, write.by(), title(asked, step), due, List.of(proposals.of(step)))
                    .orElseThrow(() ->
                            RefusedException.invalid("percentage", "changes nothing: the rule is like this already"));
        } catch (RefusedException refused) {
            throw refused.problems().stream()
                            .anyMatch(problem -> problem.place().equals("rule"))
                    ? refused
                    : refused.at(at + ".");
        }
    }

    private static String title(NewPlan asked, NewPlan.Step step) {
        String version = step.version() == null ? "" : " of " + step.version();
        String title = "%s: %d %% of %s%s"
                .formatted(
                        asked.title().strip(),
                        step.percentage(),
                        asked.target(step).channel(),
                        version);
        return title.length() > LONGEST_SET_TITLE ? title.substring(0, LONGEST_SET_TITLE) : title;
    }
}
