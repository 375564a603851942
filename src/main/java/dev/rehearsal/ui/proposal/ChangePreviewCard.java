package dev.rehearsal.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.insight.preview.ChangePreview;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.FindingChip;
import dev.rehearsal.ui.frame.JoinedText;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.ArrayList;
import java.util.List;

/**
 * A card that shows what would come of what is being entered, before it is saved: what it needs, who will see it, what
 * is odd about it.
 */
public class ChangePreviewCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ChangePreviewCard.class);

    private List<ChangeSet> displaced = List.of();

    public ChangePreviewCard() {
        super(MESSAGES.get("prospect"));
        addClassName("prospect");
    }

    /** The sets that test channels would leave out because of what is entered, as far as it can be said. */
    List<ChangeSet> displaced() {
        return displaced;
    }

    /** Nothing can be said yet, and why. */
    public void showNothing(String why) {
        displaced = List.of();
        show(new Paragraph(Sentence.of(why)));
    }

    /** @param warnings about what is entered, besides those that the prospect holds */
    public void show(ChangePreview preview, List<String> warnings) {
        displaced = preview.displaced();
        List<ListItem> items = new ArrayList<>();
        displaced.forEach(set -> items.add(displaced(set)));
        Readiness readiness = preview.standing();
        items.add(signoffs(readiness.required()));
        readiness.obstacles().forEach(obstacle -> addObstacle(items, obstacle, readiness));
        readiness.staged().ifPresent(conflict -> addConflict(items, conflict));
        readiness.gates().forEach(finding -> items.add(gate(finding)));
        items.addAll(channels(preview));
        // What blocks is told by obstacles and conflicts.
        preview.findings().stream()
                .filter(finding -> !finding.blocks())
                .forEach(finding -> items.add(item(FindingChip.of(finding), FindingChip.said(finding))));
        warnings.forEach(
                warning -> items.add(item(new Chip(Tone.CAREFUL, "!", MESSAGES.get("prospect.look")), warning)));
        show(new UnorderedList(items.toArray(ListItem[]::new)));
    }

    private static ListItem displaced(ChangeSet set) {
        ListItem item = new ListItem(new Chip(Tone.BAD, "✕", MESSAGES.get("prospect.displaces")), new Text(" "));
        item.add(MESSAGES.parts("prospect.displaces.why", ChangesNavigation.linkTo(set), PersonName.of(set.author())));
        return item;
    }

    private static ListItem signoffs(Requirements required) {
        return required.isEmpty()
                ? item(
                        new Chip(Tone.GOOD, "✓", MESSAGES.get("prospect.no-signoff")),
                        MESSAGES.get("prospect.no-signoff.why"))
                : item(
                        new Chip(Tone.CAREFUL, "✎", MESSAGES.get("prospect.signoffs")),
                        MESSAGES.get("prospect.signoffs.why", said(required)));
    }

    /** Returns text such as {@code 1 signoff by releng and 2 by relman}. */
    public static String said(Requirements required) {
        List<String> parts = new ArrayList<>();
        required.perRole()
                .forEach((role, count) -> parts.add(MESSAGES.get(
                        parts.isEmpty() ? "prospect.signoffs.first" : "prospect.signoffs.next", count, role)));
        return JoinedText.and(parts);
    }

    private static void addObstacle(List<ListItem> items, Obstacle obstacle, Readiness readiness) {
        switch (obstacle) {
            // Each of these is told in another item.
            case Obstacle.SignoffsMissing _,
                    Obstacle.GateClosed _,
                    Obstacle.ChangesRequested _,
                    Obstacle.PlanWaits _,
                    Obstacle.TooFewUrgent _ -> {}
            case Obstacle.InConflict _ -> {
                if (readiness.staged().isEmpty()) {
                    items.add(item(
                            new Chip(Tone.CAREFUL, "…", MESSAGES.get("prospect.not-alone")),
                            MESSAGES.get("prospect.not-alone.why", obstacle.sentence())));
                }
            }
            case Obstacle.RailInTheWay _ ->
                items.add(item(
                        new Chip(Tone.CAREFUL, "!", MESSAGES.get("prospect.rail")), Sentence.of(obstacle.sentence())));
            case Obstacle.Frozen _ ->
                items.add(item(
                        new Chip(Tone.CAREFUL, "*", MESSAGES.get("prospect.frozen")),
                        Sentence.of(obstacle.sentence())));
            case Obstacle.RowMoved _, Obstacle.TooFewSigners _, Obstacle.OthersGoAlong _, Obstacle.Unmeetable _ ->
                items.add(item(
                        new Chip(Tone.BAD, "✕", MESSAGES.get("prospect.cannot-go")), Sentence.of(obstacle.sentence())));
            case Obstacle.MayNot(var _, var anyOf) ->
                items.add(item(
                        new Chip(Tone.BAD, "✕", MESSAGES.get("prospect.not-permitted")),
                        MESSAGES.get(
                                "prospect.not-permitted.why",
                                JoinedText.or(
                                        anyOf.stream().map(Object::toString).toList()))));
        }
    }

    private static void addConflict(List<ListItem> items, Conflict conflict) {
        conflict.reasons()
                .forEach(reason -> items.add(item(
                        new Chip(Tone.BAD, "✕", MESSAGES.get("prospect.conflict")), Sentence.of(reason.sentence()))));
    }

    private static ListItem gate(GateFinding finding) {
        Chip chip = switch (finding.result()) {
            case GateFinding.Passed _ -> new Chip(Tone.GOOD, "✓", MESSAGES.get("gate.tested"));
            case GateFinding.ServedBefore _ -> new Chip(Tone.GOOD, "✓", MESSAGES.get("prospect.no-test"));
            case GateFinding.Failed _ -> new Chip(Tone.BAD, "✕", MESSAGES.get("gate.failed"));
            case GateFinding.Untested _ -> new Chip(Tone.CAREFUL, "◇", MESSAGES.get("prospect.to-test"));
        };
        return item(chip, Sentence.of(finding.sentence()));
    }

    private static List<ListItem> channels(ChangePreview preview) {
        List<ListItem> items = new ArrayList<>();
        for (ChangePreview.OnChannel on : preview.channels()) {
            String test = on.mapping().testChannel();
            Component link = PreviewNavigation.linkTo(test, on.mapping().product());
            ListItem item = new ListItem(
                    on.shown()
                            ? new Chip(Tone.CALM, "◉", MESSAGES.get("prospect.shown"))
                            : new Chip(Tone.CALM, "○", MESSAGES.get("prospect.not-shown")),
                    new Text(" "));
            item.add(MESSAGES.parts(on.shown() ? "prospect.shown.where" : "prospect.not-shown.where", link));
            items.add(item);
        }
        return items;
    }

    private static ListItem item(Chip chip, String sentence) {
        return new ListItem(chip, new Text(" " + sentence));
    }
}
