package dev.rehearsal.mirror;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.MirroredPeople;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.dataset.RuleSheet;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.mirror.store.FetchedStore;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An installation that follows a stand-in for a Balrog, and what both hold, in one form. */
final class Followed implements AutoCloseable {

    final TestDatabase database;
    final BalrogStandIn source;
    private final String token;
    private final Duration patience;
    private Mirror mirror;

    private Followed(TestDatabase database, BalrogStandIn source, String token, Duration patience) {
        this.database = database;
        this.source = source;
        this.token = token;
        this.patience = patience;
        this.mirror = mirror();
    }

    static Followed of(BalrogState state) {
        return of(state, path -> null);
    }

    static Followed of(BalrogState state, Function<String, BalrogStandIn.@Nullable Instead> before) {
        return of(state, before, "a-token", Duration.ofSeconds(20));
    }

    static Followed of(
            BalrogState state,
            Function<String, BalrogStandIn.@Nullable Instead> before,
            String token,
            Duration patience) {
        TestDatabase database = TestDatabase.H2.emptied();
        database.bean(FollowedTables.class).read();
        Followed followed = new Followed(database, new BalrogStandIn(state, before), token, patience);
        followed.tables().begin(followed.source.url(), EnumSet.of(MirroredKind.RULES, MirroredKind.RELEASES));
        return followed;
    }

    FollowedTables tables() {
        return database.bean(FollowedTables.class);
    }

    void look() {
        database.bean(dev.rehearsal.TestClock.class).advance(Duration.ofSeconds(30));
        mirror.look((here, all) -> {});
    }

    /** As after a restart: nothing is remembered but what is stored. */
    void restart() {
        mirror = mirror();
    }

    private Mirror mirror() {
        return mirror(source.url(), token, patience, database::bean);
    }

    /** What an application holds. */
    @FunctionalInterface
    interface Beans {
        <T> T of(Class<T> type);
    }

    static Mirror mirror(String url, String token, Duration patience, Beans beans) {
        FollowOptions options = new FollowOptions(url, token, Duration.ofSeconds(30), 0);
        BalrogClient client = new BalrogClient(options.base(), token, new Throttle(0, time -> {}), patience);
        ReleaseFetch fetch = new ReleaseFetch(client, beans.of(ReleaseWriter.class), beans.of(StoredContents.class));
        return new Mirror(
                new ListingReader(client, options.isPublic()),
                new FetchedReleases(beans.of(FetchedStore.class), fetch),
                fetch,
                new PinCandidates(1_000),
                beans.of(FollowedTables.class),
                beans.of(Rules.class),
                beans.of(Releases.class),
                beans.of(MirroredPeople.class),
                beans.of(DatabaseClock.class));
    }

    @Override
    public void close() {
        source.close();
        database.emptied();
        tables().read();
    }

    /** What is live here, with what must be signed and who may do what. */
    Map<String, String> here() {
        Map<String, String> here = new TreeMap<>();
        database.bean(Rules.class).all().forEach(rule -> here.put("rule " + rule.id(), rule(rule)));
        Releases releases = database.bean(Releases.class);
        releases.all().forEach(release -> {
            here.put("release " + release.name(), release(release));
            boolean second = Objects.requireNonNull(database.bean(FetchedStore.class)
                                    .all()
                                    .get(release.name().value()))
                            .line()
                            .path("api")
                            .asInt()
                    == 2;
            if (second) {
                releases.parts(release.name())
                        .forEach((path, part) ->
                                here.put("part " + release.name() + path, String.valueOf(part.dataVersion())));
            }
        });
        database.bean(PinnedReleases.class)
                .all()
                .forEach(pin -> here.put(
                        "pin %s %s %s".formatted(pin.product(), pin.channel(), pin.version()),
                        pin.mapping() + " " + pin.dataVersion()));
        database.bean(EmergencyShutoffs.class)
                .all()
                .forEach(stop -> here.put(
                        "shutoff %s %s".formatted(stop.product(), stop.channel()),
                        stop.comment() + " " + stop.dataVersion()));
        database.bean(RequiredSignoffs.class)
                .policy()
                .forChannels()
                .forEach(row -> here.put(
                        "requirement %s %s %s".formatted(row.product(), row.channel(), row.role()),
                        row.count() + " " + row.dataVersion()));
        database.bean(RequiredSignoffs.class)
                .policy()
                .forPermissions()
                .forEach(row -> here.put(
                        "requirement %s %s".formatted(row.product(), row.role()),
                        row.count() + " " + row.dataVersion()));
        database.bean(MirroredPeople.class).all().forEach(person -> {
            here.put("person " + person.name(), person.sortedRoles().toString());
            person.permissions()
                    .values()
                    .forEach(held -> here.put(
                            "permission " + person.name() + " " + held.name().wireName(),
                            PermissionOptions.write(held) + " " + held.dataVersion()));
        });
        return here;
    }

