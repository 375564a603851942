package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.staging.Fingerprint;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes and lists the verdicts of testers on a test channel, bound to the state that they tested. */
@RestController
@RequestMapping("/api/verdicts")
class VerdictsApi {

    private final TestVerdicts testVerdicts;
    private final Verdicts verdicts;
    private final StaleVerdicts staleVerdicts;

    VerdictsApi(TestVerdicts testVerdicts, Verdicts verdicts, StaleVerdicts staleVerdicts) {
        this.testVerdicts = testVerdicts;
        this.verdicts = verdicts;
        this.staleVerdicts = staleVerdicts;
    }

    /** The latest first; each with whether its test channel serves something else by now, and what differs. */
    @GetMapping
    Map<String, Object> list(
            @RequestParam(name = "test_channel", required = false) @Nullable String testChannel,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        Paging paging = new Paging(page, limit);
        List<Verdict> latest = verdicts.latest(testChannel, product, paging.offset(), paging.limit());
        return HistoryJson.page(
                "verdicts",
                new Page<>(verdicts.count(testChannel, product), staleVerdicts.at(latest)).map(VerdictsApi::json));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> give(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("test_channel", "product", "fingerprint", "outcome", "note"));
        TestVerdicts.Word word = new TestVerdicts.Word(
                fields.text("test_channel"),
                fields.text("product"),
                new Fingerprint(fields.text("fingerprint")),
                outcome(fields),
                fields.optionalText("note"));
        fields.refuseProblems();
        return json(testVerdicts.give(actor, word));
    }

    private static Outcome outcome(JsonFields fields) {
        String sent = fields.text("outcome");
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.wireName().equals(sent))
                .findFirst()
                .orElseGet(() -> sent.isEmpty()
                        ? Outcome.FAIL
                        : fields.wrong("outcome", "must be pass, fail or lift", Outcome.FAIL));
    }

    private static Map<String, @Nullable Object> json(StaleVerdicts.Looked looked) {
        Map<String, @Nullable Object> json = json(looked.verdict());
        json.put("stale", looked.stale());
        if (looked.stale()) {
            json.put("stale_because", looked.because());
        }
        return json;
    }

    static Map<String, @Nullable Object> json(Verdict verdict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", verdict.id());
        json.put("test_channel", verdict.testChannel());
        json.put("live_channel", verdict.state().liveChannel());
        json.put("product", verdict.state().product());
        json.put("fingerprint", verdict.state().fingerprint().value());
        json.put("outcome", verdict.outcome().wireName());
        json.put("note", verdict.note());
        json.put("person", verdict.by().name());
        json.put("at", verdict.at().toEpochMilli());
        return json;
    }
}
