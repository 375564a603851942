package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Shadowed;
import dev.rehearsal.staging.StagedRules;
import org.jspecify.annotations.Nullable;

/**
 * A test channel and the live channel that its rules copy.
 *
 * @param product null for every product
 */
public record ChannelPair(@Nullable String product, String liveChannel, String testChannel) {

    static ChannelPair of(ChannelMapping mapping) {
        return new ChannelPair(mapping.product(), mapping.liveChannel(), mapping.testChannel());
    }

    /** Whether the rule can never be served once the test channel is mapped, to nobody on any channel. */
    boolean isForTestAlone(Rule rule) {
        return Shadowed.isForTestChannelAlone(
                rule, new ChannelMapping(0, product, liveChannel, testChannel, new Scope.WholeQueue(), 0));
    }

    /** Whether clients of the test channel, or of its partners, get the rule as long as it is kept by hand. */
    boolean reachesTest(Rule rule) {
        return StagedRules.canMatch(rule, product, testChannel);
    }

    boolean reachesLive(Rule rule) {
        return StagedRules.canMatch(rule, product, liveChannel);
    }

    /** Returns what a copy's channel stands for: {@code release-cck-acme} for {@code release-cdntest-cck-acme}. */
    String liveForm(String channelOfCopy) {
        return liveChannel + channelOfCopy.substring(testChannel.length());
    }

    /** Whether a copy is for those clients of the test channel whom the live rule is for on the live one. */
    boolean areForTheSame(@Nullable String channelOfCopy, @Nullable String channelOfLive) {
        boolean wholeTest =
                channelOfCopy == null || ChannelPattern.of(channelOfCopy).matches(testChannel);
        boolean wholeLive =
                channelOfLive == null || ChannelPattern.of(channelOfLive).matches(liveChannel);
        if (wholeTest || wholeLive || channelOfCopy == null || channelOfLive == null) {
            return wholeTest && wholeLive;
        }
        return liveForm(channelOfCopy).equals(channelOfLive);
    }
}
