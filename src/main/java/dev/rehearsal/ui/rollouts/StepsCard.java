package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.Role;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.StandingStep;
import dev.rehearsal.insight.review.AvailableAction;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.changeset.DifferencesCard;
import dev.rehearsal.ui.changeset.SignoffDialogs;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sets of a rollout: what each changes, who must still sign it, and the buttons that sign each by its own digest. */
class StepsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(StepsCard.class);

    private final RolloutDesk desk;
    private final SignoffDialogs signing;
    private final PartTexts texts;

    StepsCard(RolloutDesk desk, SignoffDialogs signing, PartTexts texts) {
        super(MESSAGES.get("steps"));
        this.desk = desk;
        this.signing = signing;
        this.texts = texts;
        addClassName("rollout-steps");
    }

    void show(RolloutDesk.Seen seen) {
        OrderedList steps = new OrderedList();
        seen.progress().steps().forEach(step -> steps.add(item(seen, step)));
        show(steps);
        Div all = new Div();
        all.addClassName("sign-all");
        desk.signable(seen).forEach((role, digests) -> {
            if (digests.size() > 1) {
                all.add(signAll(role, digests));
            }
        });
        add(all);
    }

    private Button signAll(Role role, Map<ChangeSetId, String> digests) {
        String what = MESSAGES.get("sign.all", digests.size(), role);
        Button sign = new Button(
                what,
                click -> new ConfirmationDialog(what, what, () -> {
                            desk.sign(role, digests);
                            Toast.say(MESSAGES.get("sign.all.done", digests.size(), role));
                        })
                        .saying(MESSAGES.get("sign.all.then"))
                        .open());
        sign.addThemeNames("primary");
        return sign;
    }

    private ListItem item(RolloutDesk.Seen seen, StandingStep step) {
        Review review = seen.reviews().get(step.number());
        Div head = new Div(
                ChangesNavigation.linkTo(
                        step.set().id(),
                        MESSAGES.get(
                                "percent.of", step.percentage(), step.step().channel())),
                state(seen, step));
        if (step.percentage() != step.step().percentage()) {
            head.add(new Chip(
                    Tone.CAREFUL, "✎", MESSAGES.get("edited", step.step().percentage())));
        }
        head.addClassName("head");
        List<Component> parts = new ArrayList<>(List.of(head));
        if (review != null) {
            if (step.set().isOpen()) {
                parts.add(missing(review));
            }
            DifferencesCard differences = new DifferencesCard(texts);
            differences.show(review.differences());
            parts.add(new NativeDetails(MESSAGES.get("what"), differences));
        }
        return new ListItem(parts.toArray(Component[]::new));
    }

    private static Component state(RolloutDesk.Seen seen, StandingStep step) {
        return switch (step.set().state()) {
            case ChangeSet.Enacted(var _, var at) ->
                new Span(new Chip(Tone.GOOD, "✓", MESSAGES.get("live")), new Text(" "), Moment.date(at));
            case ChangeSet.Withdrawn _ -> new Chip(Tone.CALM, "–", MESSAGES.get("withdrawn"));
            case ChangeSet.Draft _, ChangeSet.Held _ -> new Chip(Tone.CAREFUL, "‖", MESSAGES.get("held"));
            case ChangeSet.Disarmed _ -> new Chip(Tone.BAD, "!", MESSAGES.get("disarmed"));
            case ChangeSet.Pending _ ->
                seen.plan().letsGo(step.number())
                        ? new Chip(Tone.CALM, "▸", MESSAGES.get("let-go"))
                        : new Chip(
                                Tone.CALM,
                                "○",
                                MESSAGES.get(
                                        seen.plan().state() == RolloutPlan.State.GOING ? "waits" : "waits.stopped"));
        };
    }

    /** What it waits for besides the rollout itself. */
    private Component missing(Review review) {
        Div missing = new Div();
        missing.addClassName("missing");
        Readiness standing = review.standing();
        if (standing != null) {
            if (!standing.missing().isEmpty()) {
                missing.add(new Paragraph(MESSAGES.get("needs", ChangePreviewCard.said(standing.missing()))));
            }
            UnorderedList others = new UnorderedList(standing.obstacles().stream()
                    .filter(obstacle -> isToBeTold(obstacle, standing))
                    .map(obstacle -> new ListItem(Sentence.of(obstacle.sentence())))
                    .toArray(ListItem[]::new));
            if (others.getComponentCount() > 0) {
                missing.add(others);
            }
        }
        AvailableAction.ToSign toSign = review.signing();
        if (toSign != null && toSign.whyNot() == null) {
            toSign.roles().forEach(role -> missing.add(sign(review, role)));
        }
        return missing;
    }

    /** A step is on what the one before leaves: that live is another meanwhile is no conflict that anybody resolves. */
    private static boolean isToBeTold(Obstacle obstacle, Readiness standing) {
        return switch (obstacle) {
            case Obstacle.PlanWaits _, Obstacle.SignoffsMissing _ -> false;
            case Obstacle.InConflict _ -> standing.staged().isPresent();
            default -> true;
        };
    }

    private Button sign(Review review, Role role) {
        Button sign = new Button(MESSAGES.get("sign.as", role), click -> {
            try {
                signing.sign(review, role);
            } catch (RefusedException refused) {
                Toast.refuse(refused);
            }
        });
        sign.setAriaLabel(MESSAGES.get("sign.as.label", review.set().title(), role));
        sign.addThemeNames("small");
        return sign;
    }
}
