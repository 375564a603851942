package dev.rehearsal.insight.warning;

import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a rule may say, but rarely does on purpose. */
public final class RuleFindings {

    private RuleFindings() {}

    /**
     * @param by the set that makes the rule what it is; null where one looks at the rule alone
     * @param releases among which its mappings are looked for
     */
    public static List<Finding> of(Rule rule, @Nullable ChangeSetId by, Map<ReleaseName, Release> releases) {
        List<Finding> findings = new ArrayList<>();
        if (rule.channel() != null && ChannelPattern.of(rule.channel()).matchesNothing()) {
            findings.add(new RuleFinding.MatchesNothing(by, rule));
        }
        if (rule.backgroundRate() < 100 && rule.fallbackMapping() == null) {
            findings.add(new RuleFinding.Throttled(by, rule));
        }
        if (rule.fallbackMapping() != null && rule.fallbackMapping().equals(rule.mapping())) {
            findings.add(new RuleFinding.RateDecidesNothing(by, rule));
        }
        namedBy(rule)
                .map(releases::get)
                .filter(Objects::nonNull)
                .filter(release -> rule.product() != null && !rule.product().equals(release.product()))
                .map(release -> new RuleFinding.ForeignRelease(by, rule, release.name(), release.product()))
                .forEach(findings::add);
        return findings;
    }

    /** Mappings of the rule that lead to no release. */
    static List<Finding> dangling(Rule rule, Map<ReleaseName, Release> releases) {
        return namedBy(rule)
                .filter(name -> !releases.containsKey(name))
                .<Finding>map(name -> new RuleFinding.DanglingRule(rule, name))
                .toList();
    }

    private static Stream<ReleaseName> namedBy(Rule rule) {
        return Stream.of(rule.mapping(), rule.fallbackMapping())
                .filter(Objects::nonNull)
                .distinct();
    }
}
