package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.matching.RuleBuilder.aRule;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Who and what there is in the explored world. */
final class Cast {

    static final String PRODUCT = "Firefox";
    /** Asks for one signoff by {@link #RELENG}. */
    static final String RELEASE = "release";
    /** Has a gate: one pass by {@link #QA}. */
    static final String ESR = "esr";
    /** Is free. */
    static final String NIGHTLY = "nightly";

    static final String PARTNER = "release-cck-acme";
    static final String TEST = "esrtest";

    static final Role RELENG = new Role("releng");
    static final Role QA = new Role("qa");

    /** Two who may do everything, one who only agrees, one who hands out roles and writes rules. */
    static final Actor ANN = new Actor("ann");

    static final Actor BOB = new Actor("bob");
    static final Actor CYD = new Actor("cyd");
    static final Actor DAN = new Actor("dan");

    static final RuleId ON_RELEASE = new RuleId(1);
    static final RuleId ON_ESR = new RuleId(2);
    static final RuleId ON_NIGHTLY = new RuleId(3);

    static final ReleaseName MAIN = new ReleaseName("Main");
    static final ReleaseName SUPER = new ReleaseName("Super");
    static final ReleaseName PART = new ReleaseName("Part");
    static final ReleaseName FREE = new ReleaseName("Free");
    /** Is named by the superblob, and missing. */
    static final ReleaseName LOST = new ReleaseName("Lost");

    static final Pins.Key PIN_ON_RELEASE = new Pins.Key(PRODUCT, RELEASE, "1.");
    static final Pins.Key PIN_ON_NIGHTLY = new Pins.Key(PRODUCT, NIGHTLY, "1.");

    static final InMemoryContents CONTENTS = new InMemoryContents();
    private static final Map<ReleaseName, Manifest> GOOD = new HashMap<>();
    private static final Map<ReleaseName, Manifest> EVIL = new HashMap<>();

    static {
        for (ReleaseName name : List.of(MAIN, PART, FREE, LOST)) {
            GOOD.put(name, CONTENTS.put(name.value(), app("1.0")));
            EVIL.put(name, CONTENTS.put(name.value(), app("6.6.6")));
        }
        GOOD.put(SUPER, CONTENTS.put("Super", "{\"schema_version\": 4000, \"blobs\": [\"Part\", \"Lost\"]}"));
    }

    /** For how many hours a signoff counts, and a PASS. */
    static final int HOURS = 3;

    static final List<Freezes.Span> EVERY_SECOND_HOUR = IntStream.range(0, 20)
            .mapToObj(span -> new Freezes.Span(World.hour(2 * span + 1), World.hour(2 * span + 2)))
            .toList();

    private Cast() {}

    private static String app(String version) {
        String build = "{\"buildID\": \"20250101000000\", \"completes\":"
                + " [{\"from\": \"*\", \"filesize\": 1, \"hashValue\": \"aa\"}]}";
        return """
                {"schema_version": 9, "hashFunction": "sha512", "appVersion": "%1$s", "displayVersion": "%1$s",
                 "updateLine": [{"for": {}, "fields": {"detailsURL": "https://notes.example/%1$s"}}],
                 "fileUrls": {"*": {"completes": {"*": "https://download.example/%%LOCALE%%"}}},
                 "platforms": {"WINNT": {"locales": {"de": %2$s}}}}
                """.formatted(version, build);
    }

    static Manifest good(ReleaseName name) {
        return Objects.requireNonNull(GOOD.get(name));
    }

    static Manifest evil(ReleaseName name) {
        return Objects.requireNonNull(EVIL.get(name));
    }

    /** The base part of what a release becomes in bad hands. */
    static ContentHash evilBase(ReleaseName name) {
        return Objects.requireNonNull(evil(name).parts().get(BlobParts.BASE_PATH));
    }

    static Release row(ReleaseName name, ContentHash content) {
        return new Release(
                name,
                PRODUCT,
                false,
                1,
                content,
                10 + List.of(MAIN, SUPER, PART, FREE).indexOf(name));
    }

    private static Rule rule(RuleId id, String channel, ReleaseName mapping) {
        return aRule().withId(id.value())
                .forProduct(PRODUCT)
                .forChannel(channel)
                .mapsTo(mapping.value())
                .withPriority(100)
                .build();
    }

    /** A free channel serves a superblob to old clients, of which one part is missing. */
    static World world() {
        World world = new World();
        Map<RuleId, Rule> rules = Map.of(
                ON_RELEASE, rule(ON_RELEASE, RELEASE, MAIN),
                ON_ESR, rule(ON_ESR, ESR, MAIN),
                ON_NIGHTLY,
                        aRule().withId(3)
                                .forProduct(PRODUCT)
                                .forChannel(NIGHTLY)
                                .forVersion("<1.0")
                                .mapsTo("Super")
                                .withPriority(100)
                                .build());
        Map<ReleaseName, Release> releases = new TreeMap<>();
        for (ReleaseName name : List.of(MAIN, SUPER, PART, FREE)) {
            releases.put(name, row(name, good(name).content()));
        }
        world.live = Interned.tables(rules, releases, new Pins(Map.of()));
        world.people = Map.of(
                ANN, person(1, ANN, Set.of(PermissionName.ADMIN), true),
                BOB, person(2, BOB, Set.of(PermissionName.ADMIN), true),
                CYD, person(3, CYD, Set.of(), true),
                DAN, person(4, DAN, Set.of(PermissionName.PERMISSION, PermissionName.RULE), false));
        world.policy = new SignoffPolicy(List.of(new RequiredSignoff(PRODUCT, RELEASE, RELENG, 1, 1)), List.of());
        world.gates = List.of(new Gate(1, PRODUCT, ESR, QA, 1, List.of(), 1));
        world.mappings = List.of(new ChannelMapping(1, PRODUCT, ESR, TEST, new Scope.WholeQueue(), 1));
        world.memory = Memory.EMPTY.withLive(
                Map.of(), Map.of(), Set.of(Members.of(world, world.live, ESR).state()), Map.of());
        return world;
    }

    /** As {@link #world}, all of which is what a source shows that is followed. */
    static World followed() {
        World world = world();
        world.following = new FollowState(
                "https://balrog.example/api",
                EnumSet.allOf(MirroredKind.class),
                Instant.EPOCH,
                Instant.EPOCH,
                "the same",
                Instant.EPOCH,
                null,
                null,
                null,
                null);
        return world;
    }

    private static Person person(long id, Actor name, Set<PermissionName> permissions, boolean agrees) {
        Map<PermissionName, Permission> held = new HashMap<>();
        permissions.forEach(permission -> held.put(permission, Permission.unrestricted(permission)));
        RoleGrant first = new RoleGrant(id, new Actor("the installation"), Instant.EPOCH, null);
        return new Person(
                new PersonId(id), name.name(), held, agrees ? Map.of(RELENG, first, QA, first) : Map.of(), false);
    }
}
