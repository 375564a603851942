package dev.rehearsal.rule.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.shell.ChangingRule;
import dev.rehearsal.shell.RuleTelling;
import dev.rehearsal.shell.Told;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule in a sentence: who gets what. */
class RuleSentence extends Paragraph {

    RuleSentence(Rule rule) {
        addClassName("rule-sentence");
        add(new Text(whose(rule) + " "));
        if (rule.mapping() == null) {
            add(new Text("get no update: the rule names no release."));
            return;
        }
        String weight = rule.updateType() == UpdateType.MAJOR ? ", as a major update" : "";
        if (rule.backgroundRate() == 100) {
            add(new Text("get "), release(rule.mapping()), new Text(weight + "."));
        } else {
            add(
                    new Text("get "),
                    release(rule.mapping()),
                    new Text(weight + ": " + rule.backgroundRate()
                            + " % of those that ask by themselves. The others get "),
                    rule.fallbackMapping() == null ? new Span("nothing") : release(rule.fallbackMapping()),
                    new Text("."));
        }
    }

    private static Span release(ReleaseName name) {
        Span release = new Span(name.value());
        release.addClassName("mono");
        return release;
    }

    /** Such as {@code Clients of Firefox on release and its partners' channels with version < 140.0}. */
    static String whose(Rule rule) {
        String clients = RuleTelling.EVERYTHING.clients(ChangingRule.of(rule)).stream()
                .map(Told::now)
                .filter(Objects::nonNull)
                .filter(criterion -> !criterion.equals("everyone"))
                .collect(Collectors.joining(", "));
        return (rule.product() == null ? "Clients of every product" : "Clients of " + rule.product())
                + " on " + channels(rule.channel())
                + (clients.isEmpty() ? "" : ", if " + clients + ",");
    }

    private static String channels(@Nullable String channel) {
        if (channel == null) {
            return "every channel";
        }
        ChannelPattern pattern = ChannelPattern.of(channel);
        if (pattern.matchesNothing()) {
            return "no channel at all (" + channel + " matches none)";
        }
        return pattern.isGlob() ? "channels that begin with " + pattern.stem() : channel;
    }
}
