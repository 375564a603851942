package dev.rehearsal.matching.region;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A few rules about a few criteria, and a grid of the clients that there may be: small enough to ask them all. */
final class SmallWorld {

    private static final Map<Criterion, List<String>> ASKED = Map.ofEntries(
            Map.entry(Criterion.PRODUCT, List.of("Firefox", "Thunderbird", "FirefoxVPN")),
            Map.entry(
                    Criterion.CHANNEL,
                    List.of(
                            "release",
                            "release*",
                            "release-cck-*",
                            "release-cck-acme",
                            "beta",
                            "re*",
                            "*",
                            "release-x")),
            Map.entry(
                    Criterion.VERSION,
                    List.of(
                            "<38.0",
                            ">=38.0",
                            "<=38.0",
                            ">36.0",
                            "36.0",
                            "36.0,38.0",
                            "38.*",
                            "38.0.*",
                            ">=38.0a1",
                            "<3.6",
                            ">2.0.0.20")),
            Map.entry(Criterion.BUILD_TARGET, List.of("WINNT", "Linux", "Darwin")),
            Map.entry(
                    Criterion.BUILD_ID,
                    List.of("<20200102", ">=20200102", "20200102", ">20200102", "<=20200101", "2019")),
            Map.entry(Criterion.LOCALE, List.of("de", "de,fr", "fr,en-US", "en-US", "a,")),
            Map.entry(
                    Criterion.OS_VERSION,
                    List.of(
                            "Windows",
                            "Windows_NT 6,Darwin",
                            "Windows && x64",
                            "x64",
                            "Linux,Darwin",
                            "Windows_NT 6.1")),
            Map.entry(Criterion.MEMORY, List.of("<2048", ">=2048", "2048", "<=4096", ">4096")),
            Map.entry(Criterion.INSTRUCTION_SET, List.of("SSE", "SSE2,SSE3", "SSE2")),
            Map.entry(Criterion.DISTRIBUTION, List.of("default", "acme,default", "acme", "acme,")),
            Map.entry(Criterion.DIST_VERSION, List.of("default", "1")),
            Map.entry(Criterion.HEADER_ARCHITECTURE, List.of("Intel", "PPC", "ARM")),
            Map.entry(Criterion.MIG64, List.of("true", "false")),
            Map.entry(Criterion.JAWS, List.of("true", "false")));

    private static final Map<Criterion, List<@Nullable Object>> SAID = Map.ofEntries(
            Map.entry(Criterion.PRODUCT, List.of("Firefox", "Thunderbird", "FirefoxVPN", "Sunbird")),
            Map.entry(
                    Criterion.CHANNEL,
                    List.of(
                            "release",
                            "release-cck-acme",
                            "release-cck-other",
                            "release-x",
                            "release-y",
                            "beta",
                            "beta-cck-acme",
                            "ready",
                            "nightly")),
            Map.entry(
                    Criterion.VERSION,
                    List.of(
                            "36.0",
                            "36.0.1",
                            "37.0",
                            "38.0a1",
                            "38.0a2",
                            "38.0",
                            "38.0.1a1",
                            "38.0.5",
                            "38.1",
                            "39.0",
                            "3.5",
                            "2.0.0.20",
                            "2.0.0.21",
                            "3.6b2",
                            "no version",
                            "2.0b1")),
            Map.entry(Criterion.BUILD_TARGET, List.of("WINNT", "Linux", "Darwin", "Darwin_ppc", "OS2")),
            Map.entry(Criterion.BUILD_ID, List.of("20200101", "202001010", "20200102", "20200103", "2019", "3", "0")),
            Map.entry(Criterion.LOCALE, List.of("de", "fr", "en-US", "a", "x", "")),
            Map.entry(
                    Criterion.OS_VERSION,
                    List.of(
                            "Windows_NT 6.1 (x64)",
                            "Windows_NT 6.1",
                            "Windows_NT 6.3",
                            "Windows_NT 10 x64",
                            "Linux",
                            "Darwin x64",
                            "BeOS")),
            Map.entry(Criterion.MEMORY, withNull(1, 2047, 2048, 2049, 4096, 4097)),
            Map.entry(Criterion.INSTRUCTION_SET, withNull("SSE", "SSE2", "SSE3", "")),
            Map.entry(Criterion.DISTRIBUTION, List.of("default", "acme", "other")),
            Map.entry(Criterion.DIST_VERSION, List.of("default", "1", "2")),
            Map.entry(Criterion.HEADER_ARCHITECTURE, List.of("Intel", "PPC")),
            Map.entry(Criterion.MIG64, withNull(true, false)),
            Map.entry(Criterion.JAWS, withNull(true, false)));

    private static final List<String> BROKEN_MEMORIES = List.of("much", "<");

    private final Random random;
    private final Set<Criterion> criteria = EnumSet.noneOf(Criterion.class);

    private SmallWorld(Random random) {
        this.random = random;
        List<Criterion> all = new ArrayList<>(List.of(Criterion.values()));
        Collections.shuffle(all, random);
        criteria.addAll(all.subList(0, 2 + random.nextInt(3)));
    }

