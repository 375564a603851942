package dev.rehearsal.stories;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.Enactor;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several people at work on one database; product is always Firefox. */
final class Office {

    static final String PRODUCT = "Firefox";

    final TestDatabase database;
    final ChangeSets sets;
    final EnactmentService enactment;
    private final SignoffService signoffs;
    private final TestVerdicts verdicts;
    private final Enactor enactor;
    private final TestClock clock;
    private final SnapshotKeeper snapshots;

    Office(TestDatabase database) {
        this.database = database.emptied();
        database.admin(TestDatabase.WRITER);
        this.sets = database.bean(ChangeSets.class);
        this.enactment = database.bean(EnactmentService.class);
        this.signoffs = database.bean(SignoffService.class);
        this.verdicts = database.bean(TestVerdicts.class);
        this.enactor = database.bean(Enactor.class);
        this.clock = database.bean(TestClock.class);
        this.snapshots = database.bean(SnapshotKeeper.class);
    }

    /** Somebody who may write rules and releases, and enact, and holds these roles. */
    Office with(String person, String... roles) {
        PeopleStore people = database.bean(PeopleStore.class);
        database.write(entry -> {
            for (PermissionName permission : List.of(
                    PermissionName.RULE,
                    PermissionName.RELEASE,
                    PermissionName.PINNABLE_RELEASE,
                    PermissionName.CHANNEL_MAPPING,
                    PermissionName.SCHEDULED_CHANGE)) {
                people.put(entry, person, new Permission(permission, Set.of(), Set.of(), 1));
            }
            Arrays.stream(roles).forEach(role -> people.addRole(entry, person, new Role(role)));
            return entry;
        });
        return this;
    }

    void loses(String person, PermissionName permission) {
        database.write(entry -> {
            database.bean(PeopleStore.class).remove(entry, person, permission);
            return entry;
        });
    }

    Office requires(String channel, String role, int count) {
        database.write(entry -> {
            // As in a dataset: whoever is the author, too few may be left to sign.
            database.bean(RequiredSignoffs.class)
                    .importAll(
                            entry, List.of(new RequiredSignoff(PRODUCT, channel, new Role(role), count, 1)), List.of());
            return entry;
        });
        return this;
    }

    Office gate(String liveChannel, String role, int passes, String... testChannels) {
        database.write(entry -> {
            database.bean(Gates.class)
                    .importAll(
                            entry,
                            List.of(new Gate(
                                    0, PRODUCT, liveChannel, new Role(role), passes, List.of(testChannels), 1)));
            return entry;
        });
        return this;
    }

    Office maps(String liveChannel, String testChannel, Scope scope) {
        database.write(entry -> database.bean(ChannelMappings.class)
                .add(entry, new MappingProposal(null, liveChannel, testChannel, scope)));
        return this;
    }

    /** Directly, as somebody who may do everything, before the story begins. */
    Office live(Proposal... changes) {
        enactment.enactAtOnce(TestDatabase.WRITER, "What is live", List.of(changes));
        return this;
    }

    Instant hour(int hour) {
        return TestClock.START.plus(Duration.ofHours(hour));
    }

    ChangeSetId schedules(String person, int hour, Proposal... changes) {
        return sets.schedule(new Actor(person), "By " + person + " for hour " + hour, hour(hour), List.of(changes))
                .id();
    }

    void edits(String person, ChangeSetId set, Proposal... changes) {
        sets.revise(new Actor(person), set, null, new Revision(null, null, List.of(changes)));
    }

    void directly(String person, Proposal... changes) {
        enactment.enactAtOnce(new Actor(person), "Directly", List.of(changes));
    }

    void signs(String person, ChangeSetId set, String role) {
        signoffs.sign(new Actor(person), set, new Role(role), null);
    }

    void revokes(String person, ChangeSetId set) {
        signoffs.revoke(new Actor(person), set, new Actor(person));
    }

    /** Makes a set live although nobody has tested it, as somebody who may do everything. */
    void breaksTheGlass(ChangeSetId set) {
        enactment.breakGlass(
                TestDatabase.WRITER, set, null, "clients cannot wait", List.of(), Set.of(BreakGlassScope.Over.GATES));
    }

    void passes(String person, String testChannel) {
        vouches(person, testChannel, fingerprintOf(testChannel), Outcome.PASS);
    }

    void fails(String person, String testChannel) {
        vouches(person, testChannel, fingerprintOf(testChannel), Outcome.FAIL);
    }

    void vouches(String person, String testChannel, Fingerprint seen, Outcome outcome) {
        verdicts.give(new Actor(person), new TestVerdicts.Word(testChannel, PRODUCT, seen, outcome, null));
    }

    /** It is that hour, and the enactor looks what is due. */
    void comes(int hour) {
        clock.advance(Duration.between(clock.instant(), hour(hour)));
        enactor.enactDue();
    }

    void enacts(String person, ChangeSetId set) {
        enactment.enact(new Actor(person), set);
    }

    NodeState state() {
        return snapshots.refresh();
    }

    Readiness standing(ChangeSetId set) {
        return standing(sets.find(set).orElseThrow());
    }

    /** @param set as it is now */
    Readiness standing(ChangeSet set) {
        return database.bean(ReadinessOverview.class).of(state(), set);
    }

    List<String> obstacles(ChangeSetId set) {
        return standing(set).obstacles().stream()
                .map(obstacle -> obstacle.sentence())
                .toList();
    }

    boolean isLive(ChangeSetId set) {
        return sets.find(set).orElseThrow().state() instanceof ChangeSet.Enacted;
    }

    Fingerprint fingerprintOf(String testChannel) {
        NodeState state = state();
        ChannelMapping mapping = state.mapping(PRODUCT, testChannel).orElseThrow();
        return Fingerprint.of(state.stages().of(mapping).stage().staged(), contents(), PRODUCT, mapping.liveChannel());
    }

    Fingerprint liveFingerprint(String channel) {
        return Fingerprint.of(state().live(), contents(), PRODUCT, channel);
    }

    /** What the rule maps to on a test channel. */
    @Nullable
    String mapsTo(long rule, String testChannel) {
        NodeState state = state();
        return mapping(state.stages()
                .of(state.mapping(PRODUCT, testChannel).orElseThrow())
                .stage()
                .staged()
                .rules()
                .get(new RuleId(rule)));
    }

    /** What the rule maps to for clients. */
    @Nullable
    String mapsTo(long rule) {
        return mapping(state().live().rules().get(new RuleId(rule)));
    }

    /** As it is live. */
    Rule rule(long id) {
        return Objects.requireNonNull(state().live().rules().get(new RuleId(id)));
    }

    private static @Nullable String mapping(@Nullable Rule rule) {
        return rule == null || rule.mapping() == null ? null : rule.mapping().value();
    }

    private ReleaseContents contents() {
        return database.bean(ReleaseContents.class);
    }
}
