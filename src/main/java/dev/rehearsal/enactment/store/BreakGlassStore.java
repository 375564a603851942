package dev.rehearsal.enactment.store;

import dev.rehearsal.enactment.BreakGlass;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Notice;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who enacted what by break-glass, past what, and why. */
@Repository
public class BreakGlassStore {

    private final JdbcClient jdbc;

    public BreakGlassStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Write write, ChangeSetId set, String reason, Set<BreakGlassScope.Over> over) {
        jdbc.sql("insert into break_glass (set_id, person, reason, at, passed_over) values (?, ?, ?, ?, ?)")
                .params(
                        set.value(),
                        write.by().name(),
                        reason,
                        write.at().toEpochMilli(),
                        BreakGlassScope.Over.names(over))
                .update();
    }

    /** Newest first. */
    public List<Notice.ByBreakGlass> since(Instant from) {
        return jdbc.sql("select b.person, b.reason, b.at, b.passed_over, b.set_id, s.title from break_glass b"
                        + " join change_sets s on s.id = b.set_id where b.at >= ? order by b.at desc, b.id desc")
                .param(from.toEpochMilli())
                .query((row, number) ->
                        new Notice.ByBreakGlass(new ChangeSetId(row.getLong(5)), row.getString(6), breakGlass(row)))
                .list();
    }

    public Optional<BreakGlass> of(ChangeSetId set) {
        return jdbc.sql("select person, reason, at, passed_over from break_glass where set_id = ?")
                .param(set.value())
                .query((row, number) -> breakGlass(row))
                .optional();
    }

    private static BreakGlass breakGlass(ResultSet row) throws SQLException {
        return new BreakGlass(
                new Actor(row.getString(1)),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                BreakGlassScope.Over.read(row.getString(4)));
    }
}
