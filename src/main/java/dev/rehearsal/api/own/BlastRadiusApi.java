package dev.rehearsal.api.own;

import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.probe.BlastRadius;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.probe.Progress;
import dev.rehearsal.probe.Radius;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells who gets something else once a queue is live, as far as probes and generated queries find out. */
@RestController
class BlastRadiusApi {

    private final TestChannelPreviews previews;
    private final Probes probes;
    private final BlastRadius blastRadius;

    BlastRadiusApi(TestChannelPreviews previews, Probes probes, BlastRadius blastRadius) {
        this.previews = previews;
        this.probes = probes;
        this.blastRadius = blastRadius;
    }

    /** @param product may be left out where the mapping has one */
    @GetMapping("/api/test_channels/{testChannel}/blast_radius")
    Map<String, @Nullable Object> radius(
            @PathVariable String testChannel,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable Long through) {
        TestChannelPreview preview =
                previews.of(testChannel, product, through == null ? null : new ChangeSetId(through));
        if (preview.product() == null) {
            throw RefusedException.invalid(
                    "product", "'%s' is mapped for every product: name one".formatted(testChannel));
        }
        Radius radius = blastRadius.of(preview, probes.all(), Progress.UNHEARD);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("live_channel", preview.mapping().liveChannel());
        json.put("test_channel", preview.mapping().testChannel());
        json.put("product", preview.product());
        json.put("fingerprint", preview.fingerprint().value());
        json.put("live_fingerprint", preview.liveFingerprint().value());
        json.put("asked", radius.asked());
        json.put("differing", radius.differing());
        json.put("changes", radius.changes().stream().map(BlastRadiusApi::json).toList());
        return json;
    }

    private static Map<String, Object> json(Radius.Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", change.before());
        json.put("after", change.after());
        json.put("queries", change.queries());
        json.put("sentence", change.sentence());
        json.put("examples", change.examples());
        return json;
    }
}
