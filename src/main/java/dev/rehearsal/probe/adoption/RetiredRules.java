package dev.rehearsal.probe.adoption;

import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Remembers the hand-made rules of test channels that are computed now, for scripts that still write to them by alias or
 * number. The memory is the history of rules: whichever way a copy was removed, it is known, and as soon as its channel is
 * not mapped any more it is a rule like any other that is gone.
 */
@Service
public class RetiredRules {

    private final Rules rules;
    private final SnapshotKeeper snapshots;

    RetiredRules(Rules rules, SnapshotKeeper snapshots) {
        this.rules = rules;
        this.snapshots = snapshots;
    }

    /** By the alias that it had last. */
    public Optional<RetiredRule> withAlias(String alias) {
        return rules.lastWithAlias(alias).flatMap(this::retired);
    }

    public Optional<RetiredRule> withId(RuleId id) {
        return rules.lastWithId(id).flatMap(this::retired);
    }

    /** Empty for a rule that is there, or that the queue adds. */
    private Optional<RetiredRule> retired(Rule last) {
        NodeState state = snapshots.current();
        boolean there = state.live().rules().containsKey(last.id())
                || state.queue().stream()
                        .flatMap(set -> set.changes().stream())
                        .anyMatch(change -> change instanceof Change.RuleAddition addition
                                && addition.rule().id().equals(last.id()));
        if (there) {
            return Optional.empty();
        }
        return state.mappings().stream()
                .map(ChannelPair::of)
                .filter(channels -> channels.isForTestAlone(last))
                .findFirst()
                .map(channels -> new RetiredRule(last, channels, liveRule(last, channels, state)));
    }

    private static Optional<Rule> liveRule(Rule copy, ChannelPair channels, NodeState state) {
        List<Rule> live = state.live().ruleSet().inOrder().stream()
                .filter(channels::reachesLive)
                .toList();
        return CopyFinder.liveOf(copy, live, channels);
    }
}
