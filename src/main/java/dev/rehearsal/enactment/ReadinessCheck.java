package dev.rehearsal.enactment;

import dev.rehearsal.access.Deed;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.NeededPermissions;
import dev.rehearsal.change.Subject;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says what stands between change sets and going live; reads nothing but verdicts, and changes nothing. */
@Component
public class ReadinessCheck {

    private final ReleaseContents contents;
    private final Verdicts verdicts;
    private final boolean authorMaySign;

    ReadinessCheck(
            ReleaseContents contents,
            Verdicts verdicts,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign) {
        this.contents = contents;
        this.verdicts = verdicts;
        this.authorMaySign = authorMaySign;
    }

    /**
     * How a set stands that would go live alone.
     *
     * @param queue all pending sets in queue order; the set itself need not be among them
     */
    public Readiness standing(ChangeSet set, Tables live, List<ChangeSet> queue, ApprovalContext now) {
        Stage alone = Stage.of(live, List.of(set.queued()), contents);
        Stage inTurn = inTurn(set, live, queue);
        Requirements required = required(set, live, inTurn, now);
        List<Signoff> counted = counted(set, now);
        List<GateFinding> gates = gates(live, alone.staged(), now);
        List<Obstacle> obstacles = new ArrayList<>(conflicts(set, alone, now));
        obstacles.addAll(ofPeople(set, List.of(live, inTurn.live(), inTurn.staged()), required, counted, now));
        gates.stream()
                .filter(finding -> !finding.isOpen())
                .forEach(finding -> obstacles.add(new Obstacle.GateClosed(finding)));
        return new Readiness(required, counted, gates, obstacles, inTurn.conflictOf(set.id()));
    }

    /**
     * The signoffs that each pending set needs, without looking at gates; cost grows with rules plus changes, once.
     *
     * @param whole the stage of the whole queue
     */
    public Map<ChangeSetId, Requirements> required(List<ChangeSet> queue, Stage whole, ApprovalContext now) {
        NeededSignoffs needed = new NeededSignoffs(whole.live(), now.policy());
        Map<ChangeSetId, List<Transition>> transitions = new HashMap<>();
        whole.steps().forEach(step -> transitions.put(step.set().id(), step.transitions()));
        Map<ChangeSetId, Requirements> required = new LinkedHashMap<>();
        for (ChangeSet set : queue) {
            List<Transition> own = transitions.getOrDefault(set.id(), List.of());
            required.put(set.id(), needed.of(set.changes(), own));
            needed.follow(own);
        }
        return required;
    }

    /**
     * The same for one set, which need not be pending: where it would stand in the queue.
     *
     * @param queue all pending sets in queue order
     */
    public Requirements required(ChangeSet set, Tables live, List<ChangeSet> queue, ApprovalContext now) {
        return required(set, live, inTurn(set, live, queue), now);
    }

    /** Only the signoffs count of people who hold the role still, and who wrote none of what the set is now. */
    public List<Signoff> counted(ChangeSet set, ApprovalContext now) {
        return now.signoffsOf(set.id()).stream()
                .filter(signoff -> now.person(signoff.by()).holds(signoff.role()))
                .filter(signoff -> maySign(signoff.by(), set, now))
                .toList();
    }

    /** Whether this person's signoff would count, as far as the person goes. */
    public boolean maySign(Actor actor, ChangeSet set, ApprovalContext now) {
        return !now.person(actor).automation()
                && (authorMaySign || !set.contentBy().contains(actor));
    }

    /**
     * What somebody lacks who wants to change, hold or withdraw a set; each inner list is met by any one of its deeds.
     *
     * @param before the tables as the sets before it leave them
     */
    public List<List<Deed>> lacking(Actor actor, ChangeSet set, Tables live, Tables before, ApprovalContext now) {
        Person person = now.person(actor);
        return set.changes().stream()
                .flatMap(change -> NeededPermissions.of(change, List.of(live, before)).stream())
                .filter(anyOf -> anyOf.stream().noneMatch(person::may))
                .distinct()
                .toList();
    }

