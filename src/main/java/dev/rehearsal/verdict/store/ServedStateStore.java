package dev.rehearsal.verdict.store;

import dev.rehearsal.verdict.TestedState;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which states live channels served, and until when. */
@Repository
public class ServedStateStore {

    private final JdbcClient jdbc;

    public ServedStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean servedSince(TestedState state, Instant since) {
        return jdbc.sql("select count(*) from served_states where product = ? and live_channel = ? and fingerprint = ?"
                                + " and (served_until is null or served_until >= ?)")
                        .params(
                                state.product(),
                                state.liveChannel(),
                                state.fingerprint().value(),
                                since.toEpochMilli())
                        .query(Integer.class)
                        .single()
                > 0;
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
            insert(state, at, at.toEpochMilli());
        }
    }

    /** A state that is live from now on. */
    public void begin(TestedState state, Instant at) {
        int known = jdbc.sql("update served_states set served_until = null where product = ? and live_channel = ?"
                        + " and fingerprint = ?")
                .params(
                        state.product(),
                        state.liveChannel(),
                        state.fingerprint().value())
                .update();
        if (known == 0) {
            insert(state, at, null);
        }
    }

    private void insert(TestedState state, Instant since, @org.jspecify.annotations.Nullable Long until) {
        jdbc.sql("insert into served_states (product, live_channel, fingerprint, served_since, served_until)"
                        + " values (?, ?, ?, ?, ?)")
                .param(state.product())
                .param(state.liveChannel())
                .param(state.fingerprint().value())
                .param(since.toEpochMilli())
                .param(until)
                .update();
    }
}
