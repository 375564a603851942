package dev.rehearsal.api;

import dev.rehearsal.live.Shutoff;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An emergency shutoff under Balrog's names for its columns. */
final class ShutoffJson {

    private ShutoffJson() {}

    static Map<String, @Nullable Object> of(Shutoff shutoff) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", shutoff.product());
        json.put("channel", shutoff.channel());
        json.put("comment", shutoff.comment());
        json.put("data_version", shutoff.dataVersion());
        return json;
    }
}
