package dev.rehearsal.approval.store;

import dev.rehearsal.approval.ServedSpan;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.ledger.NullableColumns;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which states live channels served, and until when. */
@Repository
public class ServedStateStore {

    /** What was over before somebody had to test there was agreed to by no tester. */
    private static final String SINCE_ITS_GATES = " and not exists (select 1 from gates g"
            + " where (g.product is null or g.product = s.product) and g.live_channel = s.live_channel"
            + " and (select min(h.changed_at) from gates_history h where h.gate_id = g.id"
            + " and h.live_channel = g.live_channel and h.product is not distinct from g.product) > s.served_until)";

    private final JdbcClient jdbc;

    public ServedStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean servedSince(TestedState state, Instant since) {
        return jdbc.sql(
                                "select count(*) from served_states s where product = ? and live_channel = ? and fingerprint = ?"
                                        + " and not untested and (served_until is null or served_until >= ?)"
                                        + SINCE_ITS_GATES)
                        .params(
                                state.product(),
                                state.liveChannel(),
                                state.fingerprint().value(),
                                since.toEpochMilli())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Returns those of these states that are served, or were at this time or later. */
    public Set<TestedState> servedSince(Set<TestedState> states, Instant since) {
        Set<TestedState> served = new HashSet<>();
        for (List<String> some : Fingerprints.of(states)) {
            jdbc.sql("select product, live_channel, fingerprint from served_states s"
                            + " where fingerprint in (:fingerprints)"
                            + " and not untested and (served_until is null or served_until >= :since)"
                            + SINCE_ITS_GATES)
                    .param("fingerprints", some)
                    .param("since", since.toEpochMilli())
                    .query((row, number) ->
                            new TestedState(row.getString(1), row.getString(2), new Fingerprint(row.getString(3))))
                    .list()
                    .forEach(served::add);
        }
        served.retainAll(states);
        return served;
    }

    /** Returns when the first of the states that ended at this time or later did so; empty if none has. */
    public Optional<Instant> firstEndSince(Instant since) {
        return jdbc.sql("select served_until from served_states where served_until >= ?"
                        + " order by served_until limit 1")
                .param(since.toEpochMilli())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    /** Returns what was live with this fingerprint, the latest first. */
    public List<TestedState> statesWith(Fingerprint fingerprint) {
        return jdbc.sql(
                        "select product, live_channel from served_states where fingerprint = ? order by served_since desc")
                .param(fingerprint.value())
                .query((row, number) -> new TestedState(row.getString(1), row.getString(2), fingerprint))
                .list();
    }

    public Optional<ServedSpan> find(TestedState state) {
        return jdbc.sql("select served_since, served_until from served_states where product = ? and live_channel = ?"
                        + " and fingerprint = ?")
                .params(
                        state.product(),
                        state.liveChannel(),
                        state.fingerprint().value())
                .query((row, number) ->
                        new ServedSpan(Instant.ofEpochMilli(row.getLong(1)), NullableColumns.time(row, "served_until")))
                .optional();
    }

    /** Returns the products and live channels of which a state is noted as live. */
    public Set<ProductChannel> followed() {
        return new HashSet<>(jdbc.sql("select product, live_channel from served_states where served_until is null")
                .query((row, number) -> new ProductChannel(row.getString(1), row.getString(2)))
                .list());
    }

    /** Ends what is noted as live besides this state, at the last time when it is known to have been. */
    public void endAllBut(TestedState state) {
        jdbc.sql("update served_states set served_until = served_since where product = ? and live_channel = ?"
                        + " and fingerprint <> ? and served_until is null")
                .params(
                        state.product(),
                        state.liveChannel(),
                        state.fingerprint().value())
                .update();
    }

    /** A state that is live no more. */
    public void end(TestedState state, Instant at) {
        int known = jdbc.sql("update served_states set served_until = ? where product = ? and live_channel = ?"
                        + " and fingerprint = ?")
                .params(
                        at.toEpochMilli(),
                        state.product(),
                        state.liveChannel(),
                        state.fingerprint().value())
                .update();
        if (known == 0) {
            insert(state, at, at.toEpochMilli(), false);
        }
    }

    /**
     * A state that is live from now on.
     *
     * @param untested whether it went live although gates were closed; one that also was live otherwise is not
     */
    public void begin(TestedState state, Instant at, boolean untested) {
        int known = jdbc.sql("update served_states set served_until = null, untested = (untested and ?)"
                        + " where product = ? and live_channel = ? and fingerprint = ?")
                .params(
                        untested,
                        state.product(),
                        state.liveChannel(),
                        state.fingerprint().value())
                .update();
        if (known == 0) {
            insert(state, at, null, untested);
        }
    }

    private void insert(TestedState state, Instant since, @Nullable Long until, boolean untested) {
        jdbc.sql("insert into served_states (product, live_channel, fingerprint, served_since, served_until, untested)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(state.product())
                .param(state.liveChannel())
                .param(state.fingerprint().value())
                .param(since.toEpochMilli())
                .param(until)
                .param(untested)
                .update();
    }
}
