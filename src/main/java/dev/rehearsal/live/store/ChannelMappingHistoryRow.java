package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of the history of mappings; all but the id is null where the mapping was removed. */
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

    static ChannelMappingHistoryRow written(Write write, ChannelMapping mapping) {
        return new ChannelMappingHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                write.changeSet(),
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

    static ChannelMappingHistoryRow removed(Write write, long id) {
        return new ChannelMappingHistoryRow(
                null,
                write.by().name(),
                write.at().toEpochMilli(),
                write.changeSet(),
                id,
                null,
                null,
                null,
                null,
                null);
    }
}
