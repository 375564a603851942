package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small tables in which a few names, channels and products meet in all kinds of ways. */
public final class GeneratedState {

    public static final List<String> PRODUCTS = List.of("Firefox", "Thunderbird", "GMP", "OpenH264", "Guardian");

    private static final int RELEASES = 8;

    private final Chance chance;
    private final InMemoryContents contents;
    private final GeneratedBlobs blobs;

    public GeneratedState(Chance chance, InMemoryContents contents) {
        this.chance = chance;
        this.contents = contents;
        this.blobs = new GeneratedBlobs(chance);
    }

    /** Each release exists; rules that were imported may name others, and may not be judgeable. */
    public Tables tables() {
        Map<ReleaseName, Release> releases = new HashMap<>();
        for (int i = 0; i < RELEASES; i++) {
            Release release = release("R" + i);
            releases.put(release.name(), release);
        }
        boolean imported = chance.oneIn(5);
        Map<RuleId, Rule> rules = new HashMap<>();
        for (long id = 1; id <= chance.between(4, 16); id++) {
            RuleBuilder rule = rule(id).withAlias(chance.oneIn(4) ? "alias-" + id : null);
            rules.put(new RuleId(id), (imported ? asImported(rule) : rule).build());
        }
        Map<Pins.Key, ReleaseName> pins = new HashMap<>();
        while (chance.oneIn(2)) {
            pins.put(pin(), new ReleaseName(releaseName(chance)));
        }
        return Tables.of(rules, releases, new Pins(Map.copyOf(pins)));
    }

    private RuleBuilder asImported(RuleBuilder rule) {
        return switch (chance.between(0, 8)) {
            case 0 -> rule.mapsTo(null);
            case 1 -> rule.mapsTo("Nowhere");
            case 2, 3, 4 -> rule.forVersion(chance.oneOf("not.a.version", "36", "<x", "neither"));
            case 5 -> rule.forMemory("much");
            default -> rule;
        };
    }

    RuleBuilder rule(long id) {
        RuleBuilder rule = RuleBuilder.aRule()
                .withId(id)
                .withPriority(chance.between(1, 6) * 10)
                .mapsTo(releaseName(chance))
                .atBackgroundRate(chance.oneOf(100, 100, 100, 50, 0))
                .asUpdateType(chance.oneOf(UpdateType.values()))
                .forProduct(product())
                .forChannel(channel());
        if (chance.oneIn(3)) {
            rule.fallsBackTo(releaseName(chance));
        }
        return criteria(rule);
    }

    private RuleBuilder criteria(RuleBuilder rule) {
        switch (chance.between(0, 12)) {
            case 0, 1, 2 -> rule.forVersion(chance.oneOf("<100.0", ">=100.0", "100.0", "99.0,101.0", "100.*"));
            case 3, 4 -> rule.forLocale(chance.oneOf("de", "de,en-US", "en-US"));
            case 5, 6 -> rule.forBuildTarget(chance.oneOf("WINNT", "WINNT-x64"));
            case 7 -> rule.forBuildId("<" + GeneratedBlobs.buildId(chance));
            case 8 -> rule.forOsVersion(chance.oneOf("Windows_NT 10", "Linux"));
            case 9 -> rule.forMemory(chance.oneOf("<2048", ">4096"));
            case 10 -> rule.forHeaderArchitecture("PPC");
            default -> {}
        }
        return rule;
    }

    Release release(String name) {
        return release(name, blobs.blob());
    }

    Release release(String name, String blob) {
        return new Release(
                new ReleaseName(name),
                chance.oneOf(PRODUCTS),
                chance.oneIn(8),
                chance.between(1, 4),
                contents.put(name, blob).content());
    }

    Pins.Key pin() {
        return new Pins.Key(
                chance.oneOf(PRODUCTS), chance.oneOf("release", "release", "beta"), chance.oneOf("99.", "100."));
    }

    @Nullable
    String product() {
        return chance.oneIn(6)
                ? null
                : chance.oneOf("Firefox", "Firefox", "Firefox", "Thunderbird", "GMP", "OpenH264", "Guardian");
    }

    @Nullable
    String channel() {
        return chance.oneOf(
                null,
                "release",
                "release",
                "release",
                "release",
                "release",
                "release*",
                "rel*",
                "release-cck-acme",
                "release-cck-other",
                "release-cck-a*",
                "release-cck-*",
                "release-*",
                "release-cdntest",
                "r*",
                "beta",
                "beta*");
    }

    GeneratedBlobs blobs() {
        return blobs;
    }

    static String releaseName(Chance chance) {
        return "R" + chance.between(0, RELEASES);
    }
}
