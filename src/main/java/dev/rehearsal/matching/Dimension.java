package dev.rehearsal.matching;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A criterion by which an index tells rules apart without looking at each.
 *
 * <p>It may leave in rules that do not match, never leave out one that does: rules that are found are judged in full.
 */
sealed interface Dimension permits ValueSplit.By, ChannelSplit.By, OsVersionSplit.By, RangeSplit.By {

    /** What decides whether a rule is a candidate at all, before anything that can fail is judged. */
    List<Dimension> OF_CANDIDATES = List.of(
            new ValueSplit.By(
                    rule -> single(rule.rule().product()),
                    asked -> asked.query().product()),
            new ValueSplit.By(
                    rule -> single(rule.rule().buildTarget()),
                    asked -> asked.query().buildTarget()),
            new ValueSplit.By(
                    rule -> single(rule.rule().headerArchitecture()),
                    asked -> asked.query().headerArchitecture()),
            new ValueSplit.By(
                    rule -> single(rule.rule().distVersion()),
                    asked -> asked.query().distVersion()),
            new ChannelSplit.By());

    /** The criteria that are judged after these. */
    List<Dimension> OF_MATCHES = List.of(
            new RangeSplit.By<>(
                    rule -> ranges(rule.version(), VersionPattern::ranges),
                    Dimension::comparableVersion,
                    MozillaVersion::compareTo),
            new RangeSplit.By<>(
                    rule -> ranges(rule.buildId(), BuildIdPattern::ranges), PreparedQuery::buildId, String::compareTo),
            new RangeSplit.By<>(
                    rule -> ranges(rule.memory(), MemoryPattern::ranges), Dimension::megabytes, Long::compareTo),
            new OsVersionSplit.By(),
            new ValueSplit.By(
                    rule -> values(rule.instructionSet()),
                    asked -> asked.query().instructionSet()),
            new ValueSplit.By(
                    rule -> values(rule.distribution()), asked -> asked.query().distribution()),
            new ValueSplit.By(rule -> values(rule.locale()), PreparedQuery::locale),
            new ValueSplit.By(
                    rule -> single(rule.rule().mig64()),
                    asked -> text(asked.query().mig64())),
            new ValueSplit.By(
                    rule -> single(rule.rule().jaws()),
                    asked -> text(asked.query().jaws())));

    /** Whether the rule asks anything here. */
    boolean concerns(RuleMatcher rule);

    IndexNode split(Positions places, IndexBuilder.Branch branch);

    private static @Nullable Set<String> single(@Nullable Object value) {
        return value == null ? null : Set.of(value.toString());
    }

    private static @Nullable Set<String> values(@Nullable ValueList list) {
        return list == null ? null : list.values();
    }

    private static <P, T> @Nullable Collection<Range<T>> ranges(
            @Nullable P pattern, Function<P, List<Range<T>>> ranges) {
        return pattern == null ? null : ranges.apply(pattern);
    }

    private static @Nullable String text(@Nullable Boolean flag) {
        return flag == null ? null : flag.toString();
    }

    private static @Nullable Long megabytes(PreparedQuery asked) {
        Integer memory = asked.query().memory();
        return memory == null ? null : Long.valueOf(memory);
    }

    /** Null for a version that has no one place among others. */
    private static @Nullable MozillaVersion comparableVersion(PreparedQuery asked) {
        return asked.version() instanceof ClientVersion.Mozilla(MozillaVersion version) && !version.isGlob()
                ? version
                : null;
    }
}
