package dev.rehearsal.api.own;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.insight.impact.ChannelImpact;
import dev.rehearsal.insight.impact.ImpactRun;
import dev.rehearsal.insight.impact.Impacts;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which share of what clients ask gets something else once a set, or what a test channel shows, is live. */
@RestController
class ImpactApi {

    /** Whoever asks waits for so long; after that, they are told how far it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ChangeSets changeSets;
    private final TestChannelPreviews previews;
    private final Impacts impacts;

    ImpactApi(ChangeSets changeSets, TestChannelPreviews previews, Impacts impacts) {
        this.changeSets = changeSets;
        this.previews = previews;
        this.impacts = impacts;
    }

    @GetMapping("/api/change_sets/{id}/impact")
    ResponseEntity<Map<String, Object>> ofSet(@PathVariable long id) {
        return answer(impacts.of(changeSets.get(new ChangeSetId(id))));
    }

    /** @param product may be left out where the mapping has one */
    @GetMapping("/api/test_channels/{testChannel}/impact")
    ResponseEntity<Map<String, Object>> ofTestChannel(
            @PathVariable String testChannel,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable Long through) {
        TestChannelPreview preview =
                previews.of(testChannel, product, through == null ? null : new ChangeSetId(through));
        if (preview.product() == null) {
            throw RefusedException.invalid(
                    "product", "'%s' is mapped for every product: name one".formatted(testChannel));
        }
        return answer(impacts.of(preview));
    }

    private static ResponseEntity<Map<String, Object>> answer(ImpactRun run) {
        Optional<List<ChannelImpact>> found = run.within(PATIENCE);
        return found.isPresent()
                ? ResponseEntity.ok(ImpactJson.of(found.get()))
                : ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("done", run.done(), "all", run.all()));
    }
}
