package dev.rehearsal.api.own;

import dev.rehearsal.insight.fingerprint.Explanation;
import dev.rehearsal.insight.fingerprint.Explanations;
import dev.rehearsal.insight.fingerprint.Reason;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains the difference between two states that were tested, live, or are staged. */
@RestController
class FingerprintsApi {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Explanations explanations;

    FingerprintsApi(Explanations explanations) {
        this.explanations = explanations;
    }

    /**
     * @param product of which they are fingerprints; null for whichever it is
     * @param channel the live channel of which they are; null likewise
     */
    @GetMapping("/api/fingerprints/{from}/differences")
    Map<String, @Nullable Object> differences(
            @PathVariable String from,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel) {
        List<Problem> problems = new ArrayList<>();
        check("fingerprint", from, problems);
        check("to", to, problems);
        RefusedException.throwIfAny(problems);
        Explanation explanation = explanations.between(new Fingerprint(from), new Fingerprint(to), product, channel);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", from);
        json.put("to", to);
        json.put("same", from.equals(to));
        switch (explanation) {
            case Explanation.Told told -> {
                json.put("product", told.product());
                json.put("live_channel", told.liveChannel());
                json.put("known", true);
                json.put(
                        "differences",
                        told.reasons().stream().map(FingerprintsApi::json).toList());
            }
            case Explanation.CannotTell _ -> json.put("known", false);
        }
        json.put("sentences", explanation.sentences());
        return json;
    }

    private static void check(String place, String sent, List<Problem> problems) {
        if (!FINGERPRINT.matcher(sent).matches()) {
            problems.add(new Problem(place, "must be a fingerprint: 64 hex digits in lower case"));
        }
    }

    private static Map<String, @Nullable Object> json(Reason reason) {
        Map<String, @Nullable Object> json = DifferenceJson.of(reason.difference());
        json.put("sentence", reason.sentence());
        return json;
    }
}
