package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.warning.RuleFindings;
import dev.rehearsal.insight.warning.Tie;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.region.Turn;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;

/** A list of what is odd about a rule; empty where nothing is. */
class RuleOddities extends UnorderedList {

    private static final Messages MESSAGES = Messages.beside(RuleOddities.class);

    RuleOddities(RuleRow row) {
        addClassName("oddities");
        ChannelMapping shadowedBy = row.row().shadowedBy();
        if (shadowedBy != null) {
            add(
                    new Chip(Tone.CAREFUL, "◌", MESSAGES.get("odd.shadowed")),
                    MESSAGES.get("oddity.shadowed", shadowedBy.testChannel(), shadowedBy.liveChannel()));
        }
        row.ties().forEach(tie -> add(new Chip(Tone.CAREFUL, "≈", MESSAGES.get("odd.tie")), sentence(tie, row.rule())));
        row.turn().ifPresent(turn -> addTurn(turn, row));
        RuleFindings.of(row.rule(), null, row.releases())
                .forEach(finding ->
                        add(new Chip(Tone.CAREFUL, "!", MESSAGES.get("odd.look")), Sentence.of(finding.sentence())));
        setVisible(getComponentCount() > 0);
    }

    private void addTurn(Turn turn, RuleRow row) {
        switch (turn) {
            case Turn.Comes _ -> {}
            case Turn.Never never -> {
                ListItem item = new ListItem(new Chip(Tone.CAREFUL, "∅", MESSAGES.get("odd.unreached")), new Text(" "));
                item.add(UnreachedFormatter.parts(never, row.rule()));
                add(item);
            }
            case Turn.CannotSay(String why) ->
                add(new ListItem(
                        new Chip(Tone.CALM, "?", MESSAGES.get("odd.unsaid")),
                        new Text(" " + MESSAGES.get("oddity.unsaid", why))));
        }
    }

    private void add(Chip chip, String sentence) {
        add(new ListItem(chip, new Text(" " + sentence)));
    }

    private static String sentence(Tie tie, Rule rule) {
        boolean wins = tie.winner().id().equals(rule.id());
        Rule other = wins ? tie.loser() : tie.winner();
        return wins
                ? MESSAGES.get("oddity.tie.decides", RuleTitles.name(other))
                : MESSAGES.get("oddity.tie.gives-way", RuleTitles.name(other));
    }
}
