package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeResult;
import dev.rehearsal.probe.ProbeService;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.probe.Progress;
import dev.rehearsal.probe.SuiteRun;
import dev.rehearsal.probe.SuiteVerdicts;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Asks probes of what is live and of what is staged, and lets them speak for a bot. */
@RestController
@RequestMapping("/api/probes")
class ProbeRunsApi {

    private final Probes probes;
    private final ProbeService probeService;
    private final SuiteVerdicts verdicts;
    private final SnapshotKeeper snapshots;

    ProbeRunsApi(Probes probes, ProbeService probeService, SuiteVerdicts verdicts, SnapshotKeeper snapshots) {
        this.probes = probes;
        this.probeService = probeService;
        this.verdicts = verdicts;
        this.snapshots = snapshots;
    }

    /** All probes, or those of a product, of a live channel, or of both; they are asked, and nothing is written. */
    @PostMapping("/run")
    Map<String, @Nullable Object> run(@RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = JsonFields.ofOptional(body);
        fields.allowOnly(Set.of("channel", "product", "through"));
        String product = fields.optionalText("product");
        String channel = fields.optionalText("channel");
        ChangeSetId through = fields.has("through") ? new ChangeSetId(fields.integer("through")) : null;
        fields.refuseProblems();
        List<Probe> suite = ProbesApi.wanted(probes, product, channel);
        return json(probeService.run(snapshots.current(), suite, through, Progress.UNHEARD));
    }

    /** A PASS where every probe of the channel gets what it must in just this state; else a FAIL that names the others. */
    @PostMapping("/verdict")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> verdict(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("test_channel", "product", "fingerprint"));
        String testChannel = fields.text("test_channel");
        String product = fields.text("product");
        Fingerprint fingerprint = new Fingerprint(fields.text("fingerprint"));
        fields.refuseProblems();
        SuiteVerdicts.Given given = verdicts.give(actor, testChannel, product, fingerprint);
        Map<String, @Nullable Object> json = VerdictsApi.json(given.verdict());
        json.put("probes", given.results().stream().map(ProbeRunsApi::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(ProbeResult result) {
        Map<String, @Nullable Object> json = ProbeJson.of(result.probe());
        json.putAll(ProbeJson.got(result));
        return json;
    }

    private static Map<String, @Nullable Object> json(SuiteRun run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", run.at().toEpochMilli());
        json.put("count", run.live().size());
        json.put("live_passes", run.livePasses());
        json.put(
                "test_channels",
                run.testChannels().stream().map(ProbeRunsApi::summary).toList());
        json.put("probes", run.live().stream().map(live -> json(live, run)).toList());
        return json;
    }

    private static Map<String, @Nullable Object> summary(SuiteRun.OnTestChannel staged) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("test_channel", staged.mapping().testChannel());
        json.put("live_channel", staged.mapping().liveChannel());
        json.put("product", staged.product());
        json.put("fingerprint", staged.fingerprint().value());
        json.put("count", staged.results().size());
        json.put("passes", staged.passes());
        return json;
    }

    private static Map<String, @Nullable Object> json(ProbeResult live, SuiteRun run) {
        Map<String, @Nullable Object> json = ProbeJson.of(live.probe());
        json.put("live", ProbeJson.got(live));
        List<Map<String, @Nullable Object>> staged = new ArrayList<>();
        for (SuiteRun.OnTestChannel channel : run.testChannels()) {
            channel.of(live.probe().id()).ifPresent(result -> {
                Map<String, @Nullable Object> got = new LinkedHashMap<>();
                got.put("test_channel", channel.mapping().testChannel());
                got.putAll(ProbeJson.got(result));
                staged.add(got);
            });
        }
        json.put("staged", staged);
        return json;
    }
}
