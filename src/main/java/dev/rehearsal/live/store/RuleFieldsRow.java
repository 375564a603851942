package dev.rehearsal.live.store;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateType;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns that the rule table and its history share; all null in the history of a removal. */
record RuleFieldsRow(
        @Nullable String alias,
        @Nullable Integer priority,
        @Nullable String mapping,
        @Nullable String fallbackMapping,
        @Nullable Integer backgroundRate,
        @Nullable String updateType,
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
        @Nullable String comment) {

    static RuleFieldsRow of(Rule rule) {
        return new RuleFieldsRow(
                rule.alias(),
                rule.priority(),
                text(rule.mapping()),
                text(rule.fallbackMapping()),
                rule.backgroundRate(),
                rule.updateType().wireName(),
                rule.product(),
                rule.version(),
                rule.channel(),
                rule.buildTarget(),
                rule.buildId(),
                rule.locale(),
                rule.osVersion(),
                rule.memory(),
                rule.instructionSet(),
                rule.jaws(),
                rule.mig64(),
                rule.distribution(),
                rule.distVersion(),
                rule.headerArchitecture(),
                rule.comment());
    }

    Rule toRule(long ruleId, int dataVersion) {
        return new Rule(
                new RuleId(ruleId),
                alias,
                Objects.requireNonNull(priority),
                name(mapping),
                name(fallbackMapping),
                Objects.requireNonNull(backgroundRate),
                UpdateType.valueOf(Objects.requireNonNull(updateType).toUpperCase(Locale.ROOT)),
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
                dataVersion);
    }

    private static @Nullable String text(@Nullable ReleaseName name) {
        return name == null ? null : name.value();
    }

    private static @Nullable ReleaseName name(@Nullable String text) {
        return text == null ? null : new ReleaseName(text);
    }
}
