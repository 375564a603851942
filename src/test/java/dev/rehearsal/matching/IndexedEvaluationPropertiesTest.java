package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However rules are indexed, the answer is that of looking at one after the other. */
class IndexedEvaluationPropertiesTest {

    private static final int TABLES = 500;
    private static final int QUERIES = 200;

    private static final List<String> PRODUCTS = List.of("Firefox", "Thunderbird", "FirefoxVPN");
    private static final List<String> CHANNELS = List.of(
            "release",
            "release*",
            "rel*",
            "re*",
            "r*",
            "*",
            "**",
            "release-cdntest",
            "release-cck-acme",
            "release-cck-*",
            "release-c*",
            "beta",
            "beta*",
            "a+b*",
            "re*ease");
    private static final List<String> ASKED_CHANNELS = List.of(
            "release", "release-cdntest", "release-cck-acme", "beta", "beta-cck-x-cck-y", "a+bc", "nightly", "");
    private static final List<String> VERSIONS = List.of(
            "<38.0", ">=38.0", "36.0", "36.0,36.1", "78.*", "78.8.*", "<3.6", ">40.0a1", "<=2.0.0.20", ">2.14.0");
    private static final List<String> BROKEN_VERSIONS = List.of("5", "abc", "<>4.0", "4.*", "5.0b4,36.0", "");
    private static final List<String> ASKED_VERSIONS =
            List.of("36.0", "36.1", "38.0a1", "78.8.0", "3.6.3plugin1", "2.0.0.19", "36", "5.0b2", "2.14.1", "abc", "");
    private static final List<String> TARGETS = List.of("WINNT_x86-msvc", "Linux_x86-gcc3", "Darwin_x86-gcc3");
    private static final List<String> LOCALES = List.of("de", "de,fr", "en-US", "ja,ja-JP-mac", "a,");
    private static final List<String> BUILD_IDS = List.of("20200101000000", "<2021", ">=20200101000000", "2017");
    private static final List<String> SYSTEMS =
            List.of("Windows_NT 6.1", "Windows_NT 6,Linux", "Linux && GTK 3", "Darwin 6", "x,");
    private static final List<String> MEMORIES = List.of(">2048", "<=1024", "4096", "much", "<");

    static LongStream seeds() {
        return LongStream.range(0, Math.max(20, (long) (TABLES * Share.value())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theIndexAnswersAsALookAtEachRuleDoes(long seed) {
        Random random = new Random(seed);
        List<Rule> rules = rules(random, 1 + random.nextInt(120));
        RuleSet indexed = RuleSet.of(rules);

        for (int i = 0; i < QUERIES; i++) {
            UpdateQuery query = query(random);
            assertThat(outcome(() -> indexed.firstMatch(query)))
                    .as("%s among %s", query, rules)
                    .isEqualTo(outcome(() -> oneAfterTheOther(rules, query)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetThatReusesAnotherAnswersAsOneMadeAnew(long seed) {
        Random random = new Random(seed);
        List<Rule> before = rules(random, 60);
        List<Rule> after = new ArrayList<>(before.subList(random.nextInt(30), before.size()));
        for (long id = 1001; id <= 1010; id++) {
            after.add(rule(random, id, false));
        }
        RuleSet reusing = RuleSet.of(after, RuleSet.of(before));

        for (int i = 0; i < QUERIES; i++) {
            UpdateQuery query = query(random);
            assertThat(outcome(() -> reusing.firstMatch(query)))
                    .isEqualTo(outcome(() -> oneAfterTheOther(after, query)));
        }
    }

    /** Balrog's way: every rule is judged, in the order of ids, and only then the best one taken. */
    private static @Nullable Rule oneAfterTheOther(List<Rule> rules, UpdateQuery query) {
        PreparedQuery asked = PreparedQuery.of(query);
        List<Rule> matching = new ArrayList<>();
        for (Rule rule : rules.stream().sorted(Comparator.comparing(Rule::id)).toList()) {
            RuleMatcher matcher = new RuleCompiler().compile(rule);
            RuntimeException failure = matcher.failureOn(asked);
            if (failure != null) {
                throw failure;
            }
            if (matcher.firstMismatch(asked) == null) {
                matching.add(rule);
            }
        }
        return matching.stream()
                .min(Comparator.comparingInt(Rule::priority).reversed().thenComparing(Rule::id))
                .orElse(null);
    }

    private static Object outcome(Supplier<@Nullable Rule> evaluation) {
        try {
            Rule rule = evaluation.get();
            return rule == null ? "none" : rule.id();
        } catch (BadQueryException | UnanswerableException refused) {
            return refused.getClass().getSimpleName() + ": " + refused.getMessage();
        }
    }

    private static List<Rule> rules(Random random, int count) {
        boolean mayBeBroken = random.nextInt(3) == 0;
        List<Rule> rules = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            rules.add(rule(random, id, mayBeBroken));
        }
        return rules;
    }

    private static Rule rule(Random random, long id, boolean mayBeBroken) {
        return RuleBuilder.aRule()
                .withId(id)
                .withPriority(random.nextInt(6) * 10)
                .forProduct(maybe(random, 0.8, PRODUCTS))
                .forChannel(maybe(random, 0.9, CHANNELS))
                .forVersion(maybe(random, 0.3, mayBeBroken && random.nextInt(8) == 0 ? BROKEN_VERSIONS : VERSIONS))
                .forBuildTarget(maybe(random, 0.2, TARGETS))
                .forBuildId(maybe(random, 0.15, BUILD_IDS))
                .forLocale(maybe(random, 0.2, LOCALES))
                .forOsVersion(maybe(random, 0.2, SYSTEMS))
                .forMemory(maybe(random, 0.1, mayBeBroken ? MEMORIES : MEMORIES.subList(0, 3)))
                .forDistribution(maybe(random, 0.1, List.of("acme", "acme,default")))
                .forInstructionSet(maybe(random, 0.1, List.of("SSE", "SSE2,SSE3")))
                .forMig64(random.nextInt(15) == 0 ? random.nextBoolean() : null)
                .build();
    }

    private static UpdateQuery query(Random random) {
        return QueryBuilder.aQuery()
                .ofProduct(one(random, PRODUCTS))
                .atVersion(one(random, random.nextInt(3) == 0 ? ASKED_VERSIONS : ASKED_VERSIONS.subList(0, 6)))
                .onChannel(one(random, ASKED_CHANNELS))
                .onBuildTarget(one(random, TARGETS))
                .withBuildId(one(random, List.of("20200101000000", "2017", "20991231", "")))
                .inLocale(one(random, List.of("de", "fr", "en-US", "ja-JP-mac", "")))
                .onOsVersion(one(random, List.of("Windows_NT 6.1", "Linux 5 GTK 3.2", "Darwin 60", "")))
                .withMemory(random.nextInt(3) == 0 ? null : 512 << random.nextInt(6))
                .inDistribution(one(random, List.of("default", "acme", "")))
                .withInstructionSet(one(random, List.of("SSE", "SSE3", "")))
                .withMig64(random.nextBoolean() ? null : random.nextBoolean())
                .build();
    }

    private static @Nullable String maybe(Random random, double share, List<String> values) {
        return random.nextDouble() < share ? one(random, values) : null;
    }

    private static String one(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
