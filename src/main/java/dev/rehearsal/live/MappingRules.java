package dev.rehearsal.live;

import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The rules that a mapping must keep to: a test channel belongs to one live channel per product, no chains, no cycles.
 */
final class MappingRules {

    /** What one segment of a path carries as it is (RFC 3986), but for {@code ;}, which ends it for many servers. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~!$&'()+,:=@-]+");

    private MappingRules() {}

    static List<Problem> problems(MappingProposal proposal, List<ChannelMapping> others) {
        List<Problem> problems = new ArrayList<>();
        channelProblems("live_channel", proposal.liveChannel(), problems);
        channelProblems("test_channel", proposal.testChannel(), problems);
        if (proposal.product() != null
                && (proposal.product().isBlank() || proposal.product().length() > RuleField.LONGEST_PRODUCT)) {
            problems.add(new Problem(
                    "product",
                    "must be 1 to " + RuleField.LONGEST_PRODUCT + " characters long, or null for every product"));
        }
        if (proposal.liveChannel().equals(proposal.testChannel())) {
            problems.add(new Problem("test_channel", "must not be the live channel itself"));
        }
        for (ChannelMapping other : others) {
            clash(proposal, other, problems);
        }
        return problems;
    }

    private static void clash(MappingProposal proposal, ChannelMapping other, List<Problem> problems) {
        String test = proposal.testChannel();
        boolean sameProduct = Objects.equals(proposal.product(), other.product());
        boolean overlaps = proposal.product() == null || other.product() == null || sameProduct;
        if (sameProduct && other.testChannel().equals(test)) {
            problems.add(new Problem(
                    "test_channel",
                    "'%s' shows '%s' already (mapping %d): change that mapping, or remove it first"
                            .formatted(test, other.liveChannel(), other.id())));
        }
        if (overlaps && other.liveChannel().equals(test)) {
            problems.add(new Problem(
                    "test_channel",
                    "'%s' is itself the live channel of '%s' (mapping %d): a test channel cannot have test channels"
                            .formatted(test, other.testChannel(), other.id())));
        }
        if (overlaps && other.testChannel().equals(proposal.liveChannel())) {
            problems.add(new Problem(
                    "live_channel",
                    "'%s' is a test channel of '%s' (mapping %d): map to that live channel instead"
                            .formatted(proposal.liveChannel(), other.liveChannel(), other.id())));
        }
    }

    private static void channelProblems(String place, String channel, List<Problem> problems) {
        if (channel.isBlank() || channel.length() > RuleField.LONGEST_CHANNEL) {
            problems.add(new Problem(place, "must be 1 to " + RuleField.LONGEST_CHANNEL + " characters long"));
        } else if (!SEGMENT.matcher(channel).matches() || channel.equals(".") || channel.equals("..")) {
            problems.add(
                    new Problem(
                            place,
                            "must be one channel's name that a URL can carry: letters, digits and any of . _ ~ ! $ & ' ( ) + , : = @ -, without spaces, '/' or '*'"));
        } else if (channel.contains("-cck-")) {
            problems.add(new Problem(place, "must be a channel itself, not a partner's '-cck-' form of one"));
        }
    }
}
