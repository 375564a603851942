package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule, compiled: its criteria are read once, then judged against any number of queries. */
final class RuleMatcher {

    private final Rule rule;
    private final @Nullable String product;
    private final @Nullable String buildTarget;
    private final @Nullable String headerArchitecture;
    private final @Nullable String distVersion;
    private final @Nullable ChannelPattern channel;
    private final @Nullable VersionPattern version;
    private final @Nullable BuildIdPattern buildId;
    private final @Nullable MemoryPattern memory;
    private final @Nullable OsVersionPattern osVersion;
    private final @Nullable ValueList instructionSet;
    private final @Nullable ValueList distribution;
    private final @Nullable ValueList locale;
    private final @Nullable Boolean mig64;
    private final @Nullable Boolean jaws;

    RuleMatcher(Rule rule, RuleCompiler compiler) {
        this.rule = rule;
        this.product = compiler.text(rule.product());
        this.buildTarget = compiler.text(rule.buildTarget());
        this.headerArchitecture = compiler.text(rule.headerArchitecture());
        this.distVersion = compiler.text(rule.distVersion());
        this.channel = compiler.channel(rule.channel());
        this.version = compiler.version(rule.version());
        this.buildId = compiler.buildId(rule.buildId());
        this.memory = compiler.memory(rule.memory());
        this.osVersion = compiler.osVersion(rule.osVersion());
        this.instructionSet = compiler.list(rule.instructionSet());
        this.distribution = compiler.list(rule.distribution());
        this.locale = compiler.list(rule.locale());
        this.mig64 = rule.mig64();
        this.jaws = rule.jaws();
    }

    Rule rule() {
        return rule;
    }

    /**
     * @throws BadQueryException if the first criterion that does not simply hold is a version that Balrog answers with
     *     a 400
     * @throws UnanswerableException if the first criterion that does not simply hold cannot be judged
     */
    boolean matches(PreparedQuery asked) {
        return firstMismatch(asked) == null;
    }

    /** Returns what {@link #matches} throws; null if it does not. */
    @Nullable
    RuntimeException failureOn(PreparedQuery asked) {
        try {
            firstMismatch(asked);
            return null;
        } catch (BadQueryException | UnanswerableException failure) {
            return failure;
        }
    }

    /** Returns the first criterion that the rule fails, null if it matches; throws as {@link #matches}. */
    @Nullable
    Criterion firstMismatch(PreparedQuery asked) {
        Criterion outer = firstOuterMismatch(asked);
        return outer == null ? firstInnerMismatch(asked) : outer;
    }

    /** Looks at the criteria that Balrog's database judges, and the channel: judging these cannot fail. */
    private @Nullable Criterion firstOuterMismatch(PreparedQuery asked) {
        UpdateQuery query = asked.query();
        if (!admits(product, query.product())) {
            return Criterion.PRODUCT;
        }
        if (!admits(buildTarget, query.buildTarget())) {
            return Criterion.BUILD_TARGET;
        }
        if (!admits(headerArchitecture, query.headerArchitecture())) {
            return Criterion.HEADER_ARCHITECTURE;
        }
        if (!admits(distVersion, query.distVersion())) {
            return Criterion.DIST_VERSION;
        }
        if (channel != null && !channel.matches(query.channel(), asked.fallbackChannel())) {
            return Criterion.CHANNEL;
        }
        return null;
    }

    private @Nullable Criterion firstInnerMismatch(PreparedQuery asked) {
        UpdateQuery query = asked.query();
        if (version != null && !version.matches(asked.version())) {
            return Criterion.VERSION;
        }
        if (buildId != null && !buildId.matches(asked.buildId())) {
            return Criterion.BUILD_ID;
        }
        Integer megabytes = query.memory();
        if (memory != null && megabytes != null && !memory.matches(megabytes)) {
            return Criterion.MEMORY;
        }
        if (osVersion != null && !osVersion.matches(query.osVersion())) {
            return Criterion.OS_VERSION;
        }
        if (instructionSet != null && !instructionSet.contains(query.instructionSet())) {
            return Criterion.INSTRUCTION_SET;
        }
        if (distribution != null && !distribution.contains(query.distribution())) {
            return Criterion.DISTRIBUTION;
        }
        if (locale != null && !locale.contains(asked.locale())) {
            return Criterion.LOCALE;
        }
        if (!admits(mig64, query.mig64())) {
            return Criterion.MIG64;
        }
        return admits(jaws, query.jaws()) ? null : Criterion.JAWS;
    }

    private static boolean admits(@Nullable Object wanted, @Nullable Object sent) {
        return wanted == null || wanted.equals(sent);
    }

    boolean concerns(String askedProduct) {
        return admits(product, askedProduct);
    }

    boolean judgesVersion() {
        return version != null;
    }

    /** Whether a query with a {@linkplain ClientVersion#isSound sound} version can make this fail. */
    boolean canFail() {
        return version != null && versionCanFail(version)
                || buildId != null && buildId.canFail()
                || memory != null && memory.canFail();
    }

    private boolean versionCanFail(VersionPattern version) {
        return product == null
                ? version.canFail(VersionGrammar.MOZILLA) || version.canFail(VersionGrammar.LOOSE)
                : version.canFail(VersionGrammar.of(product));
    }

    /** All that the rule asks: two rules with equal criteria match the same queries. */
    List<@Nullable String> criteria() {
        List<@Nullable String> criteria = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            criteria.add(criterion.askedBy(rule));
        }
        return criteria;
    }

    @Nullable
    ChannelPattern channel() {
        return channel;
    }

    /** Returns a text equal to the rule's product, but shared with other rules. */
    @Nullable
    String product() {
        return product;
    }

    @Nullable
    String buildTarget() {
        return buildTarget;
    }

    @Nullable
    String headerArchitecture() {
        return headerArchitecture;
    }

    @Nullable
    String distVersion() {
        return distVersion;
    }

    @Nullable
    Collection<Range<MozillaVersion>> versionRanges() {
        return version == null ? null : version.ranges();
    }

    @Nullable
    Collection<Range<String>> buildIdRanges() {
        return buildId == null ? null : buildId.ranges();
    }

    @Nullable
    Collection<Range<Long>> memoryRanges() {
        return memory == null ? null : memory.ranges();
    }

    /** Terms of which the operating system must have one; null where it need not have any. */
    @Nullable
    Collection<String> osVersionTerms() {
        return osVersion == null ? null : osVersion.tellingTerms();
    }

    @Nullable
    Collection<String> instructionSets() {
        return instructionSet == null ? null : instructionSet.values();
    }

    @Nullable
    Collection<String> distributions() {
        return distribution == null ? null : distribution.values();
    }

    @Nullable
    Collection<String> locales() {
        return locale == null ? null : locale.values();
    }
}
