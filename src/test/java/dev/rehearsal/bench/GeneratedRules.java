package dev.rehearsal.bench;

import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.UpdateQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rule tables of any size with the make-up of a real one: a few well-known channels hold most rules, in layers. On top
 * rules for old systems, then watersheds, then partners, locales and single builds, at the bottom one main rule.
 *
 * <p>As a table grows it gets more partners, products and partner channels, and more of each kind of rule everywhere,
 * but not more versions, platforms, locales or operating systems than there are. The same seed gives the same table.
 */
public final class GeneratedRules {

    /** What rules are made for and clients ask for: a product on a channel. */
    private record Line(String product, String channel) {}

    private static final List<String> CHANNELS =
            List.of("release", "beta", "esr", "nightly", "aurora", "release-cdntest", "esr-cdntest", "beta-cdntest");
    private static final List<String> TARGETS = List.of(
            "WINNT_x86_64-msvc-x64",
            "WINNT_x86_64-msvc",
            "WINNT_x86-msvc-x64",
            "WINNT_x86-msvc",
            "WINNT_aarch64-msvc-aarch64",
            "Linux_x86_64-gcc3",
            "Linux_x86-gcc3",
            "Darwin_x86_64-gcc3-u-i386-x86_64",
            "Darwin_aarch64-gcc3");
    private static final List<String> LOCALES = List.of(
            "en-US", "de", "fr", "es-ES", "ja", "zh-CN", "zh-TW", "ru", "pl", "it", "pt-BR", "nl", "cs", "hu", "ko",
            "sv-SE", "tr", "uk", "fi", "el");
    private static final List<String> OLD_SYSTEMS = List.of(
            "Windows_NT 5.,Windows_NT 6.0",
            "Windows_NT 6.1 && (x86),Windows_NT 6.2 && (x86)",
            "Windows_NT 6.1,Windows_NT 6.2,Windows_NT 6.3",
            "Darwin 9.,Darwin 10,Darwin 11,Darwin 12",
            "Darwin 15,Darwin 16,Darwin 17,Darwin 18",
            "GTK 2.",
            "Linux 2.6 && GTK 3.0",
            "Linux && libpulse not-available",
            "SunOS");
    private static final List<String> SYSTEMS = List.of(
            "Windows_NT 10.0.0.0.19045 (x64)",
            "Windows_NT 10.0.0.0.22631 (x64)",
            "Windows_NT 6.1.1.0.7601 (x64)",
            "Linux 5.15.0-91-generic (GTK 3.24.33,libpulse 15.99.0)",
            "Darwin 23.1.0",
            "Darwin 17.7.0");
    private static final List<String> INSTRUCTION_SETS =
            List.of("SSE2", "SSE3", "SSSE3", "SSE4_1", "SSE4_2", "AVX", "AVX2");

    private final Random random;
    private final int partners;
    private final List<Line> wellKnown = new ArrayList<>();
    private final List<Line> others = new ArrayList<>();

    private GeneratedRules(int size, long seed) {
        this.random = new Random(seed);
        this.partners = 10 + size / 10;
        for (String product : List.of("Firefox", "Thunderbird")) {
            CHANNELS.forEach(channel -> wellKnown.add(new Line(product, channel)));
        }
        for (String product : List.of("SystemAddons", "GMP", "Widevine", "OpenH264", "Devedition")) {
            others.add(new Line(product, "release"));
            others.add(new Line(product, "nightly"));
        }
        for (int i = 0; i < size / 100; i++) {
            others.add(new Line("Firefox", CHANNELS.get(i % 8) + "-cck-partner" + i));
            others.add(new Line("Product" + i / 5, CHANNELS.get(i % 8)));
        }
    }

    /** Rules with the ids 1 to {@code size}. */
    public static List<Rule> table(int size, long seed) {
        GeneratedRules generated = new GeneratedRules(size, seed);
        List<Rule> rules = new ArrayList<>(size);
        for (int id = 1; id <= size; id++) {
            rules.add(generated.rule().withId(id).build());
        }
        return rules;
    }

