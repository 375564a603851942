package dev.rehearsal.channel.ui;

import dev.rehearsal.channel.MappingProposal;
import dev.rehearsal.preview.ChannelOverview.TestChannel;
import dev.rehearsal.shell.Products;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.StagedRules;
import org.jspecify.annotations.Nullable;

/** What testers notice of a change of mappings, in whole sentences. */
final class MappingConsequence {

    private MappingConsequence() {}

    /**
     * @param asIf what the test channel would show
     * @param before the mapping that is changed; null for a new one
     */
    static String ofMapping(MappingProposal proposal, TestChannel asIf, @Nullable ChannelMapping before) {
        StringBuilder said = new StringBuilder("Testers on %s will get what %s answers %s"
                .formatted(proposal.testChannel(), proposal.liveChannel(), queue(asIf)));
        if (before == null && asIf.table().shadowed().size() > 0) {
            int shadowed = asIf.table().shadowed().size();
            said.append(
                    shadowed == 1
                            ? " The rule made by hand for it is then served to nobody."
                            : " The %d rules made by hand for it are then served to nobody.".formatted(shadowed));
        }
        if (before != null && !before.testChannel().equals(proposal.testChannel())) {
            said.append(" %s is a channel like any other again.".formatted(before.testChannel()));
        }
        return said.toString();
    }

    private static String queue(TestChannel asIf) {
        int shown = asIf.table().concerning().size();
        if (asIf.table().showsLive()) {
            return shown == 0 ? "now: nothing of its queue is shown." : "now: what is queued changes none of it.";
        }
        return "plus %d queued change set%s (%s)."
                .formatted(shown, shown == 1 ? "" : "s", asIf.differences().sentence());
    }

    static String ofRemoval(ChannelMapping mapping, CurrentState state) {
        long rules = state.live().ruleSet().inOrder().stream()
                .filter(rule -> StagedRules.canMatch(rule, mapping.product(), mapping.testChannel()))
                .count();
        return "Testers of %s on %s will get what the live rules say that match %s itself: %d rule%s. What is queued for %s shows there no more."
                .formatted(
                        Products.named(mapping.product()),
                        mapping.testChannel(),
                        mapping.testChannel(),
                        rules,
                        rules == 1 ? "" : "s",
                        mapping.liveChannel());
    }
}
