package dev.rehearsal.ui.mappings;

import dev.rehearsal.insight.preview.ChannelOverview.TestChannel;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.preview.DifferencesFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in whole sentences what testers notice of a change of mappings. */
final class MappingConsequence {

    private static final Messages MESSAGES = Messages.beside(MappingConsequence.class);

    private MappingConsequence() {}

    /**
     * @param asIf what the test channel would show
     * @param before the mapping that is changed; null for a new one
     */
    static String ofMapping(MappingProposal proposal, TestChannel asIf, @Nullable ChannelMapping before) {
        List<String> said = new ArrayList<>();
        said.add(shown(proposal, asIf));
        int shadowed = asIf.table().shadowed().size();
        if (before == null && shadowed > 0) {
            said.add(MESSAGES.get("consequence.shadows", shadowed));
        }
        if (before != null && !before.testChannel().equals(proposal.testChannel())) {
            said.add(MESSAGES.get("consequence.unmaps", before.testChannel()));
        }
        return String.join(" ", said);
    }

    private static String shown(MappingProposal proposal, TestChannel asIf) {
        String test = proposal.testChannel();
        String live = proposal.liveChannel();
        int shown = asIf.table().concerning().size();
        if (asIf.table().showsLive()) {
            return shown == 0
                    ? MESSAGES.get("consequence.live.nothing-shown", test, live)
                    : MESSAGES.get("consequence.live.nothing-changed", test, live);
        }
        return MESSAGES.get("consequence.plus", test, live, shown, DifferencesFormatter.said(asIf.differences()));
    }

    static String ofRemoval(ChannelMapping mapping, NodeState state) {
        long rules = state.live().ruleSet().inOrder().stream()
                .filter(rule -> StagedRules.canMatch(rule, mapping.product(), mapping.testChannel()))
                .count();
        return MESSAGES.get(
                "consequence.removal",
                Products.named(mapping.product()),
                mapping.testChannel(),
                rules,
                mapping.liveChannel());
    }
}
