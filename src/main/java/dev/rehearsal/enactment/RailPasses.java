package dev.rehearsal.enactment;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.StepUp;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailFindings;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Records who passes over guard rails for exactly what a set would do, and takes it back. */
@Service
public class RailPasses {

    private static final int LONGEST_NOTE = 2_000;

    private final WriteLock writeLock;
    private final ChangeSets changeSets;
    private final ChangeQueue queue;
    private final LiveTables live;
    private final ApprovalContextReader contexts;
    private final ReadinessCheck check;
    private final RailFindings findings;
    private final People people;
    private final StepUp stepUp;

    RailPasses(
            WriteLock writeLock,
            ChangeSets changeSets,
            ChangeQueue queue,
            LiveTables live,
            ApprovalContextReader contexts,
            ReadinessCheck check,
            RailFindings findings,
            People people,
            StepUp stepUp) {
        this.writeLock = writeLock;
        this.changeSets = changeSets;
        this.queue = queue;
        this.live = live;
        this.contexts = contexts;
        this.check = check;
        this.findings = findings;
        this.people = people;
        this.stepUp = stepUp;
    }

    /**
     * Passes over a rail for one step; the same again changes nothing.
     *
     * @param state the digest of the step that was looked at
     * @param note why, for everybody to read; null for nothing said
     * @throws dev.rehearsal.access.StepUpRequiredException if whoever does it must prove anew who they are
     * @throws RefusedException if they do not hold the rail's role, wrote any of what goes live, or the set would do something
     *     else than they looked at
     */
    public void passOver(Actor by, ChangeSetId id, long rail, String state, @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw RefusedException.invalid("note", "must be at most " + LONGEST_NOTE + " characters long");
        }
        writeLock.write(by, WriteKind.QUEUE, write -> {
            Looked looked = look(write, id, rail, state);
            RailFinding finding = looked.finding();
            Person person = people.find(by);
            Role role = finding.rail().passedBy();
            refuseUnlessMay(by, person, role, looked);
            if (!finding.rail().blocks() || !finding.isJudged() || finding.isOpen() && !finding.isPassedOver()) {
                throw RefusedException.conflict("there is nothing to pass over: " + finding.sentence());
            }
            stepUp.require(by, List.of(state), write.at());
            if (finding.passes().stream().noneMatch(pass -> pass.by().equals(by))) {
                findings.passOver(write, pass(write, id, finding, person, note), person);
            }
            return id;
        });
    }

    /** Takes back what somebody said themselves. */
    public void takeBack(Actor by, ChangeSetId id, long rail, String state) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            RailPass given = findings.passesOf(id).stream()
                    .filter(pass -> pass.by().equals(by)
                            && pass.rail() == rail
                            && pass.step().digest().equals(state))
                    .findFirst()
                    .orElseThrow(() -> RefusedException.notFound(
                            "%s does not pass over guard rail %d for this".formatted(by, rail)));
            changeSets.current(id, null).requireSignable();
            findings.takeBack(write, given, people.find(by));
            return id;
        });
    }

    private record Looked(RailFinding finding, Readiness readiness, ApprovalContext now) {}

    private Looked look(Write write, ChangeSetId id, long rail, String state) {
        ChangeSet set = changeSets.current(id, null);
        set.requireSignable();
        ApprovalContext now = contexts.read();
        Tables tables = live.at(write.found());
        List<ChangeSet> pending = queue.pending();
        Readiness readiness = check.readiness(set, tables, pending, now);
        List<RailFinding> found = Stream.concat(
                        readiness.rails().stream(),
                        set.state() instanceof ChangeSet.Pending
                                ? together(set, new Decision.Situation(tables, pending, now, write.at()))
                                : Stream.empty())
                .filter(finding -> finding.rail().id() == rail)
                .toList();
        if (found.isEmpty()) {
            throw RefusedException.notFound("no guard rail %d is about change set %s".formatted(rail, id));
        }
        return found.stream()
                .filter(finding -> finding.step().digest().equals(state))
                .findFirst()
                .map(finding -> new Looked(finding, readiness, now))
                .orElseThrow(() -> RefusedException.conflict(
                        "change set %s would do something else than you looked at: look at it again".formatted(id)));
    }

    /** Returns what stands against it with the sets that would go along. */
    private Stream<RailFinding> together(ChangeSet set, Decision.Situation now) {
        return check.plan(set, now, BreakGlassScope.NONE).obstacles().stream()
                .filter(Obstacle.RailInTheWay.class::isInstance)
                .map(obstacle -> ((Obstacle.RailInTheWay) obstacle).finding());
    }

    private void refuseUnlessMay(Actor by, Person person, Role role, Looked looked) {
        if (person.automation()) {
            throw RefusedException.forbidden(by + " is a system account: people pass over guard rails");
        }
        if (!person.holds(role)) {
            throw RefusedException.forbidden(
                    "%s does not hold the role '%s', which passes over this guard rail".formatted(by, role));
        }
        if (!check.maySign(by, looked.readiness().alone().writers(), looked.now())) {
            throw RefusedException.forbidden(
                    by
                            + " wrote some of what would go live, and nobody passes over a guard rail for what they wrote: somebody else must");
        }
    }

    private static RailPass pass(
            Write write, ChangeSetId id, RailFinding finding, Person person, @Nullable String note) {
        Role role = finding.rail().passedBy();
        return new RailPass(
                0,
                finding.rail().id(),
                finding.rail().terms(),
                finding.step(),
                id,
                write.by(),
                role,
                person.grantOf(role),
                finding.sentence(),
                note == null || note.isBlank() ? null : note.strip(),
                write.at());
    }
}
