package dev.rehearsal.insight.preview;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.FreezeCalendar;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.GuardHistory;
import dev.rehearsal.enactment.PlanHold;
import dev.rehearsal.insight.impact.Impacts;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.insight.schedule.Agenda;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.BlastRadius;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.ScopedStages;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A state made by hand, and the services that look at it. Whatever is added later is seen by them at once. */
public final class Rehearsed {

    /** When everything here happens. */
    public static final Instant NOW = Instant.parse("2026-11-23T09:42:00Z");

    private final InMemoryContents contents = new InMemoryContents();
    private final Map<RuleId, Rule> rules = new HashMap<>();
    private final Map<ReleaseName, Release> releases = new HashMap<>();
    private final List<ChangeSet> queue = new ArrayList<>();
    private final List<ChannelMapping> mappings = new ArrayList<>();
    private final Map<ChangeSetId, Requirements> lacking = new HashMap<>();
    private final List<ChangeSet> undecided = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<FreezeWindow> windows = new ArrayList<>();
    private final Set<ChangeSetId> againstRails = new HashSet<>();
    private final Map<ChangeSetId, PlanHold> holds = new HashMap<>();
    private final Map<Actor, Person> testers = new HashMap<>();
    private final Set<Shutoffs.Key> stopped = new HashSet<>();
    private final TestChannelPreviews tables = new TestChannelPreviews(this::state, contents);
    private @Nullable NodeState current;
    private long version;
    private long changes;

    public static Rehearsed nothing() {
        return new Rehearsed();
    }

    /** Rules of Firefox on release, its test channel release-cdntest, and three sets in the queue. */
    public static Rehearsed shipping150() {
        return release149()
                .set(1, "Ship 150.0", 4)
                .edits(
                        204,
                        Map.of(
                                RuleField.MAPPING, "Firefox-150",
                                RuleField.FALLBACK_MAPPING, "Firefox-149",
                                RuleField.BACKGROUND_RATE, 25))
                .set(2, "Watershed for < 140", 5)
                .adds(RuleBuilder.aRule()
                        .withId(1413)
                        .withPriority(300)
                        .forProduct("Firefox")
                        .forChannel("release")
                        .forVersion("<140.0")
                        .mapsTo("Firefox-140"))
                .removes(311)
                .set(3, "Raise to 50 %", 24)
                .edits(204, RuleField.BACKGROUND_RATE, 50);
    }

    /** Returns a world with nothing in the queue. */
    public static Rehearsed release149() {
        return nothing()
                .release("Firefox-128", "128.0")
                .release("Firefox-140", "140.0")
                .release("Firefox-149", "149.0")
                .release("Firefox-150", "150.0")
                .rule(aFirefoxRule(204)
                        .withAlias("firefox-release")
                        .withPriority(90)
                        .mapsTo("Firefox-149")
                        .withComment("Main rule of release"))
                .rule(aFirefoxRule(311)
                        .withPriority(120)
                        .forVersion("<128.0")
                        .forChannel("release*")
                        .mapsTo("Firefox-128"))
                .rule(aFirefoxRule(877)
                        .withPriority(100)
                        .forLocale("ja,ja-JP-mac")
                        .mapsTo("Firefox-149"))
                .mapping("Firefox", "release", "release-cdntest");
    }

    public static RuleBuilder aFirefoxRule(long id) {
        return RuleBuilder.aRule().withId(id).forProduct("Firefox").forChannel("release");
    }

    public Rehearsed rule(RuleBuilder builder) {
        Rule rule = builder.build();
        rules.put(rule.id(), rule);
        return moved();
    }

    /** A release of Firefox with file URLs of their own for each test channel. */
    public Rehearsed release(String name, String appVersion) {
        ReleaseName key = new ReleaseName(name);
        releases.put(
                key,
                new Release(key, "Firefox", false, 1, manifest(name, appVersion).content()));
        return moved();
    }

    private Manifest manifest(String name, String appVersion) {
        return manifest(name, appVersion, "release-cdntest", "test", "*", "download");
    }