    /** What the stand-in's tables hold, in that form. */
    Map<String, String> there() {
        BalrogState state = source.state;
        Map<String, String> there = new TreeMap<>();
        state.rules.forEach((id, row) -> there.put("rule " + id, canonical(row)));
        state.first.forEach((name, row) -> there.put(
                "release " + name,
                release(row.path("product"), row.path("read_only"), row.path("data_version"), row.path("blob"))));
        state.second.forEach((name, row) -> {
            there.put(
                    "release " + name,
                    release(
                            row.path("product"),
                            row.path("read_only"),
                            row.path("parts").path(".").path("data_version"),
                            BalrogState.blob(row)));
            row.path("parts")
                    .properties()
                    .forEach(part -> there.put(
                            "part " + name + part.getKey(),
                            part.getValue().path("data_version").asString()));
        });
        state.pins
                .values()
                .forEach(row -> there.put(
                        "pin " + words(row, "product", "channel", "version"), words(row, "mapping", "data_version")));
        state.shutoffs
                .values()
                .forEach(row -> there.put(
                        "shutoff " + words(row, "product", "channel"), words(row, "comment", "data_version")));
        state.requirements
                .values()
                .forEach(row -> there.put(
                        "requirement " + words(row, "product", "channel", "role"),
                        words(row, "signoffs_required", "data_version")));
        state.permissionRequirements
                .values()
                .forEach(row -> there.put(
                        "requirement " + words(row, "product", "role"),
                        words(row, "signoffs_required", "data_version")));
        state.people.forEach((name, row) -> {
            TreeSet<String> roles = new TreeSet<>();
            row.path("roles").forEach(role -> roles.add(role.path("role").asString()));
            there.put("person " + name, roles.toString());
            row.path("permissions")
                    .properties()
                    .forEach(held -> there.put(
                            "permission " + name + " " + held.getKey(),
                            options(held.getKey(), held.getValue().path("options")) + " "
                                    + held.getValue().path("data_version").asInt()));
        });
        return there;
    }

    /** What waits here: due times, authors and signoffs. */
    Map<String, String> waitingHere() {
        Map<String, String> waiting = new TreeMap<>();
        Map<Long, ChangeSet> sets = new TreeMap<>();
        database.bean(ChangeQueue.class)
                .pending()
                .forEach(set -> sets.put(set.id().value(), set));
        database.rows("select source, set_id from mirrored_sets").forEach(row -> {
            Number id = (Number) Objects.requireNonNull(row.get("set_id"));
            ChangeSet set = Objects.requireNonNull(sets.remove(id.longValue()));
            TreeMap<String, String> signed = new TreeMap<>();
            database.bean(Signoffs.class)
                    .of(set.id())
                    .forEach(given -> signed.put(given.by().name(), given.role().name()));
            waiting.put(
                    String.valueOf(row.get("source")),
                    "%d %s %s".formatted(set.due().toEpochMilli(), set.author(), signed));
        });
        sets.values().forEach(set -> waiting.put("of nobody " + set.id(), set.title()));
        return waiting;
    }

    Map<String, String> waitingThere() {
        Map<String, String> waiting = new TreeMap<>();
        source.state
                .scheduled
                .keySet()
                .forEach(kind -> source.state.waiting(kind).forEach(row -> {
                    TreeMap<String, String> signed = new TreeMap<>();
                    row.path("signoffs")
                            .properties()
                            .forEach(given ->
                                    signed.put(given.getKey(), given.getValue().asString()));
                    waiting.put(
                            kind + "/" + (kind.equals("v2") ? row.path("name") : row.path("sc_id")).asString(),
                            "%d %s %s"
                                    .formatted(
                                            row.path("when").asLong(),
                                            row.path("scheduled_by").asString(),
                                            signed));
                }));
        return waiting;
    }

