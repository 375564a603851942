package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.ChangedFields;
import dev.rehearsal.change.Subject;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Records what people say to change sets: the signed-in user comments, and who could sign or test requests changes. */
@Service
public class CommentService {

    /** More is no discussion any more; what ends a request is always taken. */
    private static final int MOST = 1_000;

    private final WriteLock writeLock;
    private final ChangeSets changeSets;
    private final Comments comments;
    private final ReadinessCheck check;
    private final ApprovalContextReader contexts;
    private final LiveTables live;
    private final ChangeQueue queue;

    CommentService(
            WriteLock writeLock,
            ChangeSets changeSets,
            Comments comments,
            ReadinessCheck check,
            ApprovalContextReader contexts,
            LiveTables live,
            ChangeQueue queue) {
        this.writeLock = writeLock;
        this.changeSets = changeSets;
        this.comments = comments;
        this.check = check;
        this.contexts = contexts;
        this.live = live;
        this.queue = queue;
    }

    /**
     * The target of a comment: a change, or a field of it.
     *
     * @param field null for the whole change
     */
    public record Target(ChangeId change, @Nullable String field) {}

    /** One comment as it is being made. */
    private record Saying(
            Write write,
            ChangeSet set,
            ApprovalContext now,
            @Nullable Readiness standing) {

        Person person() {
            return now.person(write.by());
        }

        Comment comment(
                Comment.Kind kind, Comment.@Nullable Place about, @Nullable Long answers, boolean ends, String text) {
            return new Comment(
                    0,
                    set.id(),
                    kind,
                    about,
                    answers,
                    ends,
                    text,
                    standing == null ? null : standing.inTurn().digest().value(),
                    write.by(),
                    person().id(),
                    write.at());
        }
    }

    /**
     * Comments on a set, in whatever state it is.
     *
     * @param about null for the whole set
     * @throws RefusedException if the text is empty or too long, or the set has nothing of that kind
     */
    public Comment comment(Actor by, ChangeSetId id, @Nullable Target about, String text) {
        String said = checked(text);
        return say(
                by,
                id,
                saying -> add(
                        saying,
                        saying.comment(Comment.Kind.REMARK, place(saying.set(), about), null, false, said),
                        null));
    }

    /**
     * Requests changes: the set goes live only once somebody who wrote it has answered, or this is taken back.
     *
     * @param about null for the whole set
     * @throws RefusedException if this person could neither sign nor test the set, besides what commenting refuses
     */
    public Comment requestChanges(Actor by, ChangeSetId id, @Nullable Target about, String text) {
        String said = checked(text);
        return say(by, id, saying -> {
            Readiness standing = saying.standing();
            if (standing == null) {
                throw saying.set().refusal();
            }
            boolean counts = check.maySign(by, standing.inTurn().writers(), saying.now());
            RequestRights.whyNot(saying.set(), saying.person(), counts, standing)
                    .ifPresent(why -> {
                        throw RefusedException.forbidden(why);
                    });
            return add(
                    saying, saying.comment(Comment.Kind.REQUEST, place(saying.set(), about), null, false, said), null);
        });
    }

    /** Answers a comment. Where it requests changes, the answer of somebody who wrote the set lets that go on. */
    public Comment answer(Actor by, ChangeSetId id, long comment, String text) {
        String said = checked(text);
        return say(by, id, saying -> {
            Discussion known = comments.of(id);
            Comment first = first(known, comment, id);
            boolean ends = known.stands(first) && RequestRights.ends(saying.set(), by);
            Comment answer = add(
                    saying,
                    saying.comment(Comment.Kind.REMARK, null, first.id(), ends, said),
                    ends && !first.isBy(by, saying.person().id()) ? first.person() : null);
            comments.putAside(saying.write(), id, first.id(), saying.person().id());
            return answer;
        });
    }

