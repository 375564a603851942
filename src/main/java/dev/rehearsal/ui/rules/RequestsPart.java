package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.traffic.RuleTraffic;
import dev.rehearsal.insight.traffic.RuleTraffic.OnChannel;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.shares.ShareFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how many requests one rule decides for, channel by channel, with what the figures come from. */
class RequestsPart extends Div {

    private static final Messages MESSAGES = Messages.beside(RequestsPart.class);

    private static final int MOST_CHANNELS = 5;

    /** Not there for a rule that is not live, nor before anything is known. */
    RequestsPart(RuleRequests requests, RuleRow row) {
        addClassName("requests-of");
        RuleTraffic traffic = requests.traffic(row);
        setVisible(traffic != null && !(row.isUnreached() && traffic instanceof RuleTraffic.None));
        add(new H3(MESSAGES.get("requests")));
        show(requests, traffic);
    }

    private void show(RuleRequests requests, @Nullable RuleTraffic traffic) {
        switch (traffic) {
            case null -> {}
            case RuleTraffic.Decides(var channels) -> shares(channels);
            case RuleTraffic.NoneSince(var day, var channels) -> {
                add(new Paragraph(Sentence.of(MESSAGES.get("requests.none-since", RuleRequests.day(day))) + " "
                        + MESSAGES.get("requests.before")));
                shares(channels);
            }
            case RuleTraffic.None none -> {
                add(new Paragraph(Sentence.of(requests.noneAtAll(none))));
                none.samples().stream().limit(MOST_CHANNELS).forEach(sample -> add(facts(RuleRequests.sample(sample))));
            }
            case RuleTraffic.Unknown _ -> add(new Paragraph(MESSAGES.get("requests.unknown")));
            case RuleTraffic.NotSampled _ -> add(new Paragraph(MESSAGES.get("requests.not-sampled")));
        }
    }

    private void shares(List<OnChannel> channels) {
        channels.stream().limit(MOST_CHANNELS).forEach(channel -> {
            Span share = new Span(ShareFormatter.percent(channel.share()));
            share.addClassName("share-told");
            add(new Paragraph(
                    MESSAGES.parts("requests.on", share, channel.where().toString())));
            add(facts(MESSAGES.get(
                    "requests.from", ShareFormatter.bounds(channel.share()), ShareFormatter.said(channel.sample()))));
        });
        if (channels.size() > MOST_CHANNELS) {
            add(facts(MESSAGES.get("requests.more", channels.size() - MOST_CHANNELS)));
        }
    }

    private static Div facts(String text) {
        Div facts = new Div(Sentence.of(text));
        facts.addClassName("facts");
        return facts;
    }
}
