package dev.rehearsal.api.balrog;

import dev.rehearsal.live.Pin;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.problem.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists and changes which release holds back clients that are pinned to a version. */
@RestController
class PinsApi {

    private final PinnedReleases pins;

    PinsApi(PinnedReleases pins) {
        this.pins = pins;
    }

    /** @param version such as {@code 102.}, the last dot included */
    @GetMapping("/api/v2/pins/{product}/{channel}/{version}")
    Map<String, Object> get(@PathVariable String product, @PathVariable String channel, @PathVariable String version) {
        return json(find(pins, product, channel, version));
    }

    static Pin find(PinnedReleases pins, String product, String channel, String version) {
        return pins.find(product, channel, version)
                .orElseThrow(() -> RefusedException.notFound(
                        "there is no pin for version '%s' of %s on %s".formatted(version, product, channel)));
    }

    static Map<String, Object> json(Pin pin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("product", pin.product());
        json.put("channel", pin.channel());
        json.put("version", pin.version());
        json.put("mapping", pin.mapping().value());
        json.put("data_version", pin.dataVersion());
        return json;
    }
}
