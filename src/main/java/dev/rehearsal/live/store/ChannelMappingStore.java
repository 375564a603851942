package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChannelMapping;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reads and writes channel mappings; each write leaves a history row. */
@Repository
public class ChannelMappingStore {

    private final JdbcAggregateOperations rows;

    public ChannelMappingStore(JdbcAggregateOperations rows) {
        this.rows = rows;
    }

    /** Returns all, by id. */
    public List<ChannelMapping> all() {
        return rows.findAll(ChannelMappingRow.class).stream()
                .map(ChannelMappingRow::toMapping)
                .sorted(Comparator.comparingLong(ChannelMapping::id))
                .toList();
    }

    /** As it was once the set was enacted. */
    public Optional<ChannelMapping> writtenBy(long changeSet) {
        return rows
                .findAll(
                        Query.query(Criteria.where("changeSetId").is(changeSet))
                                .sort(Sort.by("changeId").descending()),
                        ChannelMappingHistoryRow.class)
                .stream()
                .findFirst()
                .flatMap(ChannelMappingHistoryRow::toMapping);
    }

    /** Inserts a mapping, which gets a number of its own. */
    public ChannelMapping insert(Write write, ChannelMapping added) {
        ChannelMapping mapping = rows.insert(new ChannelMappingRow(
                        null,
                        added.product(),
                        added.liveChannel(),
                        added.testChannel(),
                        added.scope().wireForm(),
                        added.dataVersion()))
                .toMapping();
        rows.insert(ChannelMappingHistoryRow.written(write, mapping));
        return mapping;
    }

    public void update(Write write, ChannelMapping mapping) {
        rows.update(new ChannelMappingRow(
                mapping.id(),
                mapping.product(),
                mapping.liveChannel(),
                mapping.testChannel(),
                mapping.scope().wireForm(),
                mapping.dataVersion()));
        rows.insert(ChannelMappingHistoryRow.written(write, mapping));
    }

    public void delete(Write write, long id) {
        rows.deleteById(id, ChannelMappingRow.class);
        rows.insert(ChannelMappingHistoryRow.removed(write, id));
    }
}
