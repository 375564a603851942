package dev.rehearsal.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Channels and beginnings of channels; a query's channel has one name, or two, and any number of beginnings. */
final class ChannelDimension implements Dimension.Keys {

    private final Map<String, Integer> names = new HashMap<>();
    private final PrefixMap<Integer> stems;

    ChannelDimension(List<RuleMatcher> rules) {
        Map<String, Integer> globs = new HashMap<>();
        for (RuleMatcher rule : rules) {
            ChannelPattern channel = rule.channel();
            if (channel != null) {
                (channel.isGlob() ? globs : names).putIfAbsent(channel.stem(), names.size() + globs.size());
            }
        }
        // A star alone matches nothing, and no text begins with nothing.
        globs.remove("");
        this.stems = PrefixMap.of(globs);
    }

    @Override
    public int @Nullable [] wantedBy(RuleMatcher rule) {
        ChannelPattern channel = rule.channel();
        if (channel == null) {
            return null;
        }
        Integer number = channel.isGlob() ? stems.get(channel.stem()) : names.get(channel.stem());
        return number == null ? NOTHING : new int[] {number};
    }

    @Override
    public int[] offeredBy(PreparedQuery asked) {
        String channel = asked.query().channel();
        Numbers offered = new Numbers();
        addName(channel, offered);
        if (!asked.fallbackChannel().equals(channel)) {
            addName(asked.fallbackChannel(), offered);
        }
        for (int i = stems.longestOf(channel, 0); i >= 0; i = stems.nextShorter(i)) {
            offered.add(stems.value(i));
        }
        return offered.toArray();
    }

    private void addName(String channel, Numbers offered) {
        Integer name = names.get(channel);
        if (name != null) {
            offered.add(name);
        }
    }
}
