package dev.rehearsal.matching;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules told apart by the channel that they name, or by what the channel must begin with. */
final class ChannelSplit extends IndexNode {

    record By() implements Dimension {

        @Override
        public boolean concerns(RuleMatcher rule) {
            return rule.channel() != null;
        }

        @Override
        public IndexNode split(Positions places, IndexBuilder.Branch branch) {
            Map<String, Positions> names = new HashMap<>();
            Map<String, Positions> prefixes = new HashMap<>();
            Positions others = new Positions();
            for (int i = 0; i < places.size(); i++) {
                int place = places.get(i);
                ChannelPattern channel = branch.rule(place).channel();
                if (channel == null) {
                    others.add(place);
                } else if (!channel.matchesNothing()) {
                    (channel.isGlob() ? prefixes : names)
                            .computeIfAbsent(channel.stem(), _ -> new Positions())
                            .add(place);
                }
            }
            return new ChannelSplit(
                    places.get(0),
                    branch.buildAll(names),
                    PrefixMap.of(branch.buildAll(prefixes)),
                    branch.build(others));
        }
    }

    private final Map<String, IndexNode> names;
    private final PrefixMap<IndexNode> prefixes;
    private final @Nullable IndexNode others;

    private ChannelSplit(
            int lowest, Map<String, IndexNode> names, PrefixMap<IndexNode> prefixes, @Nullable IndexNode others) {
        super(lowest);
        this.names = names;
        this.prefixes = prefixes;
        this.others = others;
    }

    @Override
    int first(Search search, int best) {
        String channel = search.asked().query().channel();
        String fallback = search.asked().fallbackChannel();
        int found = first(names.get(channel), search, best);
        if (fallback.length() != channel.length()) {
            found = first(names.get(fallback), search, found);
        }
        for (int i = prefixes.longestOf(channel, 0); i >= 0; i = prefixes.nextShorter(i)) {
            found = first(prefixes.value(i), search, found);
        }
        return first(others, search, found);
    }
}
