package dev.rehearsal;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.enactment.rail.BackgroundRailJudge;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A team at work on Firefox: rule 1 "main" serves R1 on release, rule 2 serves R1 on beta; R2 and R3 are there, too.
 * ada writes; release needs releng (ada, dmitri) and relman (ben). release-cdntest shows release. greta may do anything,
 * zoe nothing.
 */
public final class Office {

    public static final String ADA = "ada";
    public static final String BEN = "ben";
    public static final String CHIOMA = "chioma";
    public static final String DMITRI = "dmitri";
    public static final String GRETA = "greta";
    public static final String ZOE = "zoe";

    public static final Role RELENG = new Role("releng");
    public static final Role RELMAN = new Role("relman");
    public static final Role QA = new Role("qa");

    public final TestDatabase database;
    public final ChangeSets changeSets;
    public final EnactmentService enactment;

    public Office(TestDatabase database) {
        this.database = database.emptied();
        database.admin(TestDatabase.WRITER);
        this.changeSets = database.bean(ChangeSets.class);
        this.enactment = database.bean(EnactmentService.class);
        database.write(entry -> {
            PeopleStore people = database.bean(PeopleStore.class);
            for (PermissionName name : List.of(PermissionName.RULE, PermissionName.RELEASE)) {
                people.put(entry, ADA, new Permission(name, Set.of(), Set.of(), 1));
                people.put(entry, DMITRI, new Permission(name, Set.of(), Set.of(), 1));
            }
            people.put(entry, BEN, new Permission(PermissionName.RULE, Set.of(), Set.of("Thunderbird"), 1));
            people.put(entry, CHIOMA, new Permission(PermissionName.SCHEDULED_CHANGE, Set.of(), Set.of(), 1));
            people.put(entry, GRETA, new Permission(PermissionName.ADMIN, Set.of(), Set.of(), 1));
            people.addRole(entry, ADA, RELENG);
            people.addRole(entry, DMITRI, RELENG);
            people.addRole(entry, BEN, RELMAN);
            people.addRole(entry, CHIOMA, QA);
            return entry;
        });
        enactment.enactAtOnce(
                TestDatabase.WRITER,
                "What is live",
                List.of(
                        addRelease("R1"),
                        addRelease("R2"),
                        addRelease("R3"),
                        addRule("alias", "main", "channel", "release"),
                        addRule("channel", "beta")));
        database.write(entry -> {
            database.bean(ChannelMappings.class)
                    .add(entry, new MappingProposal("Firefox", "release", "release-cdntest", new Scope.WholeQueue()));
            return entry;
        });
    }

    /** From now on release needs one signoff of each role. */
    public Office needingSignoffs() {
        database.write(entry -> {
            RequiredSignoffs required = database.bean(RequiredSignoffs.class);
            required.put(entry, new RequiredSignoff("Firefox", "release", RELENG, 1, 1));
            required.put(entry, new RequiredSignoff("Firefox", "release", RELMAN, 1, 1));
            return entry;
        });
        return this;
    }

    /** From now on a rate on release needs a fallback; relman passes over that. */
    public Office railed() {
        database.write(entry -> {
            database.bean(GuardRails.class)
                    .write(
                            entry,
                            null,
                            new GuardRail(
                                    0,
                                    "Firefox",
                                    "release",
                                    GuardRail.Kind.RATE_HAS_FALLBACK,
                                    null,
                                    GuardRail.Mode.BLOCK,
                                    false,
                                    RELMAN,
                                    0));
            return entry;
        });
        return this;
    }

    /** What guard rails have not judged yet is judged. */
    public void judgeRails() {
        database.bean(BackgroundRailJudge.class).judgeWaiting();
    }

    /** From now on release needs a PASS by qa. */
    /** Nothing goes live on release for as long as anybody looks. */
    public Office freezing() {
        return freezing("0 0 0 * * *");
    }

    /** The clock begins on a Monday. */
    public Office freezingOnTuesdays() {
        return freezing("0 0 0 * * TUE");
    }

