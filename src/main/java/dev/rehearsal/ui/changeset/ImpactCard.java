package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.preview.LiveAnswer;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.probe.Radius;
import dev.rehearsal.ui.frame.AnswerFormatter;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A card that says who gets something else once a set is live: current clients first, then those that differ in what
 * rules ask.
 */
@StyleSheet("impact.css")
public class ImpactCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ImpactCard.class);

    private static final int MOST = 6;

    private List<ChangeSetImpact.OnChannel> shown = List.of();
    private boolean empty = true;
    private boolean folded;

    public ImpactCard() {
        super(MESSAGES.get("impact"));
        addClassName("impact");
    }

    /** Not shown at all for a set that is not pending, or changes nothing for clients. */
    public void show(List<ChangeSetImpact.OnChannel> impact) {
        setVisible(!impact.isEmpty());
        if (impact.equals(shown) && !empty) {
            return;
        }
        shown = impact;
        empty = false;
        List<Component> parts = new ArrayList<>();
        impact.forEach(channel -> parts.add(channel(channel)));
        show(parts.toArray(Component[]::new));
    }

    /** Keeps the picture for those who want it: there is one of what was measured. */
    public void fold() {
        if (!folded) {
            folded = true;
            empty = true;
            show(shown);
        }
    }

    private Component channel(ChangeSetImpact.OnChannel channel) {
        Div shownChannel = new Div(new H3(MESSAGES.get("impact.channel", channel.product(), channel.channel())));
        shownChannel.addClassName("on-channel");
        if (channel.isMain()) {
            Div line = new Div(
                    new Span(MESSAGES.get("impact.current")),
                    told("del", channel.before()),
                    new Span("→"),
                    told("ins", channel.after()));
            line.addClassName("current");
            shownChannel.add(line);
        } else {
            shownChannel.add(new Paragraph(MESSAGES.get(
                    "impact.current.same",
                    channel.after().map(AnswerFormatter::said).orElse(MESSAGES.get("impact.nothing")))));
        }
        Radius radius = channel.radius();
        if (!radius.changes().isEmpty()) {
            UnorderedList changes = new UnorderedList();
            radius.changes().stream()
                    .limit(MOST)
                    .forEach(change ->
                            changes.add(new ListItem(MESSAGES.get("impact.change", change.before(), change.after()))));
            if (radius.changes().size() > MOST) {
                changes.add(new ListItem(
                        MESSAGES.get("impact.more", radius.changes().size() - MOST)));
            }
            String asked = MESSAGES.get("impact.asked", radius.differing(), radius.asked());
            if (folded) {
                shownChannel.add(new NativeDetails(asked, new Div(FlowPicture.of(radius), changes)));
            } else {
                shownChannel.add(FlowPicture.of(radius), new NativeDetails(asked, changes));
            }
        }
        return shownChannel;
    }

    private static Component told(String tag, Optional<LiveAnswer> answer) {
        HtmlContainer shown = new HtmlContainer(tag);
        shown.setText(answer.map(AnswerFormatter::said).orElse(MESSAGES.get("impact.nothing")));
        return shown;
    }
}
