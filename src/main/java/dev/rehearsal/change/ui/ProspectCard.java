package dev.rehearsal.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.change.Obstacle;
import dev.rehearsal.change.Standing;
import dev.rehearsal.finding.ui.FindingChip;
import dev.rehearsal.preview.Prospect;
import dev.rehearsal.preview.ui.PreviewNavigation;
import dev.rehearsal.shell.Card;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Sentence;
import dev.rehearsal.shell.Tone;
import dev.rehearsal.signoff.Requirements;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.verdict.GateFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What would come of what is being entered, before it is saved: what it needs, who will see it, what is odd about it. */
public class ProspectCard extends Card {

    public ProspectCard() {
        super("What comes of it");
        addClassName("prospect");
    }

    /** Nothing can be said yet, and why. */
    public void showNothing(String why) {
        show(new Paragraph(Sentence.of(why)));
    }

    /** @param warnings about what is entered, besides those that the prospect holds */
    public void show(Prospect prospect, List<String> warnings) {
        List<ListItem> items = new ArrayList<>();
        Standing standing = prospect.standing();
        items.add(signoffs(standing.required()));
        standing.obstacles().forEach(obstacle -> addObstacle(items, obstacle, standing));
        standing.staged().ifPresent(conflict -> addConflict(items, conflict));
        standing.gates().forEach(finding -> items.add(gate(finding)));
        items.addAll(channels(prospect));
        // What blocks is told by obstacles and conflicts.
        prospect.findings().stream()
                .filter(finding -> !finding.blocks())
                .forEach(finding -> items.add(item(FindingChip.of(finding), FindingChip.said(finding))));
        warnings.forEach(warning -> items.add(item(new Chip(Tone.CAREFUL, "!", "look"), warning)));
        show(new UnorderedList(items.toArray(ListItem[]::new)));
    }

    private static ListItem signoffs(Requirements required) {
        return required.isEmpty()
                ? item(new Chip(Tone.GOOD, "✓", "no signoff"), "Nobody has to sign it.")
                : item(new Chip(Tone.CAREFUL, "✎", "signoffs"), "Needs " + said(required) + ".");
    }

    /** Such as {@code 1 signoff by releng and 2 by relman}. */
    public static String said(Requirements required) {
        List<String> parts = new ArrayList<>();
        required.perRole()
                .forEach((role, count) -> parts.add(
                        (parts.isEmpty() ? count + (count == 1 ? " signoff by " : " signoffs by ") : count + " by ")
                                + role));
        return String.join(" and ", parts);
    }

    private static void addObstacle(List<ListItem> items, Obstacle obstacle, Standing standing) {
        switch (obstacle) {
            // Each of these is told in another item.
            case Obstacle.SignoffsMissing _, Obstacle.GateClosed _ -> {}
            case Obstacle.InConflict _ -> {
                if (standing.staged().isEmpty()) {
                    items.add(item(
                            new Chip(Tone.CAREFUL, "…", "not alone"),
                            "On what is live alone it would be in conflict: " + obstacle.sentence() + "."));
                }
            }
            case Obstacle.RowMoved _, Obstacle.TooFewSigners _ ->
                items.add(item(new Chip(Tone.BAD, "✕", "cannot go"), Sentence.of(obstacle.sentence())));
            case Obstacle.MayNot(var _, var anyOf) ->
                items.add(item(
                        new Chip(Tone.BAD, "✕", "not permitted"),
                        "You lack the " + anyOf.stream().map(Object::toString).collect(Collectors.joining(" or "))
                                + "."));
        }
    }

    private static void addConflict(List<ListItem> items, Conflict conflict) {
        conflict.reasons()
                .forEach(
                        reason -> items.add(item(new Chip(Tone.BAD, "✕", "conflict"), Sentence.of(reason.sentence()))));
    }

    private static ListItem gate(GateFinding finding) {
        Chip chip = switch (finding.result()) {
            case GateFinding.Passed _ -> new Chip(Tone.GOOD, "✓", "tested");
            case GateFinding.ServedBefore _ -> new Chip(Tone.GOOD, "✓", "no test");
            case GateFinding.Failed _ -> new Chip(Tone.BAD, "✕", "failed");
            case GateFinding.Untested _ -> new Chip(Tone.CAREFUL, "◇", "to be tested");
        };
        return item(chip, Sentence.of(finding.sentence()));
    }

    private static List<ListItem> channels(Prospect prospect) {
        List<ListItem> items = new ArrayList<>();
        for (Prospect.OnChannel on : prospect.channels()) {
            String test = on.mapping().testChannel();
            Component link = PreviewNavigation.linkTo(test, on.mapping().product());
            ListItem item = on.shown()
                    ? new ListItem(new Chip(Tone.CALM, "◉", "shown"), new Text(" Testers see it on "), link)
                    : new ListItem(
                            new Chip(Tone.CALM, "○", "not shown"),
                            new Text(" Not on "),
                            link,
                            new Text(", whose scope does not reach that far"));
            item.add(new Text("."));
            items.add(item);
        }
        return items;
    }

    private static ListItem item(Chip chip, String sentence) {
        return new ListItem(chip, new Text(" " + sentence));
    }
}
