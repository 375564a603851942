package dev.rehearsal.ui.waiting;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ui.changeset.CommentDialogs;
import dev.rehearsal.ui.changeset.DiscussionCard;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ChangesNavigation;

/** Shows what was said to a set, beside the list, with the buttons that answer it or put it aside. */
class CommentPanel extends Section {

    private static final Messages MESSAGES = Messages.beside(CommentPanel.class);

    private final Div head = new Div();
    private final DiscussionCard discussion;
    private final CommentDialogs dialogs;

    CommentPanel(CommentDialogs dialogs) {
        this.dialogs = dialogs;
        this.discussion = new DiscussionCard(dialogs);
        addClassNames("waiting-panel", "comment-panel");
        head.addClassNames("card", "panel-head");
        getElement().setAttribute("aria-label", MESSAGES.get("panel"));
        add(head, discussion);
    }

    void show(WaitingItem.OfComment item, Review review) {
        head.removeAll();
        head.add(new H2(ChangesNavigation.linkTo(review.set())));
        if (item.waiting().why() == WaitingForMe.Why.CHANGES_REQUESTED) {
            head.add(new Paragraph(MESSAGES.get("to-answer.requested.then")));
        } else {
            Button aside = new Button(
                    MESSAGES.get("to-answer.aside"),
                    click -> dialogs.putAside(item.waiting().comment()));
            aside.addThemeNames("small");
            head.add(aside);
        }
        discussion.show(review.discussion());
    }
}
