package dev.rehearsal.history;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.FreezeCalendar;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.GuardHistory;
import dev.rehearsal.history.store.Histories;
import dev.rehearsal.history.store.PeopleHistory;
import dev.rehearsal.history.store.SignoffHistory;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.ledger.NumberedRow;
import dev.rehearsal.ledger.NumberedTable;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads who there was at a time, what had to be signed and tested, and what was signed. */
@Component
class PastCircumstances {

    private final Histories histories;
    private final SignoffHistory signoffs;
    private final Gates gates;
    private final FreezeWindows windows;
    private final GuardRails rails;
    private final Comments comments;
    private final PeopleHistory people;
    private final SnapshotKeeper snapshots;

    PastCircumstances(
            Histories histories,
            SignoffHistory signoffs,
            Gates gates,
            FreezeWindows windows,
            GuardRails rails,
            Comments comments,
            PeopleHistory people,
            SnapshotKeeper snapshots) {
        this.histories = histories;
        this.signoffs = signoffs;
        this.gates = gates;
        this.windows = windows;
        this.rails = rails;
        this.comments = comments;
        this.people = people;
        this.snapshots = snapshots;
    }

    ApprovalContext at(Instant time) {
        return new ApprovalContext(
                        peopleAt(time),
                        new SignoffPolicy(
                                in(signoffs.requiredForChannels(), time).toList(),
                                in(signoffs.requiredForPermissions(), time).toList(),
                                in(signoffs.urgentRoles(), time).toList()),
                        rows(gates, time),
                        in(histories.mappings(), time)
                                .sorted(Comparator.comparingLong(ChannelMapping::id))
                                .toList(),
                        in(histories.shutoffs(), time).toList(),
                        signoffs.ofOpenSetsAt(time),
                        GuardHistory.NONE)
                .with(FreezeCalendar.around(rows(windows, time), time))
                .withRails(rows(rails, time))
                .with(comments.requestsAt(time));
    }

    /** Which accounts are automation is configured, and has no history. */
    private Map<Actor, Person> peopleAt(Instant time) {
        Map<String, Map<PermissionName, Permission>> permissions = new HashMap<>();
        in(people.permissions(), time)
                .forEach(held -> permissions
                        .computeIfAbsent(held.person(), person -> new HashMap<>())
                        .put(held.permission().name(), held.permission()));
        Map<String, Map<Role, RoleGrant>> grants = new HashMap<>();
        in(people.roles(), time)
                .forEach(held -> grants.computeIfAbsent(held.person(), person -> new HashMap<>())
                        .put(held.role(), held.grant()));
        Map<String, PersonId> ids = people.idsAt(time);
        ApprovalContext now = snapshots.current().circumstances();
        Map<Actor, Person> byName = new HashMap<>();
        now.people().forEach((actor, person) -> {
            if (person.automation()) {
                byName.put(actor, person);
            }
        });
        Set<String> names = new HashSet<>(permissions.keySet());
        names.addAll(grants.keySet());
        for (String name : names) {
            Actor actor = new Actor(name);
            byName.put(
                    actor,
                    new Person(
                            ids.getOrDefault(name, PersonId.NONE),
                            name,
                            permissions.getOrDefault(name, Map.of()),
                            grants.getOrDefault(name, Map.of()),
                            now.person(actor).automation()));
        }
        return byName;
    }

    private static <R extends NumberedRow<R>> List<R> rows(NumberedTable<R> table, Instant at) {
        return in(table.history(), at)
                .sorted(Comparator.comparingLong(NumberedRow::id))
                .toList();
    }

    private static <T> Stream<T> in(HistoryTable<T> history, Instant at) {
        return history.at(at).stream().flatMap(revision -> revision.contentIfAny().stream());
    }
}
