package dev.rehearsal.matching;

import org.jspecify.annotations.Nullable;

/**
 * One row of the rule table: criteria that an update query must meet, and what it is then served.
 *
 * <p>A null criterion matches every query. Text criteria are kept as an admin wrote them; {@link RuleMatcher} compiles
 * them.
 *
 * @param mapping what is served; null only in imported data, and then nothing is served
 * @param fallbackMapping what is served to the share of requests that {@code backgroundRate} leaves out
 * @param backgroundRate percentage of unforced requests that get {@code mapping}, 0 to 100
 * @param version a version, one comparison ({@code <38.0}), versions separated by commas, or a glob ({@code 78.*})
 * @param channel a channel name, or a prefix followed by {@code *}
 * @param buildId a buildID or one comparison, compared as text (a Balrog fact)
 * @param osVersion parts separated by commas, each of terms joined by {@code &&} that the query must contain
 * @param memory a number of megabytes or one comparison
 */
public record Rule(
        RuleId id,
        @Nullable String alias,
        int priority,
        @Nullable ReleaseName mapping,
        @Nullable ReleaseName fallbackMapping,
        int backgroundRate,
        UpdateType updateType,
        @Nullable String product,
        @Nullable String version,
        @Nullable String channel,
        @Nullable String buildTarget,
        @Nullable String buildId,
        @Nullable String locale,
        @Nullable String osVersion,
        @Nullable String memory,
        @Nullable String instructionSet,
        @Nullable Boolean jaws,
        @Nullable Boolean mig64,
        @Nullable String distribution,
        @Nullable String distVersion,
        @Nullable String headerArchitecture,
        @Nullable String comment,
        int dataVersion) {

    public Rule withId(RuleId other) {
        return with(other, dataVersion);
    }

    public Rule withDataVersion(int other) {
        return with(id, other);
    }

    private Rule with(RuleId number, int writes) {
        return new Rule(
                number,
                alias,
                priority,
                mapping,
                fallbackMapping,
                backgroundRate,
                updateType,
                product,
                version,
                channel,
                buildTarget,
                buildId,
                locale,
                osVersion,
                memory,
                instructionSet,
                jaws,
                mig64,
                distribution,
                distVersion,
                headerArchitecture,
                comment,
                writes);
    }
}
