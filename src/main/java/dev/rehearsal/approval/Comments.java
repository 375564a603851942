package dev.rehearsal.approval;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.store.CommentStore;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Keeps what was said to change sets. Whoever writes holds a {@link Write}, and has checked who may. */
@Service
public class Comments {

    private final CommentStore store;

    Comments(CommentStore store) {
        this.store = store;
    }

    public Discussion of(ChangeSetId set) {
        return new Discussion(store.of(set));
    }

    /** Reads all that was said to each set that is still to be enacted; sets without a word are left out. */
    public Map<ChangeSetId, Discussion> ofOpenSets() {
        return store.ofOpenSets();
    }

    /** Reads what decides about each set that is still to be enacted: requests for changes, and what ended them. */
    public Map<ChangeSetId, Discussion> requestsOfOpenSets() {
        return store.requestsOfOpenSets();
    }

    /** Reads what decided then about each set that was still to be enacted. */
    public Map<ChangeSetId, Discussion> requestsAt(Instant time) {
        return store.requestsOfOpenSetsAt(time);
    }

    /**
     * Keeps a comment.
     *
     * @param comment its own number says nothing
     * @param waitsFor who shall see it until they answer it or put it aside
     * @return the comment with the number that it got
     */
    public Comment add(Comment comment, Collection<PersonId> waitsFor) {
        Comment kept = store.insert(comment);
        waitsFor.stream().distinct().forEach(person -> store.notice(kept.id(), person));
        return kept;
    }

    /** Reads who still has to see which comments, in the order in which they were made. */
    public Map<PersonId, List<Comment>> waiting() {
        return store.waiting();
    }

    /** Reads for whom each of these comments waits. */
    public Map<Long, Set<PersonId>> waitingFor(Collection<Long> comments) {
        return store.waitingFor(comments);
    }

    /** Says that nothing of this thread waits for this person any more. */
    public void putAside(Write write, ChangeSetId set, long thread, PersonId person) {
        store.removeNotices(set, thread, person);
    }
}
