package dev.rehearsal.live.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("shutoffs")
record ShutoffRow(@Id @Embedded.Empty Key key, @Nullable String comment, int dataVersion) {

    record Key(String product, String channel) {}
}
