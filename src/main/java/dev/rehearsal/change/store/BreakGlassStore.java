package dev.rehearsal.change.store;

import dev.rehearsal.change.BreakGlass;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who enacted what untested, and why. */
@Repository
public class BreakGlassStore {

    private final JdbcClient jdbc;

    public BreakGlassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Entry entry, ChangeSetId set, String reason) {
        jdbc.sql("insert into break_glass (set_id, person, reason, at) values (?, ?, ?, ?)")
                .params(set.value(), entry.by().name(), reason, entry.at().toEpochMilli())
                .update();
    }

    public Optional<BreakGlass> of(ChangeSetId set) {
        return jdbc.sql("select person, reason, at from break_glass where set_id = ?")
                .param(set.value())
                .query((row, number) -> new BreakGlass(
                        new Actor(row.getString(1)), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .optional();
    }
}
