package dev.rehearsal.insight.review;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Collects what one person can sign, test, decide, answer or let go now. */
@Service
public class WaitingForMe {

    private static final int MOST_UNDECIDED = 200;

    private final ReadinessOverview readiness;
    private final ReadinessCheck judging;
    private final Verdicts verdicts;
    private final CommentsToAnswer comments;
    private final SetsKeptBack keptBack;
    private final ReleaseContents contents;
    private final FollowedTables followed;
    private final PerState<List<ChangeSet>> undecided;
    private final PerState<Map<Actor, List<ToSign>>> toSign = new PerState<>(state -> new ConcurrentHashMap<>());
    private final PerState<Map<Actor, List<ToTest>>> toTest;

    WaitingForMe(
            ReadinessOverview readiness,
            ReadinessCheck judging,
            Verdicts verdicts,
            ChangeSets changeSets,
            CommentsToAnswer comments,
            SetsKeptBack keptBack,
            ReleaseContents contents,
            FollowedTables followed,
            Clock clock) {
        this.followed = followed;
        this.undecided = new PerState<>(state -> undecided(state, changeSets));
        this.toTest = new PerState<>(state -> new ConcurrentHashMap<>(), verdicts::nextChangeByTime, clock);
        this.readiness = readiness;
        this.judging = judging;
        this.verdicts = verdicts;
        this.comments = comments;
        this.keptBack = keptBack;
        this.contents = contents;
    }

    /** @param roles that the person holds and the set still needs, by name */
    public record ToSign(ChangeSet set, List<Role> roles) {}

    /** @param finding what the gate says of what the test channel shows now */
    public record ToTest(ChannelMapping mapping, GateFinding finding) {}

    /** The reasons why a comment waits for somebody. */
    public enum Why {
        /** They wrote the set, and somebody wants changes of it. */
        CHANGES_REQUESTED,
        /** It names them. */
        MENTIONED,
        /** It is the answer to their request for changes. */
        ANSWERED
    }

    /** @param comment what was said to the set */
    public record ToAnswer(ChangeSet set, Comment comment, Why why) {}

    /** Returns everybody's sets that were due and could not go, and those in conflict. They wait for their authors. */
    private static List<ChangeSet> undecided(NodeState state, ChangeSets changeSets) {
        Set<ChangeSetId> conflicts = new HashSet<>();
        state.stages().wholeQueue().conflicts().forEach(conflict -> conflicts.add(conflict.set()));
        return Stream.concat(
                        changeSets.inState("disarmed", MOST_UNDECIDED).stream(),
                        state.queue().stream().filter(set -> conflicts.contains(set.id())))
                .toList();
    }

    /** Returns what needs a decision of this person, who is its author or has armed it again. */
    public List<ChangeSet> toDecide(NodeState state, Actor actor) {
        return undecided.of(state).stream()
                .filter(set -> set.author().equals(actor))
                .toList();
    }

    /** Returns how many sets need a decision of anybody. */
    public int undecided(NodeState state) {
        return undecided.of(state).size();
    }

    /** Returns in queue order the sets that still need a role which the person holds, who has not signed and wrote none of it. */
    public List<ToSign> toSign(NodeState state, Actor actor) {
        return toSign.of(state).computeIfAbsent(actor, signer -> findToSign(state, signer));
    }

    private List<ToSign> findToSign(NodeState state, Actor actor) {
        Person person = state.circumstances().person(actor);
        if (person.roles().isEmpty()) {
            return List.of();
        }
        ReadinessOverview.SignoffProgress progress = readiness.progress(state);
        List<ToSign> waiting = new ArrayList<>();
        for (ChangeSet set : state.queue()) {
            boolean signed = progress.counted(set).stream()
                    .anyMatch(signoff -> signoff.by().equals(actor));
            if (!signed
                    && !followed.decidesAlone(set)
                    && judging.maySign(actor, progress.writers(set), state.circumstances())) {
                List<Role> roles = progress.missing(set).perRole().keySet().stream()
                        .filter(person::holds)
                        .toList();
                if (!roles.isEmpty()) {
                    waiting.add(new ToSign(set, roles));
                }
            }
        }
        return List.copyOf(waiting);
    }

    /** Returns by test channel what is shown there, would change what is live, and is not passed yet by this holder. */
    public List<ToTest> toTest(NodeState state, Actor actor) {
        return toTest.of(state).computeIfAbsent(actor, tester -> StatesToTest.of(state, tester, verdicts, contents));
    }

    /** Returns what was said to them, oldest first: requests for changes of what they wrote before what else they shall see. */
    public List<ToAnswer> toAnswer(NodeState state, Actor actor) {
        return comments.to(state, actor);
    }

    /** Returns how much waits for them, which is shown beside the menu. */
    public int count(NodeState state, Actor actor) {
        return toDecide(state, actor).size()
                + toSign(state, actor).size()
                + toTest(state, actor).size()
                + toAnswer(state, actor).size()
                + keptBack.toPass(state, actor).size()
                + keptBack.toResume(state, actor).size();
    }
}
