package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A test channel that is kept by hand, with what is kept for it.
 *
 * @param mapping that computes the channel already, so that its hand-made rules are shadowed; null where there is none
 */
public record HandKept(
        NodeState state, ChannelPair channels, @Nullable ChannelMapping mapping, Pairing pairing) {

    public boolean isMapped() {
        return mapping != null;
    }

    /** The hand-made rules of this channel alone that no pending set removes, in evaluation order. */
    public List<Rule> copiesToRetire() {
        Set<RuleId> going = state.queue().stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.RuleRemoval.class::isInstance)
                .map(change -> ((Change.RuleRemoval) change).rule())
                .collect(Collectors.toSet());
        return pairing.copies().stream()
                .filter(copy -> !going.contains(copy.id()))
                .toList();
    }
}
