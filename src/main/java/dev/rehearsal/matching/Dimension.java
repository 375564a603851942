package dev.rehearsal.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One criterion of the rules of an index, in numbers: what rules ask for is numbered once, so that an evaluation turns
 * what the query says into numbers once and then compares only these.
 *
 * <p>It may leave in rules that do not match, never leave out one that does: rules that are found are judged in full.
 */
sealed interface Dimension permits Dimension.Keys, RangeDimension {

    int[] NOTHING = {};

    /** A criterion that a rule meets if it shares a number with the query. */
    sealed interface Keys extends Dimension permits ValueDimension, ChannelDimension, OsVersionDimension {}

    /** Returns what the rule asks for; null if it asks for nothing here. */
    int @Nullable [] wantedBy(RuleMatcher rule);

    /** Returns what the query offers. */
    int[] offeredBy(PreparedQuery asked);

    /** Returns what decides whether a rule is a candidate at all, before anything that can fail is judged. */
    static List<Dimension> ofCandidates(List<RuleMatcher> rules) {
        return List.of(
                new ValueDimension(
                        rules,
                        rule -> single(rule.product()),
                        asked -> asked.query().product()),
                new ValueDimension(
                        rules,
                        rule -> single(rule.buildTarget()),
                        asked -> asked.query().buildTarget()),
                new ValueDimension(
                        rules,
                        rule -> single(rule.headerArchitecture()),
                        asked -> asked.query().headerArchitecture()),
                new ValueDimension(
                        rules,
                        rule -> single(rule.distVersion()),
                        asked -> asked.query().distVersion()),
                new ChannelDimension(rules));
    }

    /** All criteria. */
    static List<Dimension> ofMatches(List<RuleMatcher> rules) {
        List<Dimension> more = List.of(
                new RangeDimension<>(
                        rules, RuleMatcher::versionRanges, Dimension::comparableVersion, MozillaVersion::compareTo),
                new RangeDimension<>(rules, RuleMatcher::buildIdRanges, PreparedQuery::buildId, String::compareTo),
                new RangeDimension<>(rules, RuleMatcher::memoryRanges, Dimension::megabytes, Long::compareTo),
                new OsVersionDimension(rules),
                new ValueDimension(
                        rules,
                        RuleMatcher::instructionSets,
                        asked -> asked.query().instructionSet()),
                new ValueDimension(
                        rules,
                        RuleMatcher::distributions,
                        asked -> asked.query().distribution()),
                new ValueDimension(rules, RuleMatcher::locales, PreparedQuery::locale));
        return Stream.concat(ofCandidates(rules).stream(), more.stream()).toList();
    }

    private static @Nullable Set<String> single(@Nullable String value) {
        return value == null ? null : Set.of(value);
    }

    private static @Nullable Long megabytes(PreparedQuery asked) {
        Integer memory = asked.query().memory();
        return memory == null ? null : Long.valueOf(memory);
    }

    /** Returns the version that can be compared, null for a version that has no one place among others. */
    private static @Nullable MozillaVersion comparableVersion(PreparedQuery asked) {
        return asked.version() instanceof ClientVersion.Mozilla(MozillaVersion version) && !version.isGlob()
                ? version
                : null;
    }
}