    private Office freezing(String days) {
        database.write(entry -> {
            database.bean(FreezeWindows.class)
                    .write(
                            entry,
                            null,
                            new FreezeWindow(
                                    0,
                                    "Firefox",
                                    "release",
                                    FreezeWindow.Effect.DENY,
                                    days,
                                    Duration.ofHours(24),
                                    ZoneId.of("UTC"),
                                    "Quiet days",
                                    0));
            return entry;
        });
        return this;
    }

    public Office needingTests() {
        database.write(entry -> {
            database.bean(Gates.class).add(entry, new Gate(0, "Firefox", "release", QA, 1, List.of(), 1));
            return entry;
        });
        return this;
    }

    public static Proposal addRelease(String name, String... locales) {
        return new Proposal.AddRelease(new ReleaseName(name), "Firefox", false, blob(name, locales));
    }

    /** A release in German, and in these locales; {@code fr=8} is French with another file size. */
    public static ObjectNode blob(String name, String... locales) {
        BlobBuilder blob = BlobBuilder.aRelease(9).with("name", "'" + name + "'");
        for (String locale : locales) {
            int size = locale.indexOf('=');
            blob.with(
                    "platforms/WINNT_x86_64-msvc/locales/" + (size < 0 ? locale : locale.substring(0, size)),
                    "{'completes': [{'from': '*', 'filesize': %s, 'hashValue': 'fed'}]}"
                            .formatted(size < 0 ? "7" : locale.substring(size + 1)));
        }
        return (ObjectNode) blob.json();
    }

    /** Part by part, as automation does. */
    public static Proposal writeRelease(String name, ObjectNode blob) {
        return new Proposal.WriteRelease(new ReleaseName(name), "Firefox", blob, Map.of());
    }

    public static Proposal addRule(@Nullable Object... columns) {
        Map<String, @Nullable Object> rule = map(
                "priority",
                100,
                "backgroundRate",
                100,
                "update_type",
                "minor",
                "product",
                "Firefox",
                "channel",
                "release",
                "mapping",
                "R1");
        rule.putAll(map(columns));
        return new Proposal.AddRule(rule);
    }

    public static Proposal edit(long rule, @Nullable Object... fields) {
        return new Proposal.EditRule(new RuleId(rule), null, map(fields));
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return map;
    }

    public ChangeSet schedule(String title, int hour, Proposal... changes) {
        return changeSets.schedule(new Actor(ADA), title, at(hour), List.of(changes));
    }

    public ChangeSet scheduleSoon(String title, Proposal... changes) {
        return changeSets.schedule(new Actor(ADA), title, null, List.of(changes));
    }

    public ChangeSet draft(String title, int hour, Proposal... changes) {
        return changeSets.draft(new Actor(ADA), title, at(hour), List.of(changes));
    }

    /** Directly, past the queue. */
    public void live(Proposal... changes) {
        enactment.enactAtOnce(new Actor(GRETA), "Directly", List.of(changes));
    }

    public void sign(String person, ChangeSet set, Role role) {
        database.bean(SignoffService.class).sign(new Actor(person), set.id(), role, null);
    }

    public ChangeSet retitle(String person, ChangeSet set, String title) {
        return changeSets.revise(new Actor(person), set.id(), null, new Revision(title, null, null));
    }

    public ChangeSet move(String person, ChangeSet set, int hour) {
        return changeSets.revise(new Actor(person), set.id(), null, new Revision(null, at(hour), null));
    }

    /** On what release-cdntest shows now. */
    public void judge(String person, Outcome outcome) {
        database.bean(TestVerdicts.class)
                .give(new Actor(person), new TestVerdicts.Word("release-cdntest", "Firefox", shown(), outcome, null));
    }

    private Fingerprint shown() {
        NodeState state = state();
        return Fingerprint.of(
                state.stages().of(state.mappings().getFirst()).stage().staged(),
                database.bean(ReleaseContents.class),
                "Firefox",
                "release");
    }

    public NodeState state() {
        return database.bean(SnapshotKeeper.class).current();
    }

    public ChangeSet now(ChangeSet set) {
        return changeSets.find(set.id()).orElseThrow();
    }

    /** So many hours after the beginning. */
    public static Instant at(int hour) {
        return TestClock.START.plus(Duration.ofHours(hour));
    }

    public void hoursPass(int hours) {
        database.bean(TestClock.class).advance(Duration.ofHours(hours));
    }
}
