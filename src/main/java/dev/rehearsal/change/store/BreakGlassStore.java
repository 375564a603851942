package dev.rehearsal.change.store;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.staging.ChangeSetId;
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
}