    /** @param hosts channel, host, channel, host… */
    private Manifest manifest(String name, String appVersion, String... hosts) {
        List<String> urls = new ArrayList<>();
        for (int at = 0; at < hosts.length; at += 2) {
            urls.add("\"%s\": {\"completes\": {\"*\": \"https://%s.example/%s\"}}"
                    .formatted(hosts[at], hosts[at + 1], name));
        }
        return contents.put(name, """
                {"schema_version": 9, "hashFunction": "sha512",
                 "appVersion": "%1$s", "displayVersion": "%1$s",
                 "updateLine": [{"for": {}, "fields": {"type": "minor"}}],
                 "fileUrls": {%2$s},
                 "platforms": {"WINNT_x86_64-msvc": {"locales": {"en-US": {"buildID": "20260601000000",
                    "completes": [{"from": "*", "filesize": 1, "hashValue": "aa"}]}}}}}
                """.formatted(appVersion, String.join(", ", urls)));
    }

    /** A release that lists a file, but has a URL for it on this channel alone. */
    public Rehearsed releaseOnlyFor(String channel, String name, String appVersion) {
        ReleaseName key = new ReleaseName(name);
        releases.put(
                key,
                new Release(
                        key,
                        "Firefox",
                        false,
                        1,
                        manifest(name, appVersion, channel, "only").content()));
        return moved();
    }

    public Rehearsed mapping(@Nullable String product, String live, String test) {
        return mapping(product, live, test, new Scope.WholeQueue());
    }

    public Rehearsed mapping(@Nullable String product, String live, String test, Scope scope) {
        mappings.removeIf(mapping -> Objects.equals(mapping.product(), product)
                && mapping.testChannel().equals(test));
        mappings.add(new ChannelMapping(mappings.size() + 1, product, live, test, scope, 1));
        return moved();
    }

    public Rehearsed stopped(String product, String channel) {
        stopped.add(new Shutoffs.Key(product, channel));
        return moved();
    }

    /** A set by ada; what follows goes into it. */
    public Rehearsed set(long id, String title, long hoursFromNow) {
        queue.add(new ChangeSet(
                new ChangeSetId(id),
                title,
                new Actor("ada"),
                NOW,
                NOW.plus(Duration.ofHours(hoursFromNow)),
                new ChangeSet.Pending(),
                List.of(),
                Map.of(),
                null,
                NOW,
                1));
        return moved();
    }

    /** The last set was due and could not go. */
    public Rehearsed disarmed(String reason) {
        undecided.add(queue.removeLast().in(new ChangeSet.Disarmed(reason, NOW)));
        return moved();
    }

    public Rehearsed withdrawn(long set) {
        queue.removeIf(pending -> pending.id().value() == set);
        return moved();
    }

    public Rehearsed edits(long rule, RuleField field, Object becomes) {
        return edits(rule, Map.of(field, becomes));
    }

    /** The author sees what is live and staged now. */
    public Rehearsed edits(long rule, Map<RuleField, Object> values) {
        RuleId id = new RuleId(rule);
        Rule staged = Objects.requireNonNull(
                Stage.of(tables(), queued(), contents).staged().rules().get(id));
        Rule live = rules.getOrDefault(id, staged);
        Map<RuleField, FieldEdit> fields = new EnumMap<>(RuleField.class);
        values.forEach((field, value) -> fields.put(field, new FieldEdit(value, field.read(live), field.read(staged))));
        return change(new Change.RuleEdit(nextChange(), id, fields));
    }

    public Rehearsed adds(RuleBuilder rule) {
        return change(new Change.RuleAddition(nextChange(), rule.build()));
    }

    public Rehearsed addsRelease(String name, String appVersion) {
        return change(new Change.ReleaseAddition(
                nextChange(), new ReleaseName(name), "Firefox", false, manifest(name, appVersion)));
    }

    public Rehearsed removes(long rule) {
        RuleId id = new RuleId(rule);
        return change(new Change.RuleRemoval(nextChange(), id, List.of(Objects.requireNonNull(rules.get(id)))));
    }

    private ChangeId nextChange() {
        return new ChangeId(++changes);
    }

    private Rehearsed change(Change change) {
        ChangeSet last = queue.removeLast();
        List<Change> all = new ArrayList<>(last.changes());
        all.add(change);
        queue.add(new ChangeSet(
                last.id(),
                last.title(),
                last.author(),
                last.createdAt(),
                last.due(),
                last.state(),
                all,
                Map.of(),
                null,
                NOW,
                1));
        return moved();
    }

