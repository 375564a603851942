package dev.rehearsal.matching;

import dev.rehearsal.matching.UpdateQuery.Force;
import org.jspecify.annotations.Nullable;

/** What Firefox 120 on a German Windows asks on the release channel, until it is told otherwise. */
public final class QueryBuilder {

    private String product = "Firefox";
    private String version = "120.0";
    private @Nullable String buildId = "20231116134553";
    private String buildTarget = "WINNT_x86_64-msvc-x64";
    private @Nullable String locale = "de";
    private String channel = "release";
    private String osVersion = "Windows_NT 10.0.0.0.19045 (x64)";
    private @Nullable String instructionSet = "SSE4_2";
    private @Nullable Integer memory = 16384;
    private @Nullable Boolean jaws = false;
    private @Nullable Boolean mig64;
    private String distribution = "default";
    private @Nullable String distVersion = "default";
    private @Nullable String headerArchitecture = "Intel";
    private Force force = Force.NONE;
    private @Nullable String pin;

    private QueryBuilder() {}

    public static QueryBuilder aQuery() {
        return new QueryBuilder();
    }

    public QueryBuilder ofProduct(String product) {
        this.product = product;
        return this;
    }

    public QueryBuilder atVersion(String version) {
        this.version = version;
        return this;
    }

    public QueryBuilder withBuildId(@Nullable String buildId) {
        this.buildId = buildId;
        return this;
    }

    public QueryBuilder onBuildTarget(String buildTarget) {
        this.buildTarget = buildTarget;
        return this;
    }

    public QueryBuilder inLocale(@Nullable String locale) {
        this.locale = locale;
        return this;
    }

    public QueryBuilder onChannel(String channel) {
        this.channel = channel;
        return this;
    }

    public QueryBuilder onOsVersion(String osVersion) {
        this.osVersion = osVersion;
        return this;
    }

    public QueryBuilder withInstructionSet(@Nullable String instructionSet) {
        this.instructionSet = instructionSet;
        return this;
    }

    public QueryBuilder withMemory(@Nullable Integer megabytes) {
        this.memory = megabytes;
        return this;
    }

    public QueryBuilder withJaws(@Nullable Boolean jaws) {
        this.jaws = jaws;
        return this;
    }

    public QueryBuilder withMig64(@Nullable Boolean mig64) {
        this.mig64 = mig64;
        return this;
    }

    public QueryBuilder inDistribution(String distribution) {
        this.distribution = distribution;
        return this;
    }

    public QueryBuilder withDistVersion(@Nullable String distVersion) {
        this.distVersion = distVersion;
        return this;
    }

    public QueryBuilder withHeaderArchitecture(@Nullable String headerArchitecture) {
        this.headerArchitecture = headerArchitecture;
        return this;
    }

    public QueryBuilder forced(Force force) {
        this.force = force;
        return this;
    }

    public QueryBuilder pinnedTo(@Nullable String pin) {
        this.pin = pin;
        return this;
    }

    public UpdateQuery build() {
        return new UpdateQuery(
                6,
                product,
                version,
                buildId,
                buildTarget,
                locale,
                channel,
                osVersion,
                instructionSet,
                memory,
                jaws,
                mig64,
                distribution,
                distVersion,
                headerArchitecture,
                force,
                pin);
    }
}
