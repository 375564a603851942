package dev.rehearsal.probe.adoption;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule table as years of work by hand leave it: two thirds are live rules, the others copies of them for test channels.
 * Makes copies of rules by hand: one in twenty has drifted in one column, and some are left over whose live rule is gone. Any two live rules
 * of a channel differ in two columns at least, so that it is certain which is copied.
 */
final class ByHand {

    static final List<ChannelPair> CHANNELS = channels();

    private static final int RELEASES = 40;
    private static final List<String> TARGETS =
            List.of("WINNT_x86_64-msvc", "WINNT_x86-msvc", "Linux_x86_64-gcc3", "Darwin_x86_64-gcc3");
    private static final List<String> LOCALES =
            List.of("de", "en-US", "fr", "ja", "pt-BR", "ru", "zh-CN", "it", "pl", "nl");
    private static final List<RuleField> IN_ONE_COLUMN = List.of(
            RuleField.PRIORITY,
            RuleField.MAPPING,
            RuleField.VERSION,
            RuleField.BUILD_TARGET,
            RuleField.BUILD_ID,
            RuleField.LOCALE,
            RuleField.OS_VERSION,
            RuleField.MEMORY,
            RuleField.DISTRIBUTION);

    private final Random random;
    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Rule> rules = new ArrayList<>();
    /** By the id of a copy. */
    final Map<RuleId, RuleId> liveOf = new HashMap<>();

    final Map<RuleId, RuleField> drifted = new HashMap<>();
    final Set<RuleId> leftOver = new HashSet<>();
    final Set<RuleId> withoutCopy = new HashSet<>();

    ByHand(int size, long seed) {
        this.random = new Random(seed);
        int copies = size / 3;
        int left = copies / 50;
        for (int i = 0; i < size - copies; i++) {
            Rule live = live();
            rules.add(live);
            withoutCopy.add(live.id());
        }
        List<Rule> live = new ArrayList<>(rules);
        Collections.shuffle(live, random);
        for (int i = 0; i < copies; i++) {
            rules.add(i < left ? leftOver(pairOf(live.get(i))) : copyOf(live.get(i)));
        }
    }

    private static List<ChannelPair> channels() {
        List<ChannelPair> channels = new ArrayList<>();
        for (String product : List.of("Firefox", "Thunderbird", "Pinebuild")) {
            channels.add(new ChannelPair(product, "release", "release-cdntest"));
            channels.add(new ChannelPair(product, "beta", "betatest"));
            channels.add(new ChannelPair(product, "esr", "esr-localtest"));
        }
        return List.copyOf(channels);
    }

    /** Writes all of it, with the releases that rules map to, into an empty database. */
    ByHand into(TestDatabase database) {
        database.bean(EnactmentService.class)
                .enactAtOnce(
                        TestDatabase.WRITER,
                        "Releases",
                        IntStream.range(0, RELEASES).mapToObj(ByHand::release).toList());
        database.write(entry -> {
            database.bean(Rules.class).importAll(entry, rules, List.of());
            return entry;
        });
        return this;
    }

    int size() {
        return rules.size();
    }

    private static Proposal release(int number) {
        BlobBuilder blob = BlobBuilder.aRelease(9)
                .with("name", "'R-" + number + "'")
                .with("appVersion", "'" + (100 + number) + ".0'")
                .with("displayVersion", "'" + (100 + number) + "'")
                .with("fileUrls", "{'*': {'completes': {'*': 'https://a.example/" + number + "'}}}")
                .with("platforms", "{}");
        for (String target : TARGETS) {
            StringBuilder locales = new StringBuilder();
            for (String locale : LOCALES) {
                locales.append(locales.isEmpty() ? "" : ",")
                        .append("'%s': {'completes': [{'from': '*', 'filesize': %d, 'hashValue': 'abc'}]}"
                                .formatted(locale, 1000 + number));
            }
            blob.with("platforms/" + target, "{'buildID': '20260101000000', 'locales': {" + locales + "}}");
        }
        return new Proposal.AddRelease(new ReleaseName("R-" + number), "Firefox", false, (ObjectNode) blob.json());
    }

    private Rule live() {
        while (true) {
            Rule rule = candidate();
            List<List<Object>> keys = IN_ONE_COLUMN.stream()
                    .map(without -> IN_ONE_COLUMN.stream()
                            .<Object>map(field -> field == without ? "any" : String.valueOf(field.read(rule)))
                            .toList())
                    .map(columns ->
                            List.<Object>of(String.valueOf(rule.product()), String.valueOf(rule.channel()), columns))
                    .toList();
            if (keys.stream().noneMatch(seen::contains)) {
                seen.addAll(keys);
                return rule;
            }
        }
    }

