package dev.rehearsal.insight.review;

import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.change.ChangeSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was said to a set, for somebody who looks at it.
 *
 * @param present digest of the set in its turn; null for one that has ended
 * @param whyNoRequest why they cannot request changes of it, as said to them; null if they can
 * @param ends whether their answer lets the set go on
 * @param own their requests for changes that stand, by number
 */
public record ReviewDiscussion(
        ChangeSet set,
        Discussion said,
        @Nullable String present,
        @Nullable String whyNoRequest,
        boolean ends,
        Set<Long> own) {

    public ReviewDiscussion {
        own = Set.copyOf(own);
    }

    /** Whether this was said of what the set was before it was edited. */
    public boolean isOfEarlierState(Comment comment) {
        return present != null && comment.digest() != null && !present.equals(comment.digest());
    }

    public boolean stands(Comment comment) {
        return said.stands(comment);
    }
}
