package dev.rehearsal.approval;

import java.util.List;
import java.util.Optional;

/**
 * Holds all that was said to one change set.
 *
 * @param comments in the order in which they were made
 */
public record Discussion(List<Comment> comments) {

    public static final Discussion NONE = new Discussion(List.of());

    public Discussion {
        comments = List.copyOf(comments);
    }

    /** Returns the requests for changes that nobody has answered who can, and that are not taken back. */
    public List<Comment> standing() {
        return comments.stream()
                .filter(comment -> comment.kind() == Comment.Kind.REQUEST)
                .filter(request -> endOf(request).isEmpty())
                .toList();
    }

    /** Whether this is one of the requests for changes that stand. */
    public boolean stands(Comment comment) {
        return standing().stream().anyMatch(request -> request.id() == comment.id());
    }

    /** Returns what ended a request for changes. */
    public Optional<Comment> endOf(Comment request) {
        return comments.stream()
                .filter(comment -> comment.ends() && comment.answers() != null && comment.answers() == request.id())
                .findFirst();
    }

    /** Returns the comments that begin a thread. */
    public List<Comment> threads() {
        return comments.stream().filter(comment -> comment.answers() == null).toList();
    }

    /** Returns what goes on a thread. */
    public List<Comment> answersTo(Comment first) {
        return comments.stream()
                .filter(comment -> comment.answers() != null && comment.answers() == first.id())
                .toList();
    }

    public Optional<Comment> find(long id) {
        return comments.stream().filter(comment -> comment.id() == id).findFirst();
    }
}
