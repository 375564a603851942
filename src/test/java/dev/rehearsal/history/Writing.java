package dev.rehearsal.history;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An empty database, and everything that can be written to it, in a few words. */
public final class Writing {

    public static final Actor ADA = new Actor("ada@rehearsal.example");
    public static final Actor BOB = new Actor("bob@rehearsal.example");

    public final TestDatabase database;
    public final ChangeSets changeSets;
    public final EnactmentService enactment;
    public final ChannelMappings mappings;
    private final TestClock clock;

    public Writing(TestDatabase database) {
        this.database = database.emptied();
        database.admin(BOB);
        database.admin(ADA);
        this.changeSets = database.bean(ChangeSets.class);
        this.enactment = database.bean(EnactmentService.class);
        this.mappings = database.bean(ChannelMappings.class);
        this.clock = database.bean(TestClock.class);
    }

    /** As if they had been given their permissions just now: the past knows of it. */
    public void remembersWhoMayWrite() {
        database.write(entry -> {
            for (Actor person : List.of(ADA, BOB)) {
                database.bean(PeopleStore.class)
                        .put(entry, person.name(), new Permission(PermissionName.ADMIN, Set.of(), Set.of(), 1));
            }
            return entry;
        });
    }

    public Instant now() {
        return clock.instant();
    }

    public void pass(Duration time) {
        clock.advance(time);
    }

    public void anHourPasses() {
        pass(Duration.ofHours(1));
    }

    public NodeState state() {
        return database.bean(SnapshotKeeper.class).refresh();
    }

    public ChangeSet directly(Proposal... changes) {
        return enactment.enactAtOnce(ADA, "Directly", List.of(changes));
    }

    public ChangeSet schedule(Duration in, Proposal... changes) {
        return changeSets.schedule(ADA, "Later", now().plus(in), List.of(changes));
    }

    public ChangeSet enact(ChangeSet set) {
        return enactment.enact(BOB, set.id());
    }

    public void move(ChangeSet set, ChangeSet.State to) {
        database.write(entry -> {
            database.bean(ChangeSetStore.class).update(entry, set.in(to));
            return entry;
        });
    }

    public ChannelMapping map(String live, String test) {
        return mapped(
                RowKinds.MAPPINGS.change(null, null, new MappingProposal(null, live, test, new Scope.WholeQueue())));
    }

    /** @return the mapping that was written last */
    public ChannelMapping mapped(Proposal change) {
        database.bean(EnactmentService.class).enactAtOnce(BOB, "Mapping", List.of(change));
        List<ChannelMapping> all = mappings.all();
        return all.isEmpty() ? new ChannelMapping(0, null, "", "", new Scope.WholeQueue(), 0) : all.getLast();
    }

    public void unmap(ChannelMapping mapping) {
        mapped(RowKinds.MAPPINGS.change(mapping.id(), mapping.dataVersion(), null));
    }

    /** By one of two who can give it. */
    public void requireSignoff(String product, String channel) {
        Role role = new Role("releng");
        database.write(entry -> {
            database.bean(PeopleStore.class).addRole(entry, ADA.name(), role);
            database.bean(PeopleStore.class).addRole(entry, BOB.name(), role);
            database.bean(RequiredSignoffs.class).put(entry, new RequiredSignoff(product, channel, role, 1, 1));
            return entry;
        });
    }

    public void pin(Pin pin) {
        database.write(entry -> {
            database.bean(PinnedReleases.class).importAll(entry, List.of(pin));
            return entry;
        });
    }

    public void unpin(Pin pin) {
        removed("pins", Map.of("product", pin.product(), "channel", pin.channel(), "version", pin.version()));
    }

    public void shutOff(Shutoff shutoff) {
        database.write(entry -> {
            database.bean(EmergencyShutoffs.class).importAll(entry, List.of(shutoff));
            return entry;
        });
    }

    public void resume(Shutoff shutoff) {
        removed("shutoffs", Map.of("product", shutoff.product(), "channel", shutoff.channel()));
    }

    private void removed(String table, Map<String, String> key) {
        List<String> columns = List.copyOf(key.keySet());
        List<String> values = columns.stream().map(key::get).toList();
        database.write(entry -> {
            database.jdbc()
                    .sql("delete from " + table + " where " + String.join(" = ? and ", columns) + " = ?")
                    .params(values)
                    .update();
            return database.jdbc()
                    .sql("insert into " + table + "_history (changed_by, changed_at, " + String.join(", ", columns)
                            + ") values (?, ?" + ", ?".repeat(columns.size()) + ")")
                    .param(entry.by().name())
                    .param(entry.at().toEpochMilli())
                    .params(values)
                    .update();
        });
    }

    public static Proposal addRelease(String name, String... locales) {
        return new Proposal.AddRelease(new ReleaseName(name), "Firefox", false, blob(name, locales));
    }

    public static Proposal writeRelease(String name, String... locales) {
        return new Proposal.ReplaceRelease(new ReleaseName(name), null, null, blob(name, locales));
    }

    public static Proposal removeRelease(String name) {
        return new Proposal.RemoveRelease(new ReleaseName(name), null);
    }

    /** An application in German, and in these locales. */
    public static ObjectNode blob(String name, String... locales) {
        BlobBuilder blob = BlobBuilder.aRelease(9).with("name", "'" + name + "'");
        for (String locale : locales) {
            blob.with(
                    "platforms/WINNT_x86_64-msvc/locales/" + locale,
                    "{'completes': [{'from': '*', 'filesize': 7, 'hashValue': 'fed'}]}");
        }
        return (ObjectNode) blob.json();
    }

    public static Proposal addRule(@Nullable Object... columns) {
        return new Proposal.AddRule(rule(columns));
    }

    public static Proposal edit(long rule, @Nullable Object... columns) {
        return new Proposal.EditRule(new RuleId(rule), null, map(columns));
    }

    public static Proposal removeRule(long rule) {
        return new Proposal.RemoveRule(new RuleId(rule), null);
    }

    /** What each rule must have, and these columns. */
    public static Map<String, @Nullable Object> rule(@Nullable Object... columns) {
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
                "release");
        rule.putAll(map(columns));
        return rule;
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return map;
    }
}
