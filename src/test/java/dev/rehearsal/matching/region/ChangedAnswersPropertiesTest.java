package dev.rehearsal.matching.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionGrammar;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Answers;
import dev.rehearsal.serve.impact.Got;
import dev.rehearsal.staging.Seeds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What regions say of answers: whoever of a grid is answered otherwise is in one, and whoever is in one and is answered as
 * before gets no update from either release, as they have a newer version, another system, or another locale.
 */
class ChangedAnswersPropertiesTest {

    private static final UpdateAnswers ANSWERS = new UpdateAnswers(UrlPolicy.OPEN, true, () -> 0);

    private static final Map<String, String> VERSIONS = Map.of(
            "Release-0", "36.0",
            "Release-1", "38.0",
            "Release-2", "130.0",
            "Other-1", "38.1",
            "Other-2", "131.0",
            "New-1", "130.0",
            "New-2", "37.0");

    private static final InMemoryContents CONTENTS = new InMemoryContents();
    private static final Map<ReleaseName, Release> RELEASES = new HashMap<>();

    static {
        VERSIONS.forEach((name, version) -> {
            ReleaseName key = new ReleaseName(name);
            RELEASES.put(
                    key,
                    new Release(
                            key,
                            "Firefox",
                            false,
                            1,
                            CONTENTS.put(name, blob(version)).content()));
        });
    }

    private record Decided(@Nullable Rule before, @Nullable Rule after) {}

    static LongStream seeds() {
        return Seeds.upTo(2_000);
    }

    private static String blob(String version) {
        String locales = """
                {"locales": {"de": %1$s, "fr": %1$s}}""".formatted("""
                {"buildID": "20300101000000", "completes": [{"from": "*", "filesize": 1, "hashValue": "aa"}]}""");
        return """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "%1$s", "displayVersion": "%1$s",
                 "updateLine": [{"for": {}, "fields": {"type": "minor"}}],
                 "fileUrls": {"*": {"completes": {"*": "https://download.example/%%LOCALE%%"}}},
                 "platforms": {"WINNT_x86_64-msvc-x64": %2$s, "WINNT": %2$s, "Linux": %2$s}}
                """.formatted(version, locales);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdWhoeverIsAnsweredOtherwiseAndOthersOnlyWhereNeitherReleaseConcernsThem(long seed) {
        SmallWorld world = SmallWorld.of(seed);
        var rules = world.soundRules(2 + (int) (seed % 6));
        RuleSet before = RuleSet.of(rules);
        RuleSet after = RuleSet.of(ChangedRegionsPropertiesTest.changed(rules, world, new Random(seed)));
        ServedState now = state(before);
        ServedState then = state(after);

        ChangedRegions.Found found = ChangedRegions.between(
                before, after, ChangedAnswersPropertiesTest::served, ChangedAnswersPropertiesTest::served);

        Set<Decided> said = new HashSet<>();
        for (ChangedRegion region : found.regions()) {
            said.add(new Decided(region.before(), region.after()));
            assertDecides(region.example(), now, region.before());
            assertDecides(region.example(), then, region.after());
        }
        for (UpdateQuery client : world.clients()) {
            if (SmallWorld.fails(before, client) || SmallWorld.fails(after, client)) {
                continue;
            }
            Decided decided = new Decided(SmallWorld.decided(before, client), SmallWorld.decided(after, client));
            Answers today = Answers.of(ANSWERS, now, client);
            Answers tomorrow = Answers.of(ANSWERS, then, client);
            if (!today.areAs(tomorrow)) {
                assertThat(said.contains(decided) || isUnsaid(found, before))
                        .as("%s gets %s instead of %s", client, tomorrow.told(), today.told())
                        .isTrue();
            } else if (said.contains(decided)) {
                assertThat(today.share(Got::isUpdate) + tomorrow.share(Got::isUpdate))
                        .as("%s gets %s as before", client, today.told())
                        .isZero();
            }
        }
    }

    private static boolean isUnsaid(ChangedRegions.Found found, RuleSet before) {
        return !found.unsaid().isEmpty()
                && before.inOrder().stream()
                        .anyMatch(rule ->
                                rule.product() == null || VersionGrammar.of(rule.product()) == VersionGrammar.LOOSE);
    }

    /** Asks by a URL, where one says what the client says; an error names no rule. */
    private static void assertDecides(UpdateQuery client, ServedState state, @Nullable Rule rule) {
        AskedUrl.of(client)
                .map(url -> ANSWERS.decide(state, url.read()))
                .filter(decided -> !decided.isRefused())
                .filter(decided -> decided.rule() != null)
                .ifPresent(decided -> assertThat(decided.rule()).isEqualTo(rule));
    }

    private static ServedState state(RuleSet rules) {
        return new ServedState(rules, RELEASES, new Pins(Map.of()), CONTENTS);
    }

    private static Object served(@Nullable Rule rule) {
        return rule == null || rule.mapping() == null ? "nothing" : rule.mapping();
    }
}
