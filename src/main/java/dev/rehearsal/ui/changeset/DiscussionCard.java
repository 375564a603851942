package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.insight.review.ReviewDiscussion;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what people said to a set, thread by thread, and who wants changes of it. */
public class DiscussionCard extends Card {

    private static final Messages MESSAGES = Messages.beside(DiscussionCard.class);

    private final CommentDialogs dialogs;
    private @Nullable ReviewDiscussion shown;

    public DiscussionCard(CommentDialogs dialogs) {
        super(MESSAGES.get("discussion"));
        this.dialogs = dialogs;
        addClassName("discussion");
    }

    public void show(ReviewDiscussion discussion) {
        if (discussion.equals(shown)) {
            return;
        }
        shown = discussion;
        List<Component> parts = new ArrayList<>();
        discussion.said().threads().forEach(first -> parts.add(thread(discussion, first)));
        if (parts.isEmpty()) {
            parts.add(new Paragraph(MESSAGES.get("discussion.none")));
        }
        Button comment = new Button(MESSAGES.get("comment"), click -> dialogs.comment(discussion));
        Button request = new Button(MESSAGES.get("request"), click -> dialogs.requestChanges(discussion));
        comment.addThemeNames("small");
        request.addThemeNames("small");
        Div actions = new Div(comment);
        actions.addClassName("action");
        if (discussion.set().isOpen()) {
            actions.add(new DisabledReasonButton(request, discussion.whyNoRequest()));
        }
        parts.add(actions);
        show(parts.toArray(Component[]::new));
    }

    private Article thread(ReviewDiscussion discussion, Comment first) {
        Article thread = new Article(said(discussion, first));
        thread.addClassName("thread");
        discussion.said().answersTo(first).forEach(answer -> {
            Div said = said(discussion, answer);
            said.addClassName("answer");
            thread.add(said);
        });
        Button answer = new Button(MESSAGES.get("answer"), click -> dialogs.answer(discussion, first));
        answer.addThemeNames("small", "tertiary");
        answer.setAriaLabel(MESSAGES.get("answer.whose", first.by()));
        Div actions = new Div(answer);
        actions.addClassName("action");
        if (discussion.own().contains(first.id())) {
            Button takeBack = new Button(MESSAGES.get("take-back"), click -> dialogs.takeBack(discussion, first));
            takeBack.addThemeNames("small", "tertiary");
            actions.add(takeBack);
        }
        thread.add(actions);
        return thread;
    }

    private static Div said(ReviewDiscussion discussion, Comment comment) {
        Span name = new Span(PersonName.of(comment.by()));
        name.addClassName("name");
        name.setTitle(comment.by().name());
        Div head = new Div(PersonName.sign(comment.by()), name, Moment.date(comment.at()));
        head.addClassName("head");
        Chip chip = chip(discussion, comment);
        if (chip != null) {
            head.add(chip);
        }
        Comment.Place about = comment.about();
        if (about != null) {
            head.add(new Span(
                    about.field() == null
                            ? about.called()
                            : MESSAGES.get("discussion.field", about.called(), about.field())));
        }
        if (discussion.isOfEarlierState(comment)) {
            head.add(new Span(MESSAGES.get("discussion.earlier")));
        }
        Div said = new Div(head);
        if (!comment.text().isEmpty()) {
            Paragraph text = new Paragraph(comment.text());
            text.addClassName("said");
            said.add(text);
        }
        return said;
    }

    private static @Nullable Chip chip(ReviewDiscussion discussion, Comment comment) {
        if (comment.kind() == Comment.Kind.REQUEST) {
            return discussion.stands(comment)
                    ? new Chip(Tone.BAD, "!", MESSAGES.get("request.stands"))
                    : new Chip(Tone.CALM, "✓", MESSAGES.get("request.ended"));
        }
        if (comment.kind() == Comment.Kind.TAKE_BACK) {
            return new Chip(Tone.GOOD, "✓", MESSAGES.get("request.taken-back"));
        }
        return comment.ends() ? new Chip(Tone.GOOD, "✓", MESSAGES.get("request.answered")) : null;
    }
}
