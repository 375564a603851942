package dev.rehearsal.approval.store;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Verdicts are added and never changed: they are their own history. */
@Repository
public class VerdictStore {

    private static final String COLUMNS =
            "select id, test_channel, live_channel, product, fingerprint, outcome, note, person, given_at, lifts, held_roles, person_id from verdicts";
    private static final String GIVEN_ON = " where (cast(:channel as varchar(75)) is null or test_channel = :channel)"
            + " and (cast(:product as varchar(15)) is null or product = :product)";
    private static final RowMapper<Verdict> VERDICT = (row, number) -> new Verdict(
            row.getLong(1),
            new TestedState(row.getString(4), row.getString(3), new Fingerprint(row.getString(5))),
            row.getString(2),
            row.getBoolean(10) ? Outcome.LIFT : Outcome.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
            row.getString(7),
            new Actor(row.getString(8)),
            new PersonId(row.getLong(12)),
            Instant.ofEpochMilli(row.getLong(9)),
            HeldRoles.read(row.getString(11)));

    private final JdbcClient jdbc;

    public VerdictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns them in the order in which they were given. */
    public List<Verdict> on(TestedState state) {
        return jdbc.sql(COLUMNS + " where fingerprint = ? and product = ? and live_channel = ? order by id")
                .params(state.fingerprint().value(), state.product(), state.liveChannel())
                .query(VERDICT)
                .list();
    }

    /** Reads the verdicts on each of these states that was judged, in the order in which they were given. */
    public Map<TestedState, List<Verdict>> on(Set<TestedState> states) {
        Map<TestedState, List<Verdict>> found = new HashMap<>();
        for (List<String> some : Fingerprints.of(states)) {
            jdbc
                    .sql(COLUMNS + " where fingerprint in (:fingerprints) order by id")
                    .param("fingerprints", some)
                    .query(VERDICT)
                    .list()
                    .stream()
                    .filter(verdict -> states.contains(verdict.state()))
                    .forEach(verdict -> found.computeIfAbsent(verdict.state(), unseen -> new ArrayList<>())
                            .add(verdict));
        }
        return found;
    }

    /** The latest first; null for any. */
    public List<Verdict> latest(@Nullable String testChannel, @Nullable String product, long offset, int most) {
        return jdbc.sql(COLUMNS + GIVEN_ON + " order by id desc limit :most offset :offset")
                .param("channel", testChannel)
                .param("product", product)
                .param("most", most)
                .param("offset", offset)
                .query(VERDICT)
                .list();
    }

    /** Counts the verdicts on a test channel and product; null stands for any. */
    public long count(@Nullable String testChannel, @Nullable String product) {
        return jdbc.sql("select count(*) from verdicts" + GIVEN_ON)
                .param("channel", testChannel)
                .param("product", product)
                .query(Long.class)
                .single();
    }

    /** Returns what was judged with this fingerprint, the latest first. */
    public List<TestedState> statesWith(Fingerprint fingerprint) {
        return jdbc
                .sql(COLUMNS + " where fingerprint = ? order by id desc")
                .param(fingerprint.value())
                .query(VERDICT)
                .list()
                .stream()
                .map(Verdict::state)
                .distinct()
                .toList();
    }

    /** The latest of each person on any state of a product on a live channel, the latest first. */
    public List<Verdict> lastWords(String product, String liveChannel) {
        return jdbc.sql(COLUMNS + " where id in (select max(id) from verdicts where product = ? and live_channel = ?"
                        + " group by person) order by id desc")
                .params(product, liveChannel)
                .query(VERDICT)
                .list();
    }

    /** Returns them in the order in which they were given. */
    public List<Verdict> all() {
        return jdbc.sql(COLUMNS + " order by id").query(VERDICT).list();
    }

    public Verdict insert(
            Write write, TestedState state, String testChannel, Outcome outcome, @Nullable String note, Person by) {
        return insert(
                new Verdict(0, state, testChannel, outcome, note, write.by(), by.id(), write.at(), by.grantNumbers()));
    }

    /** Returns the verdict with the number that it gets. */
    public Verdict insert(Verdict given) {
        Outcome outcome = given.outcome();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into verdicts (test_channel, live_channel, product, fingerprint, outcome, note, person,"
                        + " given_at, lifts, held_roles, person_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(given.testChannel())
                .param(given.state().liveChannel())
                .param(given.state().product())
                .param(given.state().fingerprint().value())
                .param((outcome == Outcome.LIFT ? Outcome.PASS : outcome).wireName())
                .param(given.note())
                .param(given.by().name())
                .param(given.at().toEpochMilli())
                .param(outcome == Outcome.LIFT)
                .param(given.grants() == null ? null : HeldRoles.write(given.grants()))
                .param(given.person().value())
                .update(key, "id");
        return new Verdict(
                Objects.requireNonNull(key.getKey()).longValue(),
                given.state(),
                given.testChannel(),
                outcome,
                given.note(),
                given.by(),
                given.person(),
                given.at(),
                given.grants());
    }

    /** Returns when the oldest PASS since a time was given, whatever it was of. */
    public Optional<Instant> firstPassSince(Instant since) {
        return jdbc.sql(
                        "select given_at from verdicts where outcome = 'pass' and given_at >= ? order by given_at limit 1")
                .param(since.toEpochMilli())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }
}
