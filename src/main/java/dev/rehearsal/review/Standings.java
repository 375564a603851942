package dev.rehearsal.review;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Circumstances;
import dev.rehearsal.change.Judging;
import dev.rehearsal.change.Standing;
import dev.rehearsal.signoff.Requirements;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.ChangeSetId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How sets stand in a state that is being looked at. */
@Service
public class Standings {

    private final Judging judging;
    private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

    Standings(Judging judging) {
        this.judging = judging;
    }

    /** Everything about one set, gates included: some milliseconds. */
    public Standing of(CurrentState state, ChangeSet set) {
        return judging.standing(set, state.live(), state.queue(), state.circumstances());
    }

    /** The signoffs that one set needs, pending or not, where it stands or would stand in the queue. */
    public Requirements required(CurrentState state, ChangeSet set) {
        return judging.required(set, state.live(), state.queue(), state.circumstances());
    }

    /** What is left of the signoffs that a set needs. */
    public Requirements missing(CurrentState state, ChangeSet set, Requirements required) {
        return required.missing(judging.counted(set, state.circumstances()));
    }

    /** The signoffs that each pending set needs, and how far it has come with them; gates are not looked at. */
    public SignoffProgress progress(CurrentState state) {
        Known known = latest.get();
        if (known == null || known.state() != state) {
            Map<ChangeSetId, Requirements> required =
                    judging.required(state.queue(), state.stages().wholeQueue(), state.circumstances());
            known = new Known(state, new SignoffProgress(required, state.circumstances(), judging));
            latest.set(known);
        }
        return known.progress();
    }

    private record Known(CurrentState state, SignoffProgress progress) {}

    /** For the sets of a list: what each needs, and has. */
    public record SignoffProgress(
            Map<ChangeSetId, Requirements> required, Circumstances circumstances, Judging judging) {

        /** Whether the set is pending in that state. */
        public boolean knows(ChangeSet set) {
            return required.containsKey(set.id());
        }

        public Requirements required(ChangeSet set) {
            return required.getOrDefault(set.id(), Requirements.NONE);
        }

        public Requirements missing(ChangeSet set) {
            return required(set).missing(judging.counted(set, circumstances));
        }
    }
}
