package dev.rehearsal.approval;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.WireNamed;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds what somebody said to a change set. It is never edited: what ends a request for changes is a comment of its
 * own.
 *
 * @param id grows with time
 * @param about what of the set it is about; null for the whole
 * @param answers the first comment of the thread that it goes on; null for one that begins a thread
 * @param ends whether it ends the request for changes that it answers
 * @param text plain, of 1 to {@value #LONGEST} characters; empty where a request is taken back without a word
 * @param digest of the set in its turn when this was said; null of one that had ended by then
 */
public record Comment(
        long id,
        ChangeSetId set,
        Kind kind,
        @Nullable Place about,
        @Nullable Long answers,
        boolean ends,
        String text,
        @Nullable String digest,
        Actor by,
        PersonId person,
        Instant at) {

    public static final int LONGEST = 2_000;

    /** The kinds of comment tell what it does. */
    public enum Kind implements WireNamed {
        REMARK,
        /** Keeps the set from going live until it is answered or taken back. */
        REQUEST,
        TAKE_BACK
    }

    /**
     * A field of a change, or the change as a whole.
     *
     * @param field by its name in the API; null for the whole change
     * @param called as people called it then, such as {@code rule 204, mapping}
     */
    public record Place(ChangeId change, @Nullable String field, String called) {}

    /** Whether this is the same person, rather than another of that name. */
    public boolean isBy(Actor actor, PersonId id) {
        return by.equals(actor) && person.equals(id);
    }
}
