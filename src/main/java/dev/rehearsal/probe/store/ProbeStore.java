package dev.rehearsal.probe.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Probe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes probes; each write leaves a history row. */
@Repository
public class ProbeStore {

    private static final String COLUMNS =
            "select id, name, url, product, channel, expects, answer, note, data_version from probes";

    private static final RowMapper<Probe> PROBE = (row, number) -> new Probe(
            row.getLong("id"),
            row.getString("name"),
            row.getString("url"),
            row.getString("product"),
            row.getString("channel"),
            Objects.requireNonNull(Expectation.Kind.named(row.getString("expects")))
                    .of(row.getString("answer")),
            row.getString("note"),
            row.getInt("data_version"));

    private final JdbcClient jdbc;

    public ProbeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all, by product, channel and name. */
    public List<Probe> all() {
        return jdbc.sql(COLUMNS + " order by product, channel, name, id")
                .query(PROBE)
                .list();
    }

    public Optional<Probe> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(PROBE).optional();
    }

    /** @return the probe with the id that it got */
    public Probe insert(Write write, Probe probe) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into probes (name, url, product, channel, expects, answer, note, data_version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(probe.name())
                .param(probe.url())
                .param(probe.product())
                .param(probe.channel())
                .param(probe.expected().kind().wireName())
                .param(probe.expected().answer())
                .param(probe.note())
                .param(probe.dataVersion())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        history(write, id, probe);
        return new Probe(
                id,
                probe.name(),
                probe.url(),
                probe.product(),
                probe.channel(),
                probe.expected(),
                probe.note(),
                probe.dataVersion());
    }

    public void update(Write write, Probe probe) {
        jdbc.sql("update probes set name = ?, url = ?, product = ?, channel = ?, expects = ?, answer = ?, note = ?,"
                        + " data_version = ? where id = ?")
                .param(probe.name())
                .param(probe.url())
                .param(probe.product())
                .param(probe.channel())
                .param(probe.expected().kind().wireName())
                .param(probe.expected().answer())
                .param(probe.note())
                .param(probe.dataVersion())
                .param(probe.id())
                .update();
        history(write, probe.id(), probe);
    }

    public void delete(Write write, long id) {
        jdbc.sql("delete from probes where id = ?").param(id).update();
        history(write, id, null);
    }

    private void history(Write write, long id, @Nullable Probe probe) {
        jdbc.sql("insert into probes_history (changed_by, changed_at, change_set_id, probe_id, name, url, product,"
                        + " channel, expects, answer, note, data_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.by().name())
                .param(write.at().toEpochMilli())
                .param(write.changeSet())
                .param(id)
                .param(probe == null ? null : probe.name())
                .param(probe == null ? null : probe.url())
                .param(probe == null ? null : probe.product())
                .param(probe == null ? null : probe.channel())
                .param(probe == null ? null : probe.expected().kind().wireName())
                .param(probe == null ? null : probe.expected().answer())
                .param(probe == null ? null : probe.note())
                .param(probe == null ? null : probe.dataVersion())
                .update();
    }
}
