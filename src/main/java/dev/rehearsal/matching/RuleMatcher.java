package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One rule, compiled: its criteria are read once, then judged against any number of queries. */
final class RuleMatcher {

    private final Rule rule;
    private final @Nullable ChannelPattern channel;
    private final @Nullable VersionPattern version;
    private final @Nullable BuildIdPattern buildId;
    private final @Nullable MemoryPattern memory;
    private final @Nullable OsVersionPattern osVersion;
    private final @Nullable ValueList instructionSet;
    private final @Nullable ValueList distribution;
    private final @Nullable ValueList locale;

    private RuleMatcher(Rule rule) {
        this.rule = rule;
        this.channel = compile(rule.channel(), ChannelPattern::of);
        this.version = compile(rule.version(), VersionPattern::of);
        this.buildId = compile(rule.buildId(), BuildIdPattern::of);
        this.memory = compile(rule.memory(), MemoryPattern::of);
        this.osVersion = compile(rule.osVersion(), OsVersionPattern::of);
        this.instructionSet = compile(rule.instructionSet(), ValueList::of);
        this.distribution = compile(rule.distribution(), ValueList::of);
        this.locale = compile(rule.locale(), ValueList::of);
    }

    static RuleMatcher of(Rule rule) {
        return new RuleMatcher(rule);
    }

    private static <T> @Nullable T compile(@Nullable String text, Function<String, T> pattern) {
        return text == null ? null : pattern.apply(text);
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

    /** What {@link #matches} throws; null if it does not. */
    @Nullable
    RuntimeException failureOn(PreparedQuery asked) {
        try {
            firstMismatch(asked);
            return null;
        } catch (BadQueryException | UnanswerableException failure) {
            return failure;
        }
    }

    /** Null if the rule matches; throws as {@link #matches}. */
    @Nullable
    Criterion firstMismatch(PreparedQuery asked) {
        Criterion outer = firstOuterMismatch(asked);
        return outer == null ? firstInnerMismatch(asked) : outer;
    }

    /** Of the criteria that Balrog's database judges, and the channel: none of these can fail. */
    private @Nullable Criterion firstOuterMismatch(PreparedQuery asked) {
        UpdateQuery query = asked.query();
        if (!admits(rule.product(), query.product())) {
            return Criterion.PRODUCT;
        }
        if (!admits(rule.buildTarget(), query.buildTarget())) {
            return Criterion.BUILD_TARGET;
        }
        if (!admits(rule.headerArchitecture(), query.headerArchitecture())) {
            return Criterion.HEADER_ARCHITECTURE;
        }
        if (!admits(rule.distVersion(), query.distVersion())) {
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
        if (!admits(rule.mig64(), query.mig64())) {
            return Criterion.MIG64;
        }
        return admits(rule.jaws(), query.jaws()) ? null : Criterion.JAWS;
    }

    private static boolean admits(@Nullable Object wanted, @Nullable Object sent) {
        return wanted == null || wanted.equals(sent);
    }

    boolean concerns(String product) {
        return admits(rule.product(), product);
    }

    /** Whether a query with a {@linkplain ClientVersion#isSound sound} version can make this fail. */
    boolean canFail() {
        return version != null && versionCanFail(version)
                || buildId != null && buildId.canFail()
                || memory != null && memory.canFail();
    }

    private boolean versionCanFail(VersionPattern version) {
        String product = rule.product();
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

    @Nullable
    VersionPattern version() {
        return version;
    }

    @Nullable
    BuildIdPattern buildId() {
        return buildId;
    }

    @Nullable
    MemoryPattern memory() {
        return memory;
    }

    @Nullable
    OsVersionPattern osVersion() {
        return osVersion;
    }

    @Nullable
    ValueList instructionSet() {
        return instructionSet;
    }

    @Nullable
    ValueList distribution() {
        return distribution;
    }

    @Nullable
    ValueList locale() {
        return locale;
    }
}
