package dev.rehearsal.staging;

import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hand-made rules for a test channel, which are not served while the channel is mapped. */
public final class Shadowed {

    private Shadowed() {}

    /** The rules that match the test channel, or its partners, but not the live one. */
    public static List<Rule> rules(Tables tables, @Nullable String product, String live, String test) {
        return tables.ruleSet().inOrder().stream()
                .filter(rule -> isShadowed(rule, product, live, test))
                .toList();
    }

    /** Whether a rule is for one mapped test channel and its partners alone, so that it would never be served. */
    public static boolean isForTestChannelAlone(Rule rule, ChannelMapping mapping) {
        if (rule.channel() == null
                || (mapping.product() != null && !mapping.product().equals(rule.product()))) {
            return false;
        }
        ChannelPattern channels = ChannelPattern.of(rule.channel());
        boolean reachesOthers = channels.isGlob() && !channels.stem().startsWith(mapping.testChannel());
        return !reachesOthers && isShadowed(rule, rule.product(), mapping.liveChannel(), mapping.testChannel());
    }

    private static boolean isShadowed(Rule rule, @Nullable String product, String live, String test) {
        return StagedRules.canMatch(rule, product, test) && !StagedRules.canMatch(rule, product, live);
    }
}
