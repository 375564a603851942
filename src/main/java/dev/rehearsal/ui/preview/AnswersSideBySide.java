package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.insight.preview.AnswersEverywhere;
import dev.rehearsal.insight.preview.SideBySide;
import dev.rehearsal.insight.preview.SideBySide.Answered;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Side;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.AskAddress;
import dev.rehearsal.ui.links.PreviewAddress;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.links.TimeMachineAddress;
import dev.rehearsal.ui.links.TimeMachineNavigation;
import java.util.Objects;

/** The answer of the live channel and of each channel that shows its queue, each with the rule that decided and why. */
class AnswersSideBySide extends Div {

    private static final Messages MESSAGES = Messages.beside(AnswersSideBySide.class);

    private final AskAddress address;
    private final Div answers = new Div();

    AnswersSideBySide(AnswersEverywhere everywhere, AskAddress address) {
        this.address = address;
        addClassName("reply");
        answers.addClassName("answers");
        UpdateQuery asked = everywhere.asked();
        Paragraph client = new Paragraph(MESSAGES.get(
                "everywhere.client",
                asked.product(),
                asked.version(),
                asked.buildTarget(),
                Objects.requireNonNullElse(asked.locale(), MESSAGES.get("everywhere.any-locale"))));
        client.getElement().setAttribute("role", "status");
        add(client, answers);
        addLive(everywhere.live(), asked);
        everywhere.staged().forEach(staged -> addStaged(staged, asked, everywhere.live()));
    }

    private void addLive(Answered live, UpdateQuery asked) {
        AnswerSummary summary = new AnswerSummary(MESSAGES.get("everywhere.live", live.channel()), live, null, isNow());
        if (address.at() != null) {
            summary.addComponentAtIndex(1, Moment.exact(address.at()));
        }
        answers.add(summary);
        add(trace(live, asked, live.channel()));
    }

    private void addStaged(AnswersEverywhere.Staged staged, UpdateQuery asked, Answered live) {
        ChannelMapping mapping = staged.mapping();
        Answered answered = staged.answered();
        Chip likeness = staged.sides().differs()
                ? new Chip(Tone.CAREFUL, "≠", MESSAGES.get("differs"))
                : new Chip(Tone.GOOD, "=", MESSAGES.get("ask.same"));
        String title = mapping.isOfItself() ? MESSAGES.get("ask.staged", mapping.testChannel()) : mapping.testChannel();
        AnswerSummary summary = new AnswerSummary(title, answered, likeness, isNow() && !mapping.isOfItself());
        if (staged.sides().differs()) {
            summary.addClassName("other");
        }
        summary.add(more(mapping, asked.product()));
        answers.add(summary);
        add(trace(answered, asked, mapping.liveChannel()));
        add(new AnswerXml(
                MESSAGES.get("everywhere.xml", live.channel(), title), body(live, false), body(answered, true)));
    }

    private boolean isNow() {
        return address.at() == null;
    }

    private Component more(ChannelMapping mapping, String product) {
        String channel = mapping.testChannel();
        return isNow()
                ? PreviewNavigation.linkTo(
                        MESSAGES.get("everywhere.preview", channel),
                        PreviewAddress.of(channel, product).withUrl(address.url()))
                : TimeMachineNavigation.link(
                        new TimeMachineAddress(channel, product, address.at(), null, address.url()),
                        new Text(MESSAGES.get("everywhere.then", channel)));
    }

    private static Component trace(Answered answered, UpdateQuery asked, String live) {
        return new Trace(
                MESSAGES.get("ask.why", answered.channel()),
                answered.explanation().rules(),
                asked.product(),
                live);
    }

    private static String body(Answered answered, boolean staged) {
        return answered.branch(Side.MAIN)
                .map(branch -> staged
                        ? SideBySide.asLiveChannel(branch)
                        : branch.answer().body())
                .orElse("");
    }
}