    private Rehearsed moved() {
        current = null;
        version++;
        return this;
    }

    private Tables tables() {
        return Tables.of(rules, releases, new Pins(Map.of()));
    }

    private List<QueuedSet> queued() {
        return queue.stream().map(ChangeSet::queued).toList();
    }

    public NodeState state() {
        NodeState known = current;
        if (known == null) {
            Tables live = tables();
            known = new NodeState(
                    new SnapshotVersion(version, version),
                    live,
                    List.copyOf(queue),
                    List.copyOf(mappings),
                    new ScopedStages(live, queued(), contents),
                    new Shutoffs(Set.copyOf(stopped)),
                    new ApprovalContext(
                                    testers,
                                    new SignoffPolicy(List.of(), List.of()),
                                    gates,
                                    mappings,
                                    List.of(),
                                    Map.of(),
                                    GuardHistory.NONE)
                            .with(FreezeCalendar.around(windows, NOW))
                            .holding(holds));
            current = known;
        }
        return known;
    }

    public ReleaseContents contents() {
        return contents;
    }

    public TestChannelPreviews stagedTables() {
        return tables;
    }

    public Previews previews() {
        return new Previews(tables, findings());
    }

    private ChannelFindings findings() {
        return new ChannelFindings(tables, contents, (state, set) -> List.of());
    }

    public ChannelOverview overview() {
        return new ChannelOverview(tables, findings(), contents);
    }

    /** A pending set lacks signoffs. */
    public Rehearsed lacks(long set, String role, int count) {
        lacking.merge(new ChangeSetId(set), Requirements.of(new Role(role), count), Requirements::and);
        return moved();
    }

    /** Somebody who can sign or test in this role. */
    public Rehearsed holder(String person, String role) {
        testers.put(new Actor(person), new Person(person, Map.of(), Set.of(new Role(role)), false));
        return moved();
    }

    /** Somebody of this role has to pass what is to go live on the release channel of Firefox; the tester holds it. */
    public Rehearsed gated(Actor tester, Role role) {
        gates.add(new Gate(gates.size() + 1, "Firefox", "release", role, 1, List.of(), 1));
        testers.put(tester, new Person(tester.name(), Map.of(), Set.of(role), false));
        return moved();
    }

    /** Nothing goes live on the release channel of Firefox but on Sundays. */
    public Rehearsed frozen() {
        windows.add(new FreezeWindow(
                1,
                "Firefox",
                "release",
                FreezeWindow.Effect.DENY,
                "0 0 0 * * MON",
                Duration.ofDays(6),
                ZoneId.of("UTC"),
                "Working days",
                1));
        return moved();
    }

    /** A guard rail keeps this set back. */
    public Rehearsed againstRails(int set) {
        againstRails.add(new ChangeSetId(set));
        return moved();
    }

    /** This set is a step that its rollout has not let go. */
    public Rehearsed notLetGo(int set) {
        holds.put(new ChangeSetId(set), new PlanHold(1, false, "the step before it is not live"));
        return moved();
    }

    public Agenda agenda(StateTestStatus tested) {
        return new Agenda(
                tables,
                overview(),
                state -> set -> lacking.getOrDefault(set.id(), Requirements.NONE),
                state -> set -> againstRails.contains(set.id()),
                tested,
                () -> undecided);
    }

    public Questions questions() {
        return new Questions(tables, answers(), contents);
    }

    public BlastRadius radius() {
        return new BlastRadius(answers(), contents);
    }

    /** @param asked on the release channel of Firefox, in the last day */
    public Impacts impacts(Optional<Population> asked) {
        return impacts(() -> asked);
    }

    /** @param asked as it is known each time */
    public Impacts impacts(Supplier<Optional<Population>> asked) {
        return new Impacts(
                tables,
                contents,
                answers(),
                (where, back) -> asked.get()
                        .filter(population -> where.equals(population.where()))
                        .filter(population -> back.equals(TrafficSamples.DAY)),
                _ -> Map.of(),
                Clock.fixed(NOW, ZoneId.of("UTC")),
                Runnable::run,
                (_, _, _) -> {});
    }

    private static UpdateAnswers answers() {
        return new UpdateAnswers(UrlPolicy.OPEN, true, () -> 0);
    }
}