    /**
     * Takes one's own request for changes back.
     *
     * @param text why; may be empty
     */
    public Comment takeBack(Actor by, ChangeSetId id, long comment, String text) {
        String said = text.isBlank() ? "" : checked(text);
        return say(by, id, saying -> {
            Discussion known = comments.of(id);
            Comment request = first(known, comment, id);
            if (request.kind() != Comment.Kind.REQUEST) {
                throw RefusedException.conflict("comment %d requests no changes".formatted(comment));
            }
            if (!RequestRights.takesBack(request, saying.person())) {
                throw RefusedException.forbidden(
                        "only %s takes that back; whoever wrote the set answers it".formatted(request.by()));
            }
            if (saying.standing() == null) {
                throw saying.set().refusal();
            }
            if (!known.stands(request)) {
                throw RefusedException.conflict("comment %d is answered or taken back already".formatted(comment));
            }
            return add(saying, saying.comment(Comment.Kind.TAKE_BACK, null, request.id(), true, said), null);
        });
    }

    /** Says that nothing of a thread waits for this person any more. */
    public void putAside(Actor by, ChangeSetId id, long comment) {
        writeLock.write(by, WriteKind.QUEUE, write -> {
            Comment first = first(comments.of(id), comment, id);
            comments.putAside(write, id, first.id(), contexts.read().person(by).id());
            return id;
        });
    }

    private Comment say(Actor by, ChangeSetId id, Function<Saying, Comment> saying) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            ChangeSet set = changeSets.current(id, null);
            ApprovalContext now = contexts.read();
            Readiness standing =
                    set.isOpen() ? check.readiness(set, live.at(write.found()), queue.pending(), now) : null;
            return saying.apply(new Saying(write, set, now, standing));
        });
    }

    /** @param told who shall see it besides those whom it names; null for nobody */
    private Comment add(Saying saying, Comment comment, @Nullable PersonId told) {
        // Nobody talks so much that a request for changes, or what ends one, is not heard any more.
        if (!comment.ends()
                && comment.kind() != Comment.Kind.REQUEST
                && comments.of(comment.set()).comments().size() >= MOST) {
            throw RefusedException.conflict(
                    "change set %s has %d comments already: it takes no more".formatted(comment.set(), MOST));
        }
        List<PersonId> waitsFor = new ArrayList<>();
        Mentions.in(comment.text(), saying.now().people()).stream()
                .filter(person -> !person.automation()
                        && !person.name().equals(comment.by().name()))
                .map(Person::id)
                .forEach(waitsFor::add);
        if (told != null && !told.equals(PersonId.NONE)) {
            waitsFor.add(told);
        }
        return comments.add(comment, waitsFor);
    }

    private static Comment.@Nullable Place place(ChangeSet set, @Nullable Target about) {
        if (about == null) {
            return null;
        }
        Optional<Change> change = set.changes().stream()
                .filter(one -> one.id().equals(about.change()))
                .findFirst();
        if (change.isEmpty()) {
            throw RefusedException.invalid(
                    "change", "is none of change set %s: it has no change %s".formatted(set.id(), about.change()));
        }
        String field = about.field();
        if (field != null && !ChangedFields.ofRow(change.get(), set.changes()).contains(field)) {
            throw RefusedException.invalid("field", "is no field of change " + about.change());
        }
        Subject subject = Subject.of(change.get());
        return new Comment.Place(about.change(), field, subject.object().replace('_', ' ') + " " + subject.target());
    }

    /** Returns what begins the thread that a comment is in. */
    private static Comment first(Discussion known, long comment, ChangeSetId set) {
        Comment found = known.find(comment)
                .orElseThrow(() ->
                        RefusedException.notFound("there is no comment %d on change set %s".formatted(comment, set)));
        return found.answers() == null ? found : known.find(found.answers()).orElseThrow();
    }

    private static String checked(String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > Comment.LONGEST) {
            throw RefusedException.invalid("text", "must say something, in 1 to 2,000 characters");
        }
        if (said.codePoints().anyMatch(CommentService::isNoText)) {
            throw RefusedException.invalid("text", "holds a character that is none, or that nobody sees");
        }
        return said;
    }

    private static boolean isNoText(int symbol) {
        return Character.getType(symbol) == Character.SURROGATE
                || Character.isISOControl(symbol) && symbol != '\n' && symbol != '\r' && symbol != '\t';
    }
}
