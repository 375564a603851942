package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.ui.frame.ChangingRule;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OldAndNew;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.RuleFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule in a sentence: who gets what. */
class RuleSentence extends Paragraph {

    private static final Messages MESSAGES = Messages.beside(RuleSentence.class);

    RuleSentence(Rule rule) {
        addClassName("rule-sentence");
        add(parts(rule));
    }

    private static Component[] parts(Rule rule) {
        String whose = whose(rule);
        if (rule.mapping() == null) {
            return MESSAGES.parts("sentence.nothing", whose);
        }
        Span release = release(rule.mapping());
        boolean major = rule.updateType() == UpdateType.MAJOR;
        if (rule.backgroundRate() == 100) {
            return MESSAGES.parts(major ? "sentence.all.major" : "sentence.all", whose, release);
        }
        Object others =
                rule.fallbackMapping() == null ? MESSAGES.get("sentence.others") : release(rule.fallbackMapping());
        return MESSAGES.parts(
                major ? "sentence.some.major" : "sentence.some", whose, release, rule.backgroundRate(), others);
    }

    private static Span release(ReleaseName name) {
        Span release = new Span(name.value());
        release.addClassName("mono");
        return release;
    }

    /** Returns text such as {@code Clients of Firefox on release and its partners' channels with version < 140.0}. */
    static String whose(Rule rule) {
        String product = Products.named(rule.product());
        String channels = channels(rule.channel());
        String conditions = RuleFormatter.EVERYTHING.conditions(ChangingRule.of(rule)).stream()
                .map(OldAndNew::now)
                .collect(Collectors.joining(" " + MESSAGES.get("sentence.and") + " "));
        return conditions.isEmpty()
                ? MESSAGES.get("sentence.clients", product, channels)
                : MESSAGES.get("sentence.clients.if", product, channels, conditions);
    }

    private static String channels(@Nullable String channel) {
        if (channel == null) {
            return MESSAGES.get("channel.every");
        }
        ChannelPattern pattern = ChannelPattern.of(channel);
        if (pattern.matchesNothing()) {
            return MESSAGES.get("channel.none", channel);
        }
        return pattern.isGlob() ? MESSAGES.get("channel.begins", pattern.stem()) : channel;
    }
}
