package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Entry;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** All but the id is null where the mapping was removed. */
@Table("channel_mappings_history")
record ChannelMappingHistoryRow(
        @Id @Nullable Long changeId,
        String changedBy,
        long changedAt,
        @Nullable Long changeSetId,
        long mappingId,
        @Nullable String product,
        @Nullable String liveChannel,
        @Nullable String testChannel,
        @Nullable String scope,
        @Nullable Integer dataVersion) {

    static ChannelMappingHistoryRow written(Entry entry, ChannelMapping mapping) {
        return new ChannelMappingHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                entry.changeSet(),
                mapping.id(),
                mapping.product(),
                mapping.liveChannel(),
                mapping.testChannel(),
                mapping.scope().wireForm(),
                mapping.dataVersion());
    }

    Optional<ChannelMapping> toMapping() {
        return liveChannel == null || testChannel == null || scope == null || dataVersion == null
                ? Optional.empty()
                : Optional.of(new ChannelMapping(
                        mappingId, product, liveChannel, testChannel, Scope.parse(scope), dataVersion));
    }

    static ChannelMappingHistoryRow removed(Entry entry, long id) {
        return new ChannelMappingHistoryRow(
                null,
                entry.by().name(),
                entry.at().toEpochMilli(),
                entry.changeSet(),
                id,
                null,
                null,
                null,
                null,
                null);
    }
}