    static SmallWorld of(long seed) {
        return new SmallWorld(new Random(seed));
    }

    private static List<@Nullable Object> withNull(Object... values) {
        List<@Nullable Object> all = new ArrayList<>(List.of(values));
        all.add(null);
        return all;
    }

    /** Rules can only be told to fail for clients of the VPN product, or by a memory that is none. */
    List<Rule> rules(int count) {
        boolean mayBeBroken = random.nextInt(4) == 0;
        List<Rule> rules = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            rules.add(rule(id, mayBeBroken));
        }
        return rules;
    }

    /** Those that every client of a product with Mozilla's versions can be judged by. */
    List<Rule> soundRules(int count) {
        List<Rule> rules = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            rules.add(rule(id, false));
        }
        return rules;
    }

    private Rule rule(long id, boolean mayBeBroken) {
        RuleBuilder rule = RuleBuilder.aRule()
                .withId(id)
                .withPriority(random.nextInt(4) * 10)
                .mapsTo("Release-" + random.nextInt(3))
                .forProduct(asked(Criterion.PRODUCT))
                .forChannel(asked(Criterion.CHANNEL))
                .forVersion(asked(Criterion.VERSION))
                .forBuildTarget(asked(Criterion.BUILD_TARGET))
                .forBuildId(asked(Criterion.BUILD_ID))
                .forLocale(asked(Criterion.LOCALE))
                .forOsVersion(asked(Criterion.OS_VERSION))
                .forMemory(
                        mayBeBroken && random.nextInt(6) == 0
                                ? BROKEN_MEMORIES.get(random.nextInt(2))
                                : asked(Criterion.MEMORY))
                .forInstructionSet(asked(Criterion.INSTRUCTION_SET))
                .forDistribution(asked(Criterion.DISTRIBUTION))
                .forDistVersion(asked(Criterion.DIST_VERSION))
                .forHeaderArchitecture(asked(Criterion.HEADER_ARCHITECTURE))
                .forMig64(flag(asked(Criterion.MIG64)))
                .forJaws(flag(asked(Criterion.JAWS)));
        return rule.build();
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    private @Nullable String asked(Criterion criterion) {
        if (!criteria.contains(criterion) || random.nextInt(10) < 3) {
            return null;
        }
        List<String> values = Objects.requireNonNull(ASKED.get(criterion));
        return values.get(random.nextInt(values.size()));
    }

    /** All that clients may say by these criteria, one with the other; what cannot be said together left out. */
    List<UpdateQuery> clients() {
        List<Map<Criterion, @Nullable Object>> all = new ArrayList<>();
        all.add(new EnumMap<>(Criterion.class));
        for (Criterion criterion : criteria) {
            List<Map<Criterion, @Nullable Object>> longer = new ArrayList<>();
            for (Map<Criterion, @Nullable Object> start : all) {
                for (Object value : Objects.requireNonNull(SAID.get(criterion))) {
                    Map<Criterion, @Nullable Object> client = new EnumMap<>(start);
                    client.put(criterion, value);
                    longer.add(client);
                }
            }
            all = longer;
        }
        return all.stream()
                .map(SmallWorld::query)
                .filter(query -> !"PPC".equals(query.headerArchitecture())
                        || query.buildTarget().startsWith("Darwin"))
                .toList();
    }

    private static UpdateQuery query(Map<Criterion, @Nullable Object> says) {
        QueryBuilder query = QueryBuilder.aQuery().withMemory(null).withJaws(null);
        says.forEach((criterion, value) -> {
            switch (criterion) {
                case PRODUCT -> query.ofProduct((String) value);
                case BUILD_TARGET -> query.onBuildTarget((String) value);
                case HEADER_ARCHITECTURE -> query.withHeaderArchitecture((String) value);
                case DIST_VERSION -> query.withDistVersion((String) value);
                case CHANNEL -> query.onChannel((String) value);
                case VERSION -> query.atVersion((String) value);
                case BUILD_ID -> query.withBuildId((String) value);
                case MEMORY -> query.withMemory((Integer) value);
                case OS_VERSION -> query.onOsVersion((String) value);
                case INSTRUCTION_SET -> query.withInstructionSet((String) value);
                case DISTRIBUTION -> query.inDistribution((String) value);
                case LOCALE -> query.inLocale((String) value);
                case MIG64 -> query.withMig64((Boolean) value);
                case JAWS -> query.withJaws((Boolean) value);
            }
        });
        return query.build();
    }

    static boolean fails(RuleSet rules, UpdateQuery client) {
        return rules.evaluate(client).error() != null;
    }

    /** Returns the rule that decides; null where none does, or where the client gets an error. */
    static @Nullable Rule decided(RuleSet rules, UpdateQuery client) {
        try {
            return rules.firstMatch(client);
        } catch (BadQueryException | UnanswerableException failure) {
            return null;
        }
    }
}
