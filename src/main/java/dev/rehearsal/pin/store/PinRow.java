package dev.rehearsal.pin.store;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("pins")
record PinRow(@Id @Embedded.Empty Key key, String mapping, int dataVersion) {

    record Key(String product, String channel, String version) {}
}
