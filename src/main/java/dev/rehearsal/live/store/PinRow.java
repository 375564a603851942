package dev.rehearsal.live.store;

import dev.rehearsal.live.Pin;
import dev.rehearsal.matching.ReleaseName;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("pins")
record PinRow(@Id @Embedded.Empty Key key, String mapping, int dataVersion, long incarnation) {

    record Key(String product, String channel, String version) {}

    static PinRow of(Pin pin) {
        return new PinRow(
                new Key(pin.product(), pin.channel(), pin.version()),
                pin.mapping().value(),
                pin.dataVersion(),
                pin.incarnation());
    }

    Pin toPin() {
        return new Pin(key.product(), key.channel(), key.version(), new ReleaseName(mapping), dataVersion, incarnation);
    }
}
