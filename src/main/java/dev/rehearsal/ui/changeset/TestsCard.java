package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Review.GateState;
import dev.rehearsal.insight.review.Review.TestPlace;
import dev.rehearsal.insight.review.Review.TestedPlace;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangeSetLink;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A card with what gates say of a set, and where what they miss can be tested. */
public class TestsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(TestsCard.class);

    private @Nullable Shown shown;

    private record Shown(
            ChangeSet.State state,
            boolean isJudged,
            List<GateState> gates,
            List<TestedPlace> tested,
            List<ChangeSet> goesWith) {}

    public TestsCard() {
        super(MESSAGES.get("tests"));
        addClassName("tests");
    }

    public void show(Review review) {
        Shown next = new Shown(
                review.set().state(), review.standing() != null, review.gates(), review.tested(), review.goesWith());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Component> parts = new ArrayList<>();
        if (!next.isJudged()) {
            parts.add(new Paragraph(whyNowhere(next.state())));
        } else if (next.gates().isEmpty()) {
            parts.add(new Paragraph(MESSAGES.get("tests.none")));
        } else {
            if (next.goesWith().size() > 1) {
                parts.add(together(next.goesWith()));
            }
            next.gates().forEach(gate -> parts.add(gate(gate)));
        }
        List<TestedPlace> met = next.tested().stream()
                .filter(place -> place.step().alone() != null || place.step().inTurn())
                .toList();
        if (!met.isEmpty()) {
            parts.add(new UnorderedList(met.stream().map(TestsCard::tested).toArray(ListItem[]::new)));
        }
        show(parts.toArray(Component[]::new));
    }

    private static String whyNowhere(ChangeSet.State state) {
        return switch (state) {
            case ChangeSet.Draft(), ChangeSet.Pending() -> MESSAGES.get("tests.draft");
            case ChangeSet.Held(), ChangeSet.Disarmed _ -> MESSAGES.get("tests.held");
            case ChangeSet.Enacted _, ChangeSet.Withdrawn _ -> MESSAGES.get("tests.ended");
        };
    }

    /** The two states in which the set may be met: alone, and in its turn. */
    private static ListItem tested(TestedPlace place) {
        ListItem item = new ListItem(new Text(MESSAGES.get("tested.place", place.product(), place.liveChannel())));
        StateTestStatus.Look alone = place.step().alone();
        if (alone != null) {
            item.add(
                    new Text(MESSAGES.get("tested.alone")), TestedChip.of(alone), new Text(" " + TestedChip.by(alone)));
        }
        if (place.step().inTurn()
                && (alone == null
                        || !alone.fingerprint().equals(place.step().through().fingerprint()))) {
            item.add(
                    new Text(MESSAGES.get("tested.in-turn")),
                    TestedChip.of(place.step().through()),
                    new Text(" " + TestedChip.by(place.step().through())));
        }
        if (place.passedWith() != null) {
            item.add(new Div(MESSAGES.parts(
                    "tested.with",
                    new ChangeSetLink(place.passedWith()),
                    Moment.due(place.passedWith().due()))));
        }
        return item;
    }

    private static Component together(List<ChangeSet> sets) {
        String others =
                sets.subList(0, sets.size() - 1).stream().map(ChangeSet::title).collect(Collectors.joining("”, “"));
        return new Paragraph(
                new Chip(Tone.GOOD, "✓", MESSAGES.get("tests.together")),
                new Text(" " + MESSAGES.get("tests.together.why", others)));
    }

    private static Component gate(GateState gate) {
        Div shownGate = new Div(new Div(
                chip(gate.finding()), new Text(" " + Sentence.of(gate.finding().sentence()))));
        shownGate.addClassName("gate");
        gate.elsewhere().forEach(pass -> {
            Div elsewhere = new Div(Sentence.of(pass));
            elsewhere.addClassName("elsewhere");
            shownGate.add(elsewhere);
        });
        if (!gate.places().isEmpty() && !gate.finding().isOpen()) {
            shownGate.add(new UnorderedList(gate.places().stream()
                    .map(place -> place(place, gate.finding()))
                    .toArray(ListItem[]::new)));
        }
        return shownGate;
    }

    static Chip chip(GateFinding finding) {
        return switch (finding.result()) {
            case GateFinding.Passed _ -> new Chip(Tone.GOOD, "✓", MESSAGES.get("gate.tested"));
            case GateFinding.ServedBefore() -> new Chip(Tone.GOOD, "✓", MESSAGES.get("gate.before"));
            case GateFinding.Failed _ -> new Chip(Tone.BAD, "✕", MESSAGES.get("gate.failed"));
            case GateFinding.Untested _ -> new Chip(Tone.CAREFUL, "○", MESSAGES.get("gate.untested"));
        };
    }

    private static ListItem place(TestPlace place, GateFinding finding) {
        Component link = PreviewNavigation.linkTo(
                place.mapping().testChannel(), finding.state().product());
        return new ListItem(MESSAGES.parts(place.showsIt() ? "tests.place" : "tests.place.other", link));
    }
}
