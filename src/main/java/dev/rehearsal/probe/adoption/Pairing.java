package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.Rule;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pairing of a test channel's hand-made rules with the live rules that they copy, one to one.
 *
 * @param pairs in evaluation order of the copies
 * @param copiesAlone hand-made rules that no live rule is like
 * @param liveAlone live rules that the test channel has neither by itself nor as a copy
 * @param reachingFurther rules that the test channel has and the live one has not, but that are served elsewhere too:
 *     another product, or more channels. They are not retired
 */
public record Pairing(List<Pair> pairs, List<Rule> copiesAlone, List<Rule> liveAlone, List<Rule> reachingFurther) {

    /** @param drifts where the copy is not what the live rule is; empty for a faithful copy */
    public record Pair(Rule copy, Rule live, List<Drift> drifts) {}

    public Pairing {
        pairs = List.copyOf(pairs);
        copiesAlone = List.copyOf(copiesAlone);
        liveAlone = List.copyOf(liveAlone);
        reachingFurther = List.copyOf(reachingFurther);
    }

    /** @param rules all live rules, in evaluation order */
    static Pairing of(Collection<Rule> rules, ChannelPair channels) {
        List<Rule> copies = rules.stream().filter(channels::isForTestAlone).toList();
        List<Rule> live = rules.stream().filter(channels::reachesLive).toList();
        CopyFinder finder = new CopyFinder(channels, copies, live);
        List<Pair> pairs = finder.pairs();
        return new Pairing(
                pairs,
                finder.copiesLeft(),
                finder.liveLeft().stream()
                        .filter(rule -> !channels.reachesTest(rule))
                        .toList(),
                rules.stream()
                        .filter(rule -> channels.reachesTest(rule)
                                && !channels.reachesLive(rule)
                                && !channels.isForTestAlone(rule))
                        .toList());
    }

    /** Every rule that is made by hand for the test channel alone, in evaluation order: those that are retired. */
    public List<Rule> copies() {
        return Stream.concat(pairs.stream().map(Pair::copy), copiesAlone.stream())
                .sorted(Comparator.comparingInt(Rule::priority).reversed().thenComparing(Rule::id))
                .toList();
    }

    public List<Pair> drifted() {
        return pairs.stream().filter(pair -> !pair.drifts().isEmpty()).toList();
    }

    /** Returns how many rules less there are to keep once the copies are retired. */
    public int rulesLess() {
        return pairs.size() + copiesAlone.size();
    }
}
