package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.Shutoff;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Repository;

/** Reads and writes the shutoff table; each write leaves a history row. */
@Repository
public class ShutoffStore {

    private final JdbcAggregateOperations rows;

    public ShutoffStore(JdbcAggregateOperations rows) {
        this.rows = rows;
    }

    public List<Shutoff> all() {
        return rows.findAll(ShutoffRow.class).stream()
                .map(row -> new Shutoff(row.key().product(), row.key().channel(), row.comment(), row.dataVersion()))
                .toList();
    }

    public void delete(Write write, Shutoff shutoff) {
        rows.deleteById(new ShutoffRow.Key(shutoff.product(), shutoff.channel()), ShutoffRow.class);
        rows.insert(new ShutoffHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                write.changeSet(),
                shutoff.product(),
                shutoff.channel(),
                null,
                null));
    }

    public void insert(Write write, Collection<Shutoff> shutoffs) {
        if (shutoffs.isEmpty()) {
            return;
        }
        rows.insertAll(shutoffs.stream()
                .map(shutoff -> new ShutoffRow(
                        new ShutoffRow.Key(shutoff.product(), shutoff.channel()),
                        shutoff.comment(),
                        shutoff.dataVersion()))
                .toList());
        rows.insertAll(shutoffs.stream()
                .map(shutoff -> new ShutoffHistoryRow(
                        null,
                        write.by().name(),
                        write.at().toEpochMilli(),
                        write.changeSet(),
                        shutoff.product(),
                        shutoff.channel(),
                        shutoff.comment(),
                        shutoff.dataVersion()))
                .toList());
    }
}
