package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.probe.adoption.Adopted;
import dev.rehearsal.probe.adoption.Adoption;
import dev.rehearsal.probe.adoption.AdoptionService;
import dev.rehearsal.probe.adoption.ChannelPair;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.probe.adoption.Progress;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Leads from test channels that are kept by hand to computed ones. */
@RestController
@RequestMapping("/api/adoption")
class AdoptionApi {

    private static final long USUAL_SEED = 1;

    private final Adoption adoption;
    private final AdoptionService adoptionService;

    AdoptionApi(Adoption adoption, AdoptionService adoptionService) {
        this.adoption = adoption;
        this.adoptionService = adoptionService;
    }

    /**
     * Returns what is kept by hand for one test channel, and what clients would notice; without a channel, where there is
     * something to adopt.
     *
     * @param queries how many to ask at most
     * @param seed the same one asks the same queries
     */
    @GetMapping
    Map<String, @Nullable Object> look(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(name = "live_channel", required = false) @Nullable String liveChannel,
            @RequestParam(name = "test_channel", required = false) @Nullable String testChannel,
            @RequestParam(required = false) @Nullable Integer queries,
            @RequestParam(required = false) @Nullable Long seed) {
        if (isEmpty(liveChannel) && isEmpty(testChannel)) {
            return AdoptionJson.candidates(adoption.candidates());
        }
        int most = Objects.requireNonNullElse(queries, Adoption.USUAL_QUERIES);
        if (most < 0 || most > Adoption.MOST_QUERIES) {
            throw RefusedException.invalid("queries", "must be 0 to " + Adoption.MOST_QUERIES);
        }
        HandKept kept = adoption.find(new ChannelPair(
                isEmpty(product) ? null : product,
                required("live_channel", liveChannel),
                required("test_channel", testChannel)));
        return AdoptionJson.of(
                kept, adoption.compare(kept, most, Objects.requireNonNullElse(seed, USUAL_SEED), Progress.TO_THE_END));
    }

    private static boolean isEmpty(@Nullable String parameter) {
        return parameter == null || parameter.isEmpty();
    }

    private static String required(String name, @Nullable String parameter) {
        if (parameter == null || parameter.isEmpty()) {
            throw RefusedException.invalid(
                    List.of(new Problem(name, "is missing: live_channel and test_channel are asked for together")));
        }
        return parameter;
    }

    /** Maps the channel and retires its copies, in two sets. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> adopt(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("product", "live_channel", "test_channel", "scope", "when"));
        Instant when = fields.has("when") ? fields.time("when") : null;
        MappingProposal mapping = MappingProposal.of(RowKinds.MAPPINGS.read(fields));
        fields.refuseProblems();
        Adopted adopted = adoptionService.adopt(
                actor,
                new ChannelPair(mapping.product(), mapping.liveChannel(), mapping.testChannel()),
                mapping.scope(),
                when);
        return AdoptionJson.of(adopted);
    }
}
