package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.preview.SideBySide.Answered;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.serve.Explanation;
import dev.rehearsal.serve.Side;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.RuleNavigation;
import org.jspecify.annotations.Nullable;

/** A summary of what one channel answers: the release on each side of the dice, by which rule, and why. */
class AnswerSummary extends Div {

    private static final Messages MESSAGES = Messages.beside(AnswerSummary.class);

    /**
     * @param likeness said beside the channel's name; null for none
     * @param isServed whether a client that asks now gets this
     */
    AnswerSummary(String channel, Answered answered, @Nullable Chip likeness, boolean isServed) {
        addClassName("answer");
        Div title = new Div(new Span(channel));
        title.addClassName("title");
        if (likeness != null) {
            title.add(likeness);
        }
        add(title);
        if (answered.explanation().stopped()) {
            add(new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")), new Div(MESSAGES.get("answer.without-shutoff")));
        }
        answered.explanation().branches().forEach(branch -> add(branch(answered, branch)));
        add(rule(answered.explanation().rule()));
        if (isServed && answered.path() != null) {
            Anchor open =
                    new Anchor(answered.path(), MESSAGES.get("answer.open", answered.channel()), AnchorTarget.BLANK);
            open.setRouterIgnore(true);
            add(open);
        }
    }

    private static Component branch(Answered answered, Explanation.Branch branch) {
        Div shown = new Div();
        shown.addClassName("branch");
        if (answered.explanation().branches().size() > 1) {
            shown.add(new Span(MESSAGES.get("answer.share", answered.share(branch)) + " "));
        }
        Span release = new Span(name(branch.release()));
        release.addClassName("release");
        release.getElement().setAttribute("title", branch.reason());
        shown.add(release);
        if (!isAsTheRuleSays(answered, branch)) {
            shown.add(new Emphasis(branch.reason()));
        }
        branch.parts().forEach(part -> shown.add(part(part)));
        return shown;
    }

    /** Otherwise something else decided, such as a pin, and it is said what. */
    private static boolean isAsTheRuleSays(Answered answered, Explanation.Branch branch) {
        Rule rule = answered.explanation().rule();
        ReleaseName named = rule == null ? null : branch.side() == Side.MAIN ? rule.mapping() : rule.fallbackMapping();
        return named != null && named.equals(branch.release());
    }

    private static Component part(Explanation.Part part) {
        Div shown = new Div(
                part.rule() == null
                        ? MESSAGES.get("answer.part", part.product(), name(part.release()))
                        : MESSAGES.get(
                                "answer.part.by",
                                part.product(),
                                name(part.release()),
                                part.rule().id().toString()));
        shown.addClassName("part");
        return shown;
    }

    private static Component rule(@Nullable Rule rule) {
        Div shown = new Div();
        if (rule == null) {
            shown.setText(MESSAGES.get("answer.no-rule"));
        } else {
            shown.add(MESSAGES.parts("answer.rule", RuleNavigation.linkTo(named(rule), rule.id())));
        }
        shown.addClassName("rule");
        return shown;
    }

    static String named(Rule rule) {
        return "#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias());
    }

    static String name(@Nullable ReleaseName release) {
        return release == null ? MESSAGES.get("answer.no-update") : release.value();
    }
}
