package dev.rehearsal.approval.store;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Comment;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Comments are added and never changed: they are their own history. */
@Repository
public class CommentStore {

    private static final String SELECT =
            "select m.id, m.set_id, m.kind, m.answers, m.ends, m.change_id, m.field, m.about,"
                    + " m.said, m.digest, m.person, m.person_id, m.at from comments m";

    private static final RowMapper<Comment> COMMENT = (row, number) -> comment(row);

    private final JdbcClient jdbc;

    public CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Comment> of(ChangeSetId set) {
        return jdbc.sql(SELECT + " where m.set_id = ? order by m.id")
                .param(set.value())
                .query(COMMENT)
                .list();
    }

    public Map<ChangeSetId, Discussion> ofOpenSets() {
        return bySet(jdbc.sql(SELECT + " join change_sets c on c.id = m.set_id"
                        + " where c.state in ('draft', 'pending', 'held', 'disarmed') order by m.id")
                .query(COMMENT)
                .list());
    }

    /** Reads requests for changes, and what ended them. */
    public Map<ChangeSetId, Discussion> requestsOfOpenSets() {
        return bySet(jdbc.sql(SELECT + " join change_sets c on c.id = m.set_id where c.state in"
                        + " ('draft', 'pending', 'held', 'disarmed') and (m.kind = 'request' or m.ends) order by m.id")
                .query(COMMENT)
                .list());
    }

    /** Reads the requests for changes, and what had ended them, of sets that were still to be enacted then. */
    public Map<ChangeSetId, Discussion> requestsOfOpenSetsAt(Instant time) {
        long at = time.toEpochMilli();
        return bySet(jdbc.sql(SELECT + " join change_sets c on c.id = m.set_id where c.created_at <= ?"
                        + " and (c.ended_at is null or c.ended_at > ?) and m.at <= ?"
                        + " and (m.kind = 'request' or m.ends) order by m.id")
                .params(at, at, at)
                .query(COMMENT)
                .list());
    }

    /** Returns the comment with the number that it gets. */
    public Comment insert(Comment given) {
        Comment.Place about = given.about();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into comments (set_id, kind, answers, ends, change_id, field, about, said, digest, person,"
                        + " person_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(given.set().value())
                .param(given.kind().wireName())
                .param(given.answers())
                .param(given.ends())
                .param(about == null ? null : about.change().value())
                .param(about == null ? null : about.field())
                .param(about == null ? null : about.called())
                .param(given.text())
                .param(given.digest())
                .param(given.by().name())
                .param(given.person().value())
                .param(given.at().toEpochMilli())
                .update(key, "id");
        return new Comment(
                Objects.requireNonNull(key.getKey()).longValue(),
                given.set(),
                given.kind(),
                about,
                given.answers(),
                given.ends(),
                given.text(),
                given.digest(),
                given.by(),
                given.person(),
                given.at());
    }

    public void notice(long comment, PersonId person) {
        jdbc.sql("insert into comment_notices (comment_id, person_id) values (?, ?)")
                .params(comment, person.value())
                .update();
    }

    public void removeNotices(ChangeSetId set, long thread, PersonId person) {
        jdbc.sql("delete from comment_notices where person_id = ? and comment_id in"
                        + " (select id from comments where set_id = ? and (id = ? or answers = ?))")
                .params(person.value(), set.value(), thread, thread)
                .update();
    }

    public Map<PersonId, List<Comment>> waiting() {
        Map<PersonId, List<Comment>> waiting = new HashMap<>();
        jdbc.sql(SELECT.replace(" from ", ", n.person_id as waits_for from ")
                        + " join comment_notices n on n.comment_id = m.id order by m.id")
                .query(row -> {
                    waiting.computeIfAbsent(new PersonId(row.getLong("waits_for")), person -> new ArrayList<>())
                            .add(comment(row));
                });
        return waiting;
    }

    public Map<Long, Set<PersonId>> waitingFor(Collection<Long> comments) {
        Map<Long, Set<PersonId>> waiting = new HashMap<>();
        if (!comments.isEmpty()) {
            jdbc.sql("select comment_id, person_id from comment_notices where comment_id in (:comments)")
                    .param("comments", comments)
                    .query(row -> {
                        waiting.computeIfAbsent(row.getLong(1), comment -> new HashSet<>())
                                .add(new PersonId(row.getLong(2)));
                    });
        }
        return waiting;
    }

    private static Map<ChangeSetId, Discussion> bySet(List<Comment> comments) {
        Map<ChangeSetId, List<Comment>> bySet = new TreeMap<>();
        comments.forEach(comment ->
                bySet.computeIfAbsent(comment.set(), set -> new ArrayList<>()).add(comment));
        Map<ChangeSetId, Discussion> discussions = new HashMap<>();
        bySet.forEach((set, said) -> discussions.put(set, new Discussion(said)));
        return discussions;
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                new ChangeSetId(row.getLong("set_id")),
                Comment.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                place(row),
                NullableColumns.number(row, "answers"),
                row.getBoolean("ends"),
                row.getString("said"),
                row.getString("digest"),
                new Actor(row.getString("person")),
                new PersonId(row.getLong("person_id")),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Comment.@Nullable Place place(ResultSet row) throws SQLException {
        Long change = NullableColumns.number(row, "change_id");
        return change == null
                ? null
                : new Comment.Place(new ChangeId(change), row.getString("field"), row.getString("about"));
    }
}
