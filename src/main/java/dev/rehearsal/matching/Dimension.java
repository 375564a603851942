package dev.rehearsal.matching;

import java.util.Collection;
import java.util.List;
import java.util.Set;
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
                    rule -> single(rule.product()), asked -> asked.query().product()),
            new ValueSplit.By(
                    rule -> single(rule.buildTarget()), asked -> asked.query().buildTarget()),
            new ValueSplit.By(
                    rule -> single(rule.headerArchitecture()),
                    asked -> asked.query().headerArchitecture()),
            new ValueSplit.By(
                    rule -> single(rule.distVersion()), asked -> asked.query().distVersion()),
            new ChannelSplit.By());

    /** The criteria that are judged after these. */
    List<Dimension> OF_MATCHES = List.of(
            new RangeSplit.By<>(RuleMatcher::versionRanges, Dimension::comparableVersion, MozillaVersion::compareTo),
            new RangeSplit.By<>(RuleMatcher::buildIdRanges, PreparedQuery::buildId, String::compareTo),
            new RangeSplit.By<>(RuleMatcher::memoryRanges, Dimension::megabytes, Long::compareTo),
            new OsVersionSplit.By(),
            new ValueSplit.By(
                    RuleMatcher::instructionSets, asked -> asked.query().instructionSet()),
            new ValueSplit.By(RuleMatcher::distributions, asked -> asked.query().distribution()),
            new ValueSplit.By(RuleMatcher::locales, PreparedQuery::locale));

    /** Whether the rule asks anything here. */
    boolean concerns(RuleMatcher rule);

    IndexNode split(Positions places, IndexBuilder.Branch branch);

    private static @Nullable Collection<String> single(@Nullable String value) {
        return value == null ? null : Set.of(value);
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
