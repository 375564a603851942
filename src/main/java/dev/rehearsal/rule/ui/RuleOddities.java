package dev.rehearsal.rule.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.finding.RuleFindings;
import dev.rehearsal.finding.Tie;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Sentence;
import dev.rehearsal.shell.Tone;
import dev.rehearsal.staging.ChannelMapping;

/** What is odd about a rule; nothing where nothing is. */
class RuleOddities extends UnorderedList {

    RuleOddities(RuleRow row) {
        addClassName("oddities");
        ChannelMapping shadowedBy = row.row().shadowedBy();
        if (shadowedBy != null) {
            add(
                    new Chip(Tone.CAREFUL, "◌", "shadowed"),
                    "Nobody is served by it: %s shows what %s will serve. It can go."
                            .formatted(shadowedBy.testChannel(), shadowedBy.liveChannel()));
        }
        row.ties().forEach(tie -> add(new Chip(Tone.CAREFUL, "≈", "tie"), sentence(tie, row.rule())));
        RuleFindings.of(row.rule(), null, row.releases())
                .forEach(finding -> add(new Chip(Tone.CAREFUL, "!", "look"), Sentence.of(finding.sentence())));
        setVisible(getComponentCount() > 0);
    }

    private void add(Chip chip, String sentence) {
        add(new ListItem(chip, new Text(" " + sentence)));
    }

    private static String sentence(Tie tie, Rule rule) {
        boolean wins = tie.winner().id().equals(rule.id());
        Rule other = wins ? tie.loser() : tie.winner();
        return "#%s%s has the same priority and may match the same clients: then %s, because its number is lower."
                .formatted(
                        other.id(),
                        other.alias() == null ? "" : " " + other.alias(),
                        wins ? "this one decides" : "that one decides");
    }
}
