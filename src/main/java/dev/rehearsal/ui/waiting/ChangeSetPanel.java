package dev.rehearsal.ui.waiting;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.AvailableAction;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.ReviewDiscussion;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.probe.SetRegions;
import dev.rehearsal.ui.changeset.ChangedWhileLooking;
import dev.rehearsal.ui.changeset.CommentDialogs;
import dev.rehearsal.ui.changeset.DifferencesCard;
import dev.rehearsal.ui.changeset.DiscussionCard;
import dev.rehearsal.ui.changeset.ImpactCard;
import dev.rehearsal.ui.changeset.MeasuredRequests;
import dev.rehearsal.ui.changeset.RailDialogs;
import dev.rehearsal.ui.changeset.RailsCard;
import dev.rehearsal.ui.changeset.RegionsCard;
import dev.rehearsal.ui.changeset.RequestChips;
import dev.rehearsal.ui.changeset.RequestsCard;
import dev.rehearsal.ui.changeset.SignoffsCard;
import dev.rehearsal.ui.changeset.TestsCard;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A whole set beside the list, with the button that signs it: what is signed was looked at. */
class ChangeSetPanel extends Section {

    private static final Messages MESSAGES = Messages.beside(ChangeSetPanel.class);

    private final DifferencesCard differences;
    private final DiscussionCard discussion;
    private final TestsCard tests = new TestsCard();
    private final ImpactCard impact = new ImpactCard();
    private final RequestsCard requests;
    private final RegionsCard regions = new RegionsCard();
    private final ChangeSetImpact impacts;
    private final SetRegions setRegions;
    private final SignoffsCard signoffs;
    private final RailsCard rails;
    private final BiConsumer<Review, Role> onSign;
    private final Div head = new Div();
    private @Nullable ReviewDiscussion shown;
    private final Div action = new Div();
    private final ChangedWhileLooking changed = new ChangedWhileLooking();

    ChangeSetPanel(
            ChangeSet set,
            PartTexts texts,
            ChangeSetImpact impacts,
            SetRegions setRegions,
            MeasuredRequests measured,
            RailDialogs passing,
            CommentDialogs commenting,
            BiConsumer<Review, Role> onSign,
            BiConsumer<ChangeSet, Signoff> onRevoke) {
        this.onSign = onSign;
        this.impacts = impacts;
        this.setRegions = setRegions;
        this.requests = new RequestsCard(measured).onPicture(impact::fold);
        this.differences = new DifferencesCard(texts, (change, field, called) -> {
            if (shown != null) {
                commenting.comment(shown, change, field, called);
            }
        });
        this.discussion = new DiscussionCard(commenting);
        this.signoffs = new SignoffsCard(signoff -> onRevoke.accept(set, signoff));
        this.rails = new RailsCard(passing::passOver, passing::takeBack);
        head.addClassNames("card", "panel-head");
        addClassName("waiting-panel");
        getElement().setAttribute("aria-label", MESSAGES.get("panel"));
        action.addClassNames("card", "panel-action");
        Div body = new Div(differences, new Aside(rails, signoffs, tests));
        body.addClassName("panel-body");
        add(head, requests, impact, regions, action, body, discussion);
    }

    void show(Review review) {
        ChangeSet set = review.set();
        Div facts = new Div(new Span(MESSAGES.parts("set.due", Moment.due(set))));
        facts.add(
                new Span(PersonName.sign(set.author()), new Span(MESSAGES.get("set.by", PersonName.of(set.author())))));
        if (!review.audience().places().isEmpty()) {
            facts.add(new Span(review.audience().sentence()));
        }
        facts.add(RequestChips.of(review.discussion()));
        facts.addClassName("facts");
        head.removeAll();
        head.add(new H2(ChangesNavigation.linkTo(set)), facts);
        if (!review.clashes().isEmpty() || !review.otherReasons().isEmpty()) {
            head.add(new Div(
                    new Chip(Tone.BAD, "✕", MESSAGES.get("set.conflict")),
                    new Text(" " + MESSAGES.get("set.conflict.why"))));
        }
        requests.show(set);
        impact.show(impacts.of(set));
        regions.show(setRegions.of(set), set.id());
        action.removeAll();
        action.add(changed, signing(review, changed.isAsSeen(review, () -> show(review))));
        shown = review.discussion();
        differences.show(review.differences());
        discussion.show(review.discussion());
        signoffs.show(review);
        tests.show(review);
        rails.show(review);
    }

    private Div signing(Review review, boolean asSeen) {
        Div row = new Div();
        row.addClassName("action");
        AvailableAction.ToSign signing = review.signing();
        if (signing == null) {
            row.add(
                    review.set().state() instanceof ChangeSet.Disarmed
                                    || !review.clashes().isEmpty()
                            ? new Span(MESSAGES.parts(
                                    "set.decide",
                                    ChangesNavigation.linkTo(review.set().id(), MESSAGES.get("set.decide.there"))))
                            : new Span(MESSAGES.get("set.signed-by-nobody")));
            return row;
        }
        for (Role role : signing.roles()) {
            Button sign = new Button(MESSAGES.get("set.sign", role), click -> onSign.accept(review, role));
            sign.addThemeNames("primary", "small");
            sign.setEnabled(asSeen);
            if (signing.roles().size() == 1) {
                sign.getElement().setAttribute("data-key", "s");
                sign.getElement().setAttribute("aria-keyshortcuts", "s");
            }
            row.add(sign);
        }
        if (signing.whyNot() != null) {
            Span why = new Span(signing.whyNot());
            why.addClassName("why-not");
            row.add(why);
        }
        return row;
    }
}
