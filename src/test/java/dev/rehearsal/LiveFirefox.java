package dev.rehearsal;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A database in which Firefox is served on release: rule 204 for everybody, 311 for the old on release*, 877 for Japan;
 * release-cdntest shows release. Ada may do everything, Rita may only look.
 */
public final class LiveFirefox {

    public static final Actor ADA = new Actor("ada@rehearsal.example");
    public static final Actor RITA = new Actor("rita@rehearsal.example");

    private final TestDatabase database;
    private final ChangeSets changeSets;
    private final EnactmentService enactment;

    public LiveFirefox(TestDatabase database) {
        this.database = database.emptied();
        this.changeSets = database.bean(ChangeSets.class);
        this.enactment = database.bean(EnactmentService.class);
        database.admin(TestDatabase.WRITER);
        database.admin(ADA);
        // Somebody without any permission is nobody.
        permit(RITA, PermissionName.PINNABLE_RELEASE, "Nothing");
        live(
                release("Firefox-128"),
                release("Firefox-140"),
                release("Firefox-149"),
                release("Firefox-150"),
                rule(204, "alias", "firefox-release", "priority", 90, "comment", "Main rule of release"),
                rule(311, "priority", 120, "channel", "release*", "version", "<128.0", "mapping", "Firefox-128"),
                rule(877, "locale", "ja,ja-JP-mac"),
                RowKinds.MAPPINGS.change(
                        null,
                        null,
                        new MappingProposal("Firefox", "release", "release-cdntest", new Scope.WholeQueue())));
    }

    public TestDatabase database() {
        return database;
    }

    /** So many hours from now. */
    public static Instant in(int hours) {
        return TestClock.START.plus(Duration.ofHours(hours));
    }

    /** Whoever writes them may do everything, and nothing stands in their way. */
    public LiveFirefox live(Proposal... changes) {
        Map<Boolean, List<Proposal>> byKind =
                Stream.of(changes).collect(Collectors.partitioningBy(Proposal::isOfConfiguration));
        byKind.forEach((configuration, some) -> {
            if (!some.isEmpty()) {
                enactment.enactAtOnce(TestDatabase.WRITER, "What is live", some);
            }
        });
        return this;
    }

    public ChangeSet pending(Actor author, String title, int hours, Proposal... changes) {
        return changeSets.schedule(author, title, in(hours), List.of(changes));
    }

    public ChangeSet set(ChangeSet seen) {
        return changeSets.find(seen.id()).orElseThrow();
    }

    public LiveFirefox permit(Actor person, PermissionName permission, String... products) {
        database.write(entry -> {
            database.bean(PeopleStore.class)
                    .put(entry, person.name(), new Permission(permission, Set.of(), Set.of(products), 1));
            return entry;
        });
        return this;
    }

    public LiveFirefox holds(Actor person, String role) {
        database.write(entry -> {
            database.bean(PeopleStore.class).addRole(entry, person.name(), new Role(role));
            return entry;
        });
        return this;
    }

    /** Chioma and Dmitri hold releng, and one of them signs what is for Firefox on release. */
    public LiveFirefox signedByReleng() {
        for (String name : List.of("chioma@rehearsal.example", "dmitri@rehearsal.example")) {
            permit(new Actor(name), PermissionName.RULE);
            holds(new Actor(name), "releng");
        }
        return live(RowKinds.REQUIREMENTS.require("Firefox", "release", new Role("releng"), null, 1));
    }

    /** @param fields names and values; by default it serves Firefox-149 to all of Firefox on release */
    public static Proposal rule(long id, @Nullable Object... fields) {
        Map<String, @Nullable Object> row = fields(
                "product", "Firefox",
                "channel", "release",
                "mapping", "Firefox-149",
                "priority", 100,
                "backgroundRate", 100,
                "update_type", "minor");
        row.putAll(fields(fields));
        return new Proposal.AddRule(new RuleId(id), row);
    }

    public static Proposal edit(long id, @Nullable Object... fields) {
        return new Proposal.EditRule(new RuleId(id), null, fields(fields));
    }

    public static Proposal remove(long id) {
        return new Proposal.RemoveRule(new RuleId(id), null);
    }

    public static Proposal release(String name) {
        return releaseOf("Firefox", name);
    }

    public static Proposal releaseOf(String product, String name) {
        ObjectNode blob = (ObjectNode)
                BlobBuilder.aRelease(9).with("name", "'" + name + "'").json();
        return new Proposal.AddRelease(new ReleaseName(name), product, false, blob);
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return fields;
    }
}
