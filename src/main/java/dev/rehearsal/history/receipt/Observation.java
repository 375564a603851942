package dev.rehearsal.history.receipt;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what of an enacted set is live still: of each row, and of each guarded channel that it changed. Pure. */
final class Observation {

    private final JsonNode rows;
    private final JsonNode channels;
    private final Tables live;
    private final ReleaseContents contents;

    /** @param facts what was kept of the enactment */
    Observation(NewFacts facts, Tables live, ReleaseContents contents) {
        JsonMapper mapper = JsonMapper.shared();
        this.rows = mapper.readTree(facts.enacted());
        this.channels = mapper.readTree(facts.predicate()).path("channels");
        this.live = live;
        this.contents = contents;
    }

    Map<String, @Nullable Object> told() {
        List<Map<String, Object>> ofRows = rows();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("stillLive", ofRows.stream().allMatch(row -> Boolean.TRUE.equals(row.get("asEnacted"))));
        told.put("rows", ofRows);
        told.put("channels", channels());
        return told;
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (JsonNode row : rows) {
            String kind = row.path("row").asString();
            String key = row.path("key").asString();
            if (kind.equals(EnactedRows.RULE) || kind.equals(EnactedRows.RELEASE) || kind.equals(EnactedRows.PIN)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("row", kind);
                one.put("key", key);
                one.put(
                        "asEnacted",
                        json(now(kind, key)).equals(row.path("after").toString()));
                told.add(one);
            }
        }
        return told;
    }

    private static String json(@Nullable Object value) {
        return value == null ? "null" : EnactedRows.json(value);
    }

    private @Nullable Object now(String kind, String key) {
        return switch (kind) {
            case EnactedRows.RULE -> EnactedRows.told(live.rule(new RuleId(Long.parseLong(key))));
            case EnactedRows.RELEASE -> EnactedRows.told(live.release(new ReleaseName(key)));
            default ->
                live.pins().releases().entrySet().stream()
                        .filter(pin -> EnactedRows.key(pin.getKey()).equals(key))
                        .map(pin -> EnactedRows.told(pin.getValue()))
                        .findFirst()
                        .orElse(null);
        };
    }

    private List<Map<String, Object>> channels() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (JsonNode one : channels) {
            String product = one.path("product").asString();
            String channel = one.path("channel").asString();
            Map<String, Object> now = new LinkedHashMap<>();
            now.put("product", product);
            now.put("channel", channel);
            now.put(
                    "asEnacted",
                    Fingerprint.of(live, contents, product, channel)
                            .value()
                            .equals(one.path("fingerprint").asString()));
            told.add(now);
        }
        return told;
    }

    /** Returns where clients may have got something else: the guarded channels, and those that its rules name in full. */
    Set<ProductChannel> places() {
        Set<ProductChannel> places = new LinkedHashSet<>();
        for (JsonNode one : channels) {
            String product = one.path("product").asString();
            if (!product.equals(ProductChannel.ANY_OTHER)) {
                places.add(new ProductChannel(product, one.path("channel").asString()));
            }
        }
        for (JsonNode row : rows) {
            addNamed(places, row.path("before"));
            addNamed(places, row.path("after"));
        }
        return places;
    }

    private static void addNamed(Set<ProductChannel> places, JsonNode rule) {
        JsonNode product = rule.path("product");
        JsonNode channel = rule.path("channel");
        if (product.isString() && channel.isString() && !channel.asString().endsWith("*")) {
            places.add(new ProductChannel(product.asString(), channel.asString()));
        }
    }
}