    /** What clients ask of the table with the same size and seed; some of it no rule answers. */
    public static List<UpdateQuery> queries(int count, int size, long seed) {
        GeneratedRules generated = new GeneratedRules(size, seed);
        List<UpdateQuery> queries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            queries.add(generated.query());
        }
        return queries;
    }

    private RuleBuilder rule() {
        RuleBuilder rule = RuleBuilder.aRule().mapsTo("Release-" + random.nextInt(500));
        int share = random.nextInt(100);
        if (share < 3) {
            return forVpn(rule);
        } else if (share < 5) {
            return forOldSystem(rule.forProduct(oneIn(2) ? "Firefox" : null), 400);
        }
        Line line = share < 65 ? oneOf(wellKnown) : oneOf(others);
        rule.forProduct(line.product()).forChannel(line.channel() + (oneIn(10) ? "*" : ""));
        return oneIn(4) ? forOldClients(rule) : forSome(rule);
    }

    private RuleBuilder forVpn(RuleBuilder rule) {
        String version = oneIn(3) ? null : "<2." + between(1, 30) + ".0";
        return rule.forProduct("FirefoxVPN")
                .forChannel(oneOf(CHANNELS))
                .forVersion(version)
                .withPriority(between(90, 300));
    }

    private RuleBuilder forOldClients(RuleBuilder rule) {
        if (oneIn(4)) {
            return forOldSystem(rule, 300);
        }
        if (oneIn(3)) {
            rule.forBuildTarget(oneOf(TARGETS));
        }
        if (oneIn(5)) {
            rule.forLocale(locales());
        }
        int watershed = 3 * between(2, 44);
        return rule.forVersion("<" + watershed + ".0").withPriority(300 - watershed);
    }

    private RuleBuilder forOldSystem(RuleBuilder rule, int priority) {
        return rule.forOsVersion(oneOf(OLD_SYSTEMS))
                .forVersion(oneIn(2) ? "<" + version() : null)
                .withPriority(priority + between(0, 50));
    }

    private RuleBuilder forSome(RuleBuilder rule) {
        rule.withPriority(between(100, 160));
        int kind = random.nextInt(20);
        if (kind < 9) {
            return rule.forDistribution(partner() + (oneIn(3) ? "," + partner() : ""));
        } else if (kind < 12) {
            return rule.forLocale(locales()).forVersion(oneIn(2) ? ">=" + version() : null);
        } else if (kind < 14) {
            return rule.forBuildId((oneIn(2) ? "<" : "") + buildId()).forBuildTarget(oneOf(TARGETS));
        } else if (kind < 15) {
            return rule.forVersion(version() + "," + version());
        } else if (kind < 16) {
            return rule.forVersion(between(60, 137) + ".*").forLocale(locales());
        } else if (kind < 18) {
            return rule.forInstructionSet(oneOf(INSTRUCTION_SETS) + "," + oneOf(INSTRUCTION_SETS))
                    .forMemory(oneIn(2) ? "<2048" : null)
                    .forVersion("<" + version());
        }
        return rule.withPriority(90);
    }

    private UpdateQuery query() {
        QueryBuilder query = QueryBuilder.aQuery()
                .withBuildId(buildId())
                .onBuildTarget(oneIn(2) ? TARGETS.getFirst() : oneOf(TARGETS))
                .inLocale(oneIn(3) ? LOCALES.getFirst() : oneOf(LOCALES))
                .onOsVersion(oneIn(2) ? SYSTEMS.getFirst() : oneOf(SYSTEMS))
                .withInstructionSet(oneOf(INSTRUCTION_SETS))
                .withMemory(oneIn(10) ? 1024 : 16384)
                .inDistribution(oneIn(20) ? partner() : "default");
        if (oneIn(30)) {
            return query.ofProduct("FirefoxVPN")
                    .atVersion("2." + between(1, 30) + ".1")
                    .build();
        }
        Line line = oneIn(2) ? wellKnown.getFirst() : oneIn(4) ? oneOf(others) : oneOf(wellKnown);
        query.ofProduct(oneIn(20) ? "Unknown" : line.product());
        query.onChannel(oneIn(20) ? "default" : line.channel());
        return query.atVersion(oneIn(4) ? version() : between(125, 137) + ".0").build();
    }

    private String locales() {
        StringBuilder locales = new StringBuilder(oneOf(LOCALES));
        while (oneIn(3)) {
            locales.append(',').append(oneOf(LOCALES));
        }
        return locales.toString();
    }

    private String version() {
        return between(5, 138) + (oneIn(4) ? ".0." + between(1, 3) : ".0");
    }

    private String buildId() {
        return String.format("20%02d%02d%02d100000", between(15, 25), between(1, 13), between(1, 29));
    }

    private String partner() {
        return "partner-" + random.nextInt(partners);
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private int between(int low, int end) {
        return random.nextInt(low, end);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
