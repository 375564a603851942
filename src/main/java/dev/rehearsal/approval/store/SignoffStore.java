package dev.rehearsal.approval.store;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes signoffs; each write leaves a history row. */
@Repository
public class SignoffStore {

    private final JdbcClient jdbc;

    public SignoffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were given. */
    public List<Signoff> of(ChangeSetId set) {
        return jdbc.sql("select person, role, signed_at from signoffs where set_id = ? order by signed_at, person")
                .param(set.value())
                .query((row, number) -> signoff(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Those of every set that is still to be enacted, in the order in which they were given. */
    public Map<ChangeSetId, List<Signoff>> ofOpenSets() {
        Map<ChangeSetId, List<Signoff>> signoffs = new HashMap<>();
        jdbc.sql("select s.set_id, s.person, s.role, s.signed_at from signoffs s join change_sets c on c.id = s.set_id"
                        + " where c.state in ('pending', 'held') order by s.signed_at, s.person")
                .query(row -> {
                    signoffs.computeIfAbsent(new ChangeSetId(row.getLong(1)), set -> new ArrayList<>())
                            .add(signoff(row.getString(2), row.getString(3), row.getLong(4)));
                });
        return signoffs;
    }

    public void insert(Entry entry, ChangeSetId set, Signoff signoff) {
        jdbc.sql("insert into signoffs (set_id, person, role, signed_at) values (?, ?, ?, ?)")
                .params(
                        set.value(),
                        signoff.by().name(),
                        signoff.role().name(),
                        signoff.at().toEpochMilli())
                .update();
        history(entry, set, signoff.by(), signoff.role());
    }

    public void delete(Entry entry, ChangeSetId set, Actor by) {
        jdbc.sql("delete from signoffs where set_id = ? and person = ?")
                .params(set.value(), by.name())
                .update();
        history(entry, set, by, null);
    }

    private void history(Entry entry, ChangeSetId set, Actor by, @Nullable Role role) {
        jdbc.sql("insert into signoffs_history (changed_by, changed_at, set_id, person, role) values (?, ?, ?, ?, ?)")
                .param(entry.by().name())
                .param(entry.at().toEpochMilli())
                .param(set.value())
                .param(by.name())
                .param(role == null ? null : role.name())
                .update();
    }

    private static Signoff signoff(String person, String role, long signedAt) {
        return new Signoff(new Actor(person), new Role(role), Instant.ofEpochMilli(signedAt));
    }
}
