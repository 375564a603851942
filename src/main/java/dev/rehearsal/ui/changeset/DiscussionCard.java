package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.insight.review.Talk;
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
    private @Nullable Talk shown;

    public DiscussionCard(CommentDialogs dialogs) {
        super(MESSAGES.get("discussion"));
        this.dialogs = dialogs;
        addClassName("discussion");
    }

    public void show(Talk talk) {
        if (talk.equals(shown)) {
            return;
        }
        shown = talk;
        List<Component> parts = new ArrayList<>();
        talk.discussion().threads().forEach(first -> parts.add(thread(talk, first)));
        if (parts.isEmpty()) {
            parts.add(new Paragraph(MESSAGES.get("discussion.none")));
        }
        Button comment = new Button(MESSAGES.get("comment"), click -> dialogs.comment(talk));
        Button request = new Button(MESSAGES.get("request"), click -> dialogs.requestChanges(talk));
        comment.addThemeNames("small");
        request.addThemeNames("small");
        Div actions = new Div(comment);
        actions.addClassName("action");
        if (talk.set().isOpen()) {
            actions.add(new DisabledReasonButton(request, talk.whyNoRequest()));
        }
        parts.add(actions);
        show(parts.toArray(Component[]::new));
    }

    private Article thread(Talk talk, Comment first) {
        Article thread = new Article(said(talk, first));
        thread.addClassName("thread");
        talk.discussion().answersTo(first).forEach(answer -> {
            Div said = said(talk, answer);
            said.addClassName("answer");
            thread.add(said);
        });
        Button answer = new Button(MESSAGES.get("answer"), click -> dialogs.answer(talk, first));
        answer.addThemeNames("small", "tertiary");
        answer.setAriaLabel(MESSAGES.get("answer.whose", first.by()));
        Div actions = new Div(answer);
        actions.addClassName("action");
        if (talk.own().contains(first.id())) {
            Button takeBack = new Button(MESSAGES.get("take-back"), click -> dialogs.takeBack(talk, first));
            takeBack.addThemeNames("small", "tertiary");
            actions.add(takeBack);
        }
        thread.add(actions);
        return thread;
    }

    private static Div said(Talk talk, Comment comment) {
        Span name = new Span(PersonName.of(comment.by()));
        name.addClassName("name");
        name.setTitle(comment.by().name());
        Div head = new Div(PersonName.sign(comment.by()), name, Moment.date(comment.at()));
        head.addClassName("head");
        Chip chip = chip(talk, comment);
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
        if (talk.isOfEarlierState(comment)) {
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

    private static @Nullable Chip chip(Talk talk, Comment comment) {
        if (comment.kind() == Comment.Kind.REQUEST) {
            return talk.stands(comment)
                    ? new Chip(Tone.BAD, "!", MESSAGES.get("request.stands"))
                    : new Chip(Tone.CALM, "✓", MESSAGES.get("request.ended"));
        }
        if (comment.kind() == Comment.Kind.TAKE_BACK) {
            return new Chip(Tone.GOOD, "✓", MESSAGES.get("request.taken-back"));
        }
        return comment.ends() ? new Chip(Tone.GOOD, "✓", MESSAGES.get("request.answered")) : null;
    }
}
