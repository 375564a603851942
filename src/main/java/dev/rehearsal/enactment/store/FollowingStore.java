package dev.rehearsal.enactment.store;

import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.ledger.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes whom this installation follows, and finds what a write has written. */
@Repository
public class FollowingStore {

    private static final int LONGEST_TROUBLE = 1_000;

    private final JdbcClient jdbc;

    public FollowingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<FollowState> find() {
        return jdbc.sql("select source, kinds, began_at, read_at, content, looked_at, away_since, trouble, ended_at,"
                        + " ended_by from following where id = 1")
                .query((row, number) -> following(row))
                .optional();
    }

    public void begin(Write write, String source, Set<MirroredKind> kinds) {
        jdbc.sql("insert into following (id, source, kinds, began_at) values (1, ?, ?, ?)")
                .params(source, written(kinds), write.at().toEpochMilli())
                .update();
    }

    /** Keeps that the tables are now those of the source. */
    public void applied(Set<MirroredKind> kinds, Instant readAt, String content) {
        jdbc.sql("update following set kinds = ?, read_at = ?, content = ?, looked_at = ?, away_since = null,"
                        + " trouble = null where id = 1")
                .params(written(kinds), readAt.toEpochMilli(), content, readAt.toEpochMilli())
                .update();
    }

    /** Keeps that the source was as it is mirrored. */
    public void looked(Instant at) {
        jdbc.sql("update following set looked_at = ?, away_since = null, trouble = null where id = 1")
                .param(at.toEpochMilli())
                .update();
    }

    /** Keeps that the source could not be read; since when, stays as it is where that was so before. */
    public void away(Instant at, String trouble) {
        jdbc.sql("update following set away_since = coalesce(away_since, ?), trouble = ? where id = 1")
                .params(
                        at.toEpochMilli(),
                        trouble.length() > LONGEST_TROUBLE ? trouble.substring(0, LONGEST_TROUBLE) : trouble)
                .update();
    }

    public void end(Write write) {
        jdbc.sql("update following set ended_at = ?, ended_by = ? where id = 1 and ended_at is null")
                .params(write.at().toEpochMilli(), write.by().name())
                .update();
    }

    /** Returns the last row of each history that a write of something mirrored adds to, and of sets and signoffs. */
    public Map<String, Long> lastRows() {
        Map<String, Long> last = new HashMap<>();
        String all = Arrays.stream(MirroredKind.values())
                .flatMap(kind -> kind.histories().stream())
                .map(FollowingStore::lastOf)
                .collect(Collectors.joining(" union all "));
        jdbc.sql(all + " union all " + lastOf("change_sets_history") + " union all " + lastOf("signoffs_history"))
                .query(row -> {
                    last.put(row.getString(1), row.getLong(2));
                });
        return last;
    }

    private static String lastOf(String history) {
        return "select '%s' as name, coalesce(max(change_id), 0) as last from %s".formatted(history, history);
    }

    /** Returns whether permissions that Balrog knows were written since. */
    public boolean wrotePermissions(long since, Collection<String> names) {
        return jdbc.sql("select count(*) from permissions_history where change_id > :since and permission in (:names)")
                        .param("since", since)
                        .param("names", names)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Returns what the sets change, in the words of their tables, that were written or signed since. */
    public Set<String> objectsOfSets(long sets, long signoffs) {
        return Set.copyOf(jdbc.sql("select distinct c.object from changes_history c where c.set_id in"
                        + " (select set_id from change_sets_history where change_id > ?"
                        + " union select set_id from signoffs_history where change_id > ?)")
                .params(sets, signoffs)
                .query(String.class)
                .list());
    }

    private static String written(Set<MirroredKind> kinds) {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static FollowState following(ResultSet row) throws SQLException {
        Set<MirroredKind> kinds = EnumSet.noneOf(MirroredKind.class);
        for (String kind : row.getString("kinds").split(",")) {
            if (!kind.isEmpty()) {
                kinds.add(MirroredKind.valueOf(kind));
            }
        }
        return new FollowState(
                row.getString("source"),
                kinds,
                Instant.ofEpochMilli(row.getLong("began_at")),
                NullableColumns.time(row, "read_at"),
                row.getString("content"),
                NullableColumns.time(row, "looked_at"),
                NullableColumns.time(row, "away_since"),
                row.getString("trouble"),
                NullableColumns.time(row, "ended_at"),
                row.getString("ended_by"));
    }
}
