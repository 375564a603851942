package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.Rule;
import java.util.Optional;

/**
 * A rule that was made by hand for a test channel which is computed now.
 *
 * @param live what it copied, if that is still there
 */
public record RetiredRule(Rule rule, ChannelPair channels, Optional<Rule> live) {

    /** Returns what it is, and what to do instead of changing it. */
    public String sentence() {
        String test = channels.testChannel();
        String liveChannel = channels.liveChannel();
        return "rule %s was made by hand for '%s' and is retired: '%s' is computed now, from '%s' and the changes queued for it. %s instead; '%s' shows that as soon as it is scheduled, '%s' once it is enacted"
                .formatted(
                        named(rule),
                        test,
                        test,
                        liveChannel,
                        live.map(original -> "Schedule the change of rule " + named(original))
                                .orElse("Schedule a change of the rules of '" + liveChannel + "'"),
                        test,
                        liveChannel);
    }

    private static String named(Rule rule) {
        return rule.alias() == null ? rule.id().toString() : rule.id() + " '" + rule.alias() + "'";
    }
}
