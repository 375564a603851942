package dev.rehearsal.matching;

import org.jspecify.annotations.Nullable;

/** A rule that matches every query until it is told otherwise; what it maps to, by default, does not matter. */
public final class RuleBuilder {

    private long id = 1;
    private @Nullable String alias;
    private int priority = 100;
    private @Nullable ReleaseName mapping = new ReleaseName("Some-Release");
    private @Nullable ReleaseName fallbackMapping;
    private int backgroundRate = 100;
    private UpdateType updateType = UpdateType.MINOR;
    private @Nullable String product;
    private @Nullable String version;
    private @Nullable String channel;
    private @Nullable String buildTarget;
    private @Nullable String buildId;
    private @Nullable String locale;
    private @Nullable String osVersion;
    private @Nullable String memory;
    private @Nullable String instructionSet;
    private @Nullable Boolean jaws;
    private @Nullable Boolean mig64;
    private @Nullable String distribution;
    private @Nullable String distVersion;
    private @Nullable String headerArchitecture;
    private @Nullable String comment;
    private int dataVersion = 1;

    private RuleBuilder() {}

    public static RuleBuilder aRule() {
        return new RuleBuilder();
    }

    public static RuleBuilder aRuleLike(Rule rule) {
        RuleBuilder like = new RuleBuilder();
        like.id = rule.id().value();
        like.alias = rule.alias();
        like.priority = rule.priority();
        like.mapping = rule.mapping();
        like.fallbackMapping = rule.fallbackMapping();
        like.backgroundRate = rule.backgroundRate();
        like.updateType = rule.updateType();
        like.product = rule.product();
        like.version = rule.version();
        like.channel = rule.channel();
        like.buildTarget = rule.buildTarget();
        like.buildId = rule.buildId();
        like.locale = rule.locale();
        like.osVersion = rule.osVersion();
        like.memory = rule.memory();
        like.instructionSet = rule.instructionSet();
        like.jaws = rule.jaws();
        like.mig64 = rule.mig64();
        like.distribution = rule.distribution();
        like.distVersion = rule.distVersion();
        like.headerArchitecture = rule.headerArchitecture();
        like.comment = rule.comment();
        like.dataVersion = rule.dataVersion();
        return like;
    }

    public RuleBuilder withId(long id) {
        this.id = id;
        return this;
    }

    public RuleBuilder withAlias(@Nullable String alias) {
        this.alias = alias;
        return this;
    }

    public RuleBuilder withPriority(int priority) {
        this.priority = priority;
        return this;
    }

    /** @param release null for a rule that serves nothing */
    public RuleBuilder mapsTo(@Nullable String release) {
        this.mapping = release == null ? null : new ReleaseName(release);
        return this;
    }

    public RuleBuilder fallsBackTo(String release) {
        this.fallbackMapping = new ReleaseName(release);
        return this;
    }

    public RuleBuilder atBackgroundRate(int percent) {
        this.backgroundRate = percent;
        return this;
    }

    public RuleBuilder asUpdateType(UpdateType updateType) {
        this.updateType = updateType;
        return this;
    }

    public RuleBuilder forProduct(@Nullable String product) {
        this.product = product;
        return this;
    }

    public RuleBuilder forVersion(@Nullable String version) {
        this.version = version;
        return this;
    }

    public RuleBuilder forChannel(@Nullable String channel) {
        this.channel = channel;
        return this;
    }

    public RuleBuilder forBuildTarget(@Nullable String buildTarget) {
        this.buildTarget = buildTarget;
        return this;
    }

    public RuleBuilder forBuildId(@Nullable String buildId) {
        this.buildId = buildId;
        return this;
    }

    public RuleBuilder forLocale(@Nullable String locale) {
        this.locale = locale;
        return this;
    }

    public RuleBuilder forOsVersion(@Nullable String osVersion) {
        this.osVersion = osVersion;
        return this;
    }

    public RuleBuilder forMemory(@Nullable String memory) {
        this.memory = memory;
        return this;
    }

    public RuleBuilder forInstructionSet(@Nullable String instructionSet) {
        this.instructionSet = instructionSet;
        return this;
    }

    public RuleBuilder forJaws(@Nullable Boolean jaws) {
        this.jaws = jaws;
        return this;
    }

    public RuleBuilder forMig64(@Nullable Boolean mig64) {
        this.mig64 = mig64;
        return this;
    }

    public RuleBuilder forDistribution(@Nullable String distribution) {
        this.distribution = distribution;
        return this;
    }

    public RuleBuilder forDistVersion(@Nullable String distVersion) {
        this.distVersion = distVersion;
        return this;
    }

    public RuleBuilder forHeaderArchitecture(@Nullable String headerArchitecture) {
        this.headerArchitecture = headerArchitecture;
        return this;
    }

    public RuleBuilder withComment(@Nullable String comment) {
        this.comment = comment;
        return this;
    }

    public RuleBuilder withDataVersion(int dataVersion) {
        this.dataVersion = dataVersion;
        return this;
    }

    public Rule build() {
        return new Rule(
                new RuleId(id),
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
                dataVersion);
    }
}
