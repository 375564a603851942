package dev.rehearsal.live.store;

import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("channel_mappings")
record ChannelMappingRow(
        @Id @Nullable Long id,
        @Nullable String product,
        String liveChannel,
        String testChannel,
        String scope,
        int dataVersion) {

    ChannelMapping toMapping() {
        return new ChannelMapping(
                Objects.requireNonNull(id), product, liveChannel, testChannel, Scope.parse(scope), dataVersion);
    }
}
