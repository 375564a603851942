package dev.rehearsal.approval;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.store.UrgentRoleStore;
import dev.rehearsal.ledger.RowTable;
import dev.rehearsal.ledger.VersionHistory;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The urgent roles in force. Whoever writes them holds a {@link Write}, and so the write lock. */
@Service
public class UrgentRoles implements RowTable<UrgentRole> {

    private final UrgentRoleStore store;
    private final VersionHistory versions;
    private final People people;

    UrgentRoles(UrgentRoleStore store, VersionHistory versions, People people) {
        this.store = store;
        this.versions = versions;
        this.people = people;
    }

    @Override
    public Class<UrgentRole> type() {
        return UrgentRole.class;
    }

    @Override
    public List<UrgentRole> all() {
        return store.all();
    }

    /** Adds roles as a dataset has them. */
    public void importAll(Write write, List<UrgentRole> roles) {
        roles.forEach(role -> store.put(write, role));
    }

    @Override
    public UrgentRole versioned(UrgentRole row) {
        return new UrgentRole(
                row.product(),
                row.channel(),
                row.role(),
                versions.next(
                        "urgent_roles_history",
                        Map.of(
                                "product",
                                row.product(),
                                "channel",
                                row.channel(),
                                "role",
                                row.role().name())));
    }

    /**
     * @throws RefusedException if these are no names, or too few people hold the role; that there is something to pass over
     *     is decided with the set
     */
    @Override
    public void check(@Nullable UrgentRole before, UrgentRole after) {
        RequiredSignoffs.checkName("product", after.product(), RuleField.LONGEST_PRODUCT);
        RequiredSignoffs.checkName("channel", after.channel(), RuleField.LONGEST_CHANNEL);
        RequiredSignoffs.checkName("role", after.role().name(), RequiredSignoffs.LONGEST_ROLE);
        List<Problem> problems = new ArrayList<>();
        if (holders(after.role()) < UrgentRole.PEOPLE) {
            problems.add(new Problem(
                    "role",
                    "%d people hold the role '%s', and it takes %d besides the author: give it to more people first"
                            .formatted(holders(after.role()), after.role(), UrgentRole.PEOPLE)));
        }
        RefusedException.throwIfAny(problems);
    }

    private long holders(Role role) {
        return people.all().stream().filter(person -> person.holds(role)).count();
    }

    @Override
    public void write(Write write, @Nullable UrgentRole before, @Nullable UrgentRole after) {
        if (after == null) {
            store.remove(write, Objects.requireNonNull(before));
        } else {
            check(before, after);
            store.put(write, versioned(after));
        }
    }
}
