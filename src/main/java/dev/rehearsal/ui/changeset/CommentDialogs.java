package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.CommentService;
import dev.rehearsal.insight.review.ReviewDiscussion;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Unsaved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what somebody wants to say to a set, and says it as the signed-in user. */
@Component
public class CommentDialogs {

    private static final Messages MESSAGES = Messages.beside(CommentDialogs.class);

    private final CommentService comments;
    private final SignedIn signedIn;

    CommentDialogs(CommentService comments, SignedIn signedIn) {
        this.comments = comments;
        this.signedIn = signedIn;
    }

    void comment(ReviewDiscussion discussion) {
        ChangeSet set = discussion.set();
        ask(set, MESSAGES.get("comment.title", set.title()), MESSAGES.get("comment"), text -> {
                    comments.comment(signedIn.actor(), set.id(), null, text);
                    Toast.say(MESSAGES.get("comment.done"));
                })
                .saying(MESSAGES.get("comment.then"))
                .open();
    }

    void requestChanges(ReviewDiscussion discussion) {
        ChangeSet set = discussion.set();
        ask(set, MESSAGES.get("request.title", set.title()), MESSAGES.get("request"), text -> {
                    comments.requestChanges(signedIn.actor(), set.id(), null, text);
                    Toast.say(MESSAGES.get("request.done"));
                })
                .saying(MESSAGES.get("request.then"))
                .open();
    }

    /**
     * Comments on a field; whoever can may request changes with it.
     *
     * @param field null for the whole change
     */
    public void comment(ReviewDiscussion discussion, ChangeId change, @Nullable String field, String called) {
        ChangeSet set = discussion.set();
        Checkbox request = new Checkbox(MESSAGES.get("request.with"));
        request.setVisible(discussion.whyNoRequest() == null);
        CommentService.Target about = new CommentService.Target(change, field);
        ask(set, MESSAGES.get("comment.title", called), MESSAGES.get("comment"), text -> {
                    if (request.getValue()) {
                        comments.requestChanges(signedIn.actor(), set.id(), about, text);
                    } else {
                        comments.comment(signedIn.actor(), set.id(), about, text);
                    }
                    Toast.say(MESSAGES.get(request.getValue() ? "request.done" : "comment.done"));
                })
                .with(request)
                .saying(MESSAGES.get("comment.then"))
                .open();
    }

    void answer(ReviewDiscussion discussion, Comment comment) {
        ChangeSet set = discussion.set();
        boolean ends = discussion.ends() && discussion.stands(comment);
        ask(set, MESSAGES.get("answer.title", comment.by()), MESSAGES.get("answer"), text -> {
                    comments.answer(signedIn.actor(), set.id(), comment.id(), text);
                    Toast.say(MESSAGES.get("answer.done"));
                })
                .saying(ends ? MESSAGES.get("answer.ends", comment.by()) : "")
                .open();
    }

    void takeBack(ReviewDiscussion discussion, Comment request) {
        ChangeSet set = discussion.set();
        ask(set, MESSAGES.get("take-back.title"), MESSAGES.get("take-back"), text -> {
                    comments.takeBack(signedIn.actor(), set.id(), request.id(), text);
                    Toast.say(MESSAGES.get("take-back.done"));
                })
                .saying(MESSAGES.get("take-back.then"))
                .open();
    }

    /** Takes whatever was said in a thread from what waits for the signed-in user. */
    public void putAside(Comment comment) {
        comments.putAside(signedIn.actor(), comment.set(), comment.id());
        Toast.say(MESSAGES.get("aside.done"));
    }

    private interface Said {
        void said(String text);
    }

    private ConfirmationDialog ask(ChangeSet set, String title, String confirm, Said said) {
        TextArea text = new TextArea(MESSAGES.get("comment.text"));
        text.setMaxLength(Comment.LONGEST);
        text.setWidthFull();
        Unsaved.keep(text, "text");
        return new ConfirmationDialog(title, confirm, () -> said.said(text.getValue()))
                .with(text)
                .keeping(signedIn.actor(), "set-" + set.id() + "-comment");
    }
}