    /** The rules, by what they say, and the contents of releases once all that waits here has gone live. */
    Map<String, String> stagedHere() {
        Tables staged = database.bean(SnapshotKeeper.class)
                .refresh()
                .stages()
                .wholeQueue()
                .staged();
        Map<String, String> all = new TreeMap<>();
        staged.rules()
                .values()
                .forEach(rule -> all.merge(
                        "rule "
                                + canonical(
                                        BalrogState.JSON.valueToTree(RuleSheet.row(rule)), "rule_id", "data_version"),
                        "1",
                        String::concat));
        staged.releases()
                .values()
                .forEach(release -> all.put(
                        "release " + release.name(),
                        new String(
                                CanonicalJson.bytes(
                                        database.bean(StoredContents.class).json(release.content())),
                                StandardCharsets.UTF_8)));
        staged.pins().releases().forEach((key, name) -> all.put(key.toString(), name.value()));
        return all;
    }

    /** What the stand-in would hold, had it enacted all. */
    Map<String, String> stagedThere() {
        BalrogState later = source.state.copy();
        new Enacting(later).all();
        Map<String, String> all = new TreeMap<>();
        later.rules
                .values()
                .forEach(row -> all.merge("rule " + canonical(row, "rule_id", "data_version"), "1", String::concat));
        later.first.forEach((name, row) ->
                all.put("release " + name, new String(CanonicalJson.bytes(row.path("blob")), StandardCharsets.UTF_8)));
        later.second.forEach((name, row) -> all.put(
                "release " + name, new String(CanonicalJson.bytes(BalrogState.blob(row)), StandardCharsets.UTF_8)));
        later.pins
                .values()
                .forEach(row -> all.put(
                        "pin %s of %s %s"
                                .formatted(
                                        row.path("version").asString(),
                                        row.path("product").asString(),
                                        row.path("channel").asString()),
                        row.path("mapping").asString()));
        return all;
    }

    private static String rule(Rule rule) {
        return canonical(BalrogState.JSON.valueToTree(RuleSheet.row(rule)));
    }

    private static String canonical(JsonNode row, String... without) {
        tools.jackson.databind.node.ObjectNode kept = (tools.jackson.databind.node.ObjectNode) row.deepCopy();
        for (String column : without) {
            kept.remove(column);
        }
        return new String(CanonicalJson.bytes(kept), StandardCharsets.UTF_8);
    }

    private String release(Release release) {
        JsonNode blob = database.bean(StoredContents.class).json(release.content());
        return release(
                BalrogState.JSON.getNodeFactory().stringNode(release.product()),
                BalrogState.JSON.getNodeFactory().booleanNode(release.readOnly()),
                BalrogState.JSON.getNodeFactory().numberNode(release.dataVersion()),
                blob);
    }

    private static String release(JsonNode product, JsonNode readOnly, JsonNode version, JsonNode blob) {
        return "%s %s %s %s"
                .formatted(
                        product.asString(),
                        readOnly.asBoolean(),
                        version.asInt(),
                        new String(CanonicalJson.bytes(blob), StandardCharsets.UTF_8));
    }

    private static String options(String permission, JsonNode options) {
        PermissionName name = PermissionName.named(permission).orElseThrow();
        return PermissionOptions.write(
                        options.isString()
                                ? PermissionOptions.parse(name, options.asString(), 1)
                                : PermissionOptions.read(name, options, 1))
                .toString();
    }

    private static String words(JsonNode row, String... columns) {
        StringBuilder words = new StringBuilder();
        for (String column : columns) {
            words.append(words.isEmpty() ? "" : " ").append(row.path(column).asString());
        }
        return words.toString();
    }

    /** Returns what differs, key by key. */
    static List<String> differences(Map<String, String> here, Map<String, String> there) {
        TreeSet<String> keys = new TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(here.get(key), there.get(key)))
                .map(key -> "%s: here %s, there %s".formatted(key, here.get(key), there.get(key)))
                .toList();
    }
}
