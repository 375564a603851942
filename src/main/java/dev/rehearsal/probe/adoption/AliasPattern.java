package dev.rehearsal.probe.adoption;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The pattern by which people name a copy after its live rule: {@code firefox-release-cdntest} after {@code
 * firefox-release}.
 */
record AliasPattern(String liveChannel, String testChannel) {

    static AliasPattern of(ChannelPair channels) {
        return new AliasPattern(channels.liveChannel(), channels.testChannel());
    }

    /** The aliases that the live rule of a copy may have, the likeliest first. */
    Set<String> liveAliases(String aliasOfCopy) {
        Set<String> aliases = new LinkedHashSet<>();
        aliases.add(aliasOfCopy.replace(testChannel, liveChannel));
        String ending = testChannel.startsWith(liveChannel) ? testChannel.substring(liveChannel.length()) : testChannel;
        String mark = ending.startsWith("-") ? ending.substring(1) : ending;
        aliases.add(aliasOfCopy.replace("-" + mark, ""));
        aliases.add(aliasOfCopy.replace(mark + "-", ""));
        aliases.remove(aliasOfCopy);
        return aliases;
    }
}