    /** The roles in which a set needs more signoffs than people are left to give. */
    public List<Obstacle.TooFewSigners> tooFewSigners(ChangeSet set, Requirements required, ApprovalContext now) {
        List<Obstacle.TooFewSigners> obstacles = new ArrayList<>();
        required.perRole().forEach((role, count) -> {
            int eligible = eligible(role, set, now);
            if (eligible < count) {
                obstacles.add(new Obstacle.TooFewSigners(role, count, eligible));
            }
        });
        return obstacles;
    }

    /** How many people could sign a set in a role, whether they have or not. */
    public int eligible(Role role, ChangeSet set, ApprovalContext now) {
        return (int) now.holdersOf(role).stream()
                .filter(holder -> maySign(holder, set, now))
                .count();
    }

    /** What gates say of a step from one state to another. */
    List<GateFinding> gates(Tables before, Tables after, ApprovalContext now) {
        return new GateCheck(now.gates(), now.people().values(), verdicts).findings(before, after, contents);
    }

    /** What keeps a set from being applied in a stage of the sets that would go with it. */
    List<Obstacle> conflicts(ChangeSet set, Stage stage, ApprovalContext now) {
        List<Obstacle> obstacles = new ArrayList<>();
        stage.conflictOf(set.id())
                .map(Conflict::reasons)
                .orElse(List.of())
                .forEach(reason -> obstacles.add(new Obstacle.InConflict(reason)));
        obstacles.addAll(rowsMoved(set, now));
        return obstacles;
    }

    /** Rows of shutoffs and configuration that are not what they were when the set was saved. */
    public List<Obstacle.RowMoved> rowsMoved(ChangeSet set, ApprovalContext now) {
        List<Obstacle.RowMoved> obstacles = new ArrayList<>();
        for (Change change : set.changes()) {
            if (change instanceof UnstagedChange unstaged && UnstagedConflicts.moved(unstaged, now)) {
                Subject subject = Subject.of(change);
                obstacles.add(new Obstacle.RowMoved(subject.object().replace('_', ' ') + " " + subject.target()));
            }
        }
        return obstacles;
    }

    /** What the set's people leave open: permissions of those who wrote it, and signoffs. */
    List<Obstacle> ofPeople(ChangeSet set, Tables live, List<ChangeSet> queue, ApprovalContext now) {
        Stage inTurn = inTurn(set, live, queue);
        return ofPeople(set, List.of(live, inTurn.staged()), required(set, live, inTurn, now), counted(set, now), now);
    }

    private List<Obstacle> ofPeople(
            ChangeSet set, List<Tables> states, Requirements required, List<Signoff> counted, ApprovalContext now) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (Change change : set.changes()) {
            Actor writer = Optional.ofNullable(set.writers().get(change.id())).orElse(set.author());
            Person person = now.person(writer);
            for (List<Deed> anyOf : NeededPermissions.of(change, states)) {
                if (anyOf.stream().noneMatch(person::may)) {
                    obstacles.add(new Obstacle.MayNot(writer, anyOf));
                }
            }
        }
        required.perRole().forEach((role, count) -> {
            int given = (int) counted.stream()
                    .filter(signoff -> signoff.role().equals(role))
                    .count();
            if (given < count) {
                int eligible = eligible(role, set, now);
                obstacles.add(
                        eligible < count
                                ? new Obstacle.TooFewSigners(role, count, eligible)
                                : new Obstacle.SignoffsMissing(role, count, given));
            }
        });
        return obstacles.stream().distinct().toList();
    }

    private static Requirements required(ChangeSet set, Tables live, Stage inTurn, ApprovalContext now) {
        NeededSignoffs needed = new NeededSignoffs(live, now.policy());
        List<Transition> own = List.of();
        for (Stage.Step step : inTurn.steps()) {
            if (step.set().id().equals(set.id())) {
                own = step.transitions();
            } else {
                needed.follow(step.transitions());
            }
        }
        return needed.of(set.changes(), own);
    }

    /** The set where it stands in the queue: after all that go before it. */
    private Stage inTurn(ChangeSet set, Tables live, List<ChangeSet> queue) {
        List<QueuedSet> sets = new ArrayList<>();
        for (ChangeSet other : queue) {
            if (!other.id().equals(set.id()) && QueuedSet.QUEUE_ORDER.compare(other.queued(), set.queued()) < 0) {
                sets.add(other.queued());
            }
        }
        sets.add(set.queued());
        return Stage.of(live, sets, contents);
    }
}
