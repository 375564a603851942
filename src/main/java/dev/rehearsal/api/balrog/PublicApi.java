package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.BlobText;
import dev.rehearsal.api.json.DataVersion;
import dev.rehearsal.api.json.Flag;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.RuleReader;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Shows what is live to everybody without a token, as Balrog does; it does not show what is pending. */
@RestController
@RequestMapping("/api/v1")
class PublicApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RuleReader rules;
    private final ReleaseReader releases;
    private final PinnedReleases pins;
    private final EmergencyShutoffs shutoffs;

    PublicApi(RuleReader rules, ReleaseReader releases, PinnedReleases pins, EmergencyShutoffs shutoffs) {
        this.rules = rules;
        this.releases = releases;
        this.pins = pins;
        this.shutoffs = shutoffs;
    }

    @GetMapping("/rules")
    Map<String, Object> rules(@RequestParam(required = false) @Nullable String product) {
        return rules.list(product);
    }

    @GetMapping("/rules/{idOrAlias}")
    ResponseEntity<Map<String, @Nullable Object>> rule(@PathVariable String idOrAlias) {
        return rules.one(idOrAlias);
    }

    @GetMapping("/rules/{id}/revisions")
    Map<String, Object> ruleRevisions(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int limit) {
        return rules.revisions(id, page, limit);
    }

    @GetMapping("/releases")
    Map<String, Object> releases(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(name = "name_prefix", required = false) @Nullable String namePrefix,
            @RequestParam(name = "names_only", required = false) @Nullable String namesOnly) {
        List<Release> found = releases.list(product, namePrefix);
        return Flag.isOn(namesOnly)
                ? Map.of(
                        "names",
                        found.stream().map(release -> release.name().value()).toList())
                : Map.of("releases", releases.rows(found));
    }

    @GetMapping("/releases/{name}")
    ResponseEntity<String> release(
            @PathVariable ReleaseName name, @RequestParam(required = false) @Nullable String pretty) {
        return releases.blob(name, pretty);
    }

    @GetMapping("/releases/{name}/builds/{platform}/{locale}")
    ResponseEntity<String> locale(
            @PathVariable ReleaseName name, @PathVariable String platform, @PathVariable String locale) {
        return releases.locale(name, platform, locale);
    }

    /** @param version such as {@code 102.}, the last dot included */
    @GetMapping("/pins/{product}/{channel}/{version}")
    ResponseEntity<String> pin(
            @PathVariable String product,
            @PathVariable String channel,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String pretty) {
        Pin pin = PinsApi.find(pins, product, channel, version);
        return DataVersion.header(pin.dataVersion())
                .contentType(MediaType.APPLICATION_JSON)
                .body(BlobText.of(JSON.valueToTree(PinsApi.json(pin)), pretty));
    }

    @GetMapping("/emergency_shutoff")
    Map<String, Object> shutoffs() {
        return HistoryJson.list(
                "shutoffs", shutoffs.all().stream().map(PublicApi::json).toList());
    }

    @GetMapping("/emergency_shutoff/{product}/{channel}")
    ResponseEntity<Map<String, @Nullable Object>> shutoff(@PathVariable String product, @PathVariable String channel) {
        Shutoff found = shutoffs.all().stream()
                .filter(shutoff ->
                        shutoff.product().equals(product) && shutoff.channel().equals(channel))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(
                        "there is no emergency shutoff of %s on %s".formatted(product, channel)));
        return DataVersion.header(found.dataVersion()).body(json(found));
    }

    private static Map<String, @Nullable Object> json(Shutoff shutoff) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", shutoff.product());
        json.put("channel", shutoff.channel());
        json.put("comment", shutoff.comment());
        json.put("data_version", shutoff.dataVersion());
        return json;
    }
}
