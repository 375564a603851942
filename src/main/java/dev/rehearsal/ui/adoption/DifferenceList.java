package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.adoption.ComparedAnswers.Difference;
import dev.rehearsal.probe.adoption.ComparedAnswers.Said;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients that would be answered differently, each with its URL and both answers. */
class DifferenceList extends Div {

    private static final Messages MESSAGES = Messages.beside(DifferenceList.class);
    private static final int MOST = 60;

    private final HandKept kept;

    DifferenceList(HandKept kept, List<Difference> differences) {
        this.kept = kept;
        addClassName("difference-list");
        UnorderedList list = new UnorderedList();
        differences.stream().limit(MOST).map(this::item).forEach(list::add);
        add(new H3(MESSAGES.get("differences")), list);
    }

    private ListItem item(Difference difference) {
        Div sides = new Div(
                side("differences.hand", difference.byHand()), side("differences.computed", difference.computed()));
        sides.addClassName("sides");
        if (difference.byQueueAlone()) {
            sides.add(new Chip(Tone.CALM, "+", MESSAGES.get("differences.queue")));
        }
        Div answers = new Div(
                body("differences.hand", difference.byHand()), body("differences.computed", difference.computed()));
        answers.addClassName("bodies");
        NativeDetails details = new NativeDetails(MESSAGES.get("differences.bodies"), answers);
        return new ListItem(new Code(difference.url()), sides, details);
    }

    private Span side(String key, Said said) {
        Span side = new Span(new Text(MESSAGES.get(key)), rule(said));
        side.addClassName("side");
        return side;
    }

    private Span rule(Said said) {
        if (said.status() != 200) {
            return new Span(MESSAGES.get("differences.refused", Integer.toString(said.status())));
        }
        Rule rule = find(said.rule());
        return rule == null
                ? new Span(MESSAGES.get("differences.none"))
                : new Span(
                        RuleNames.link(rule),
                        new Span(
                                rule.mapping() == null
                                        ? ""
                                        : MESSAGES.get(
                                                "differences.serves",
                                                rule.mapping().value())));
    }

    private @Nullable Rule find(@Nullable RuleId id) {
        if (id == null) {
            return null;
        }
        Rule live = kept.state().live().rules().get(id);
        return live == null
                ? kept.state().stages().wholeQueue().staged().rules().get(id)
                : live;
    }

    private static Div body(String key, Said said) {
        Pre body = new Pre(said.body());
        body.getElement().setAttribute("tabindex", "0");
        return new Div(new Span(MESSAGES.get(key)), body);
    }
}