    private Rule candidate() {
        ChannelPair channels = oneOf(CHANNELS);
        RuleBuilder rule = RuleBuilder.aRule()
                .withId(rules.size() + 1)
                .withAlias(oneIn(3) ? "rule-" + channels.liveChannel() + "-" + rules.size() : null)
                .forProduct(channels.product())
                .forChannel(channels.liveChannel() + (oneIn(12) ? "-cck-partner" + random.nextInt(40) : ""))
                .withPriority(50 + random.nextInt(400))
                .mapsTo("R-" + random.nextInt(RELEASES));
        if (oneIn(3)) {
            rule.forVersion(oneIn(2) ? "<" + version() : oneIn(2) ? ">=" + version() : version() + "," + version());
        }
        if (oneIn(3)) {
            rule.forBuildTarget(oneOf(TARGETS));
        }
        if (oneIn(3)) {
            rule.forLocale(oneOf(LOCALES) + (oneIn(2) ? "," + oneOf(LOCALES) : ""));
        }
        if (oneIn(5)) {
            rule.forOsVersion(oneIn(2) ? "Windows_NT 6.1,Windows_NT 6.2" : "Darwin " + (9 + random.nextInt(15)));
        }
        if (oneIn(4)) {
            rule.forDistribution("partner-" + random.nextInt(200));
        }
        if (oneIn(8)) {
            rule.forBuildId("<2025" + (10 + random.nextInt(3)) + "01000000");
        }
        if (oneIn(10)) {
            rule.forMemory("<=" + 1024 * (1 + random.nextInt(8)));
        }
        if (oneIn(8)) {
            rule.atBackgroundRate(25).fallsBackTo("R-" + random.nextInt(RELEASES));
        }
        return rule.build();
    }

    private static ChannelPair pairOf(Rule live) {
        return CHANNELS.stream()
                .filter(channels -> channels.reachesLive(live))
                .findFirst()
                .orElseThrow();
    }

    private Rule copyOf(Rule live) {
        ChannelPair channels = pairOf(live);
        String channel = String.valueOf(live.channel());
        RuleBuilder copy = RuleBuilder.aRuleLike(live)
                .withId(rules.size() + 1)
                .withComment("by hand")
                .withAlias(
                        live.alias() == null
                                ? null
                                : live.alias().replace(channels.liveChannel(), channels.testChannel()))
                .forChannel(channels.testChannel()
                        + channel.substring(channels.liveChannel().length()));
        RuleId id = new RuleId(rules.size() + 1);
        liveOf.put(id, live.id());
        withoutCopy.remove(live.id());
        if (oneIn(20)) {
            drifted.put(id, drift(copy, live));
        }
        return copy.build();
    }

    /** To a value that no live rule has. */
    private RuleField drift(RuleBuilder copy, Rule live) {
        int own = rules.size();
        return switch (random.nextInt(6)) {
            case 0 -> {
                copy.withPriority(1000 + own);
                yield RuleField.PRIORITY;
            }
            case 1 -> {
                copy.forVersion("<" + (200 + own) + ".0");
                yield RuleField.VERSION;
            }
            case 2 -> {
                copy.forLocale("x" + own);
                yield RuleField.LOCALE;
            }
            case 3 -> {
                copy.forDistribution("drifted-" + own);
                yield RuleField.DISTRIBUTION;
            }
            case 4 -> {
                copy.atBackgroundRate(live.backgroundRate() - 1);
                yield RuleField.BACKGROUND_RATE;
            }
            default -> {
                copy.mapsTo(
                        "R-" + (Integer.parseInt(String.valueOf(live.mapping()).substring(2)) + 1) % RELEASES);
                yield RuleField.MAPPING;
            }
        };
    }

    private Rule leftOver(ChannelPair channels) {
        int own = rules.size();
        RuleId id = new RuleId(own + 1);
        leftOver.add(id);
        return RuleBuilder.aRule()
                .withId(id.value())
                .forProduct(channels.product())
                .forChannel(channels.testChannel())
                .withPriority(10)
                .mapsTo("R-1")
                .forLocale("left-" + own)
                .forDistribution("left-" + own)
                .forOsVersion("Left " + own)
                .build();
    }

    private String version() {
        return (60 + random.nextInt(60)) + ".0";
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
