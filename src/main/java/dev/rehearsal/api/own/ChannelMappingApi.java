package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.MappingSuggestion;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists and changes which test channel shows which live channel's staged state. */
@RestController
@RequestMapping("/api/channel_mappings")
public class ChannelMappingApi {

    private final ChannelMappings mappings;
    private final EnactmentService enactment;
    private final SnapshotKeeper snapshots;

    ChannelMappingApi(ChannelMappings mappings, EnactmentService enactment, SnapshotKeeper snapshots) {
        this.mappings = mappings;
        this.enactment = enactment;
        this.snapshots = snapshots;
    }

    @GetMapping
    Map<String, Object> list() {
        return HistoryJson.list(
                "channel_mappings",
                mappings.all().stream().map(RowKinds.MAPPINGS::told).toList());
    }

    /** Channels that are named like test channels and have rules of their own: each can be posted as it is. */
    @GetMapping("/suggestions")
    Map<String, Object> suggestions() {
        NodeState state = snapshots.current();
        return HistoryJson.list(
                "suggestions",
                MappingSuggestion.among(state.live().ruleSet().inOrder(), state.mappings()).stream()
                        .map(ChannelMappingApi::suggestion)
                        .toList());
    }

    private static Map<String, @Nullable Object> suggestion(MappingSuggestion suggestion) {
        Map<String, @Nullable Object> json =
                RowKinds.MAPPINGS.content(suggestion.proposal().asMapping());
        json.put("hand_made_rules", suggestion.handMade());
        return json;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        MappingProposal proposal = proposal(fields);
        return written(enactment.enactAtOnce(
                actor,
                "Map %s to %s".formatted(proposal.testChannel(), proposal.liveChannel()),
                List.of(RowKinds.MAPPINGS.change(null, null, proposal))));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return mappings.find(id)
                .map(RowKinds.MAPPINGS::told)
                .orElseThrow(() -> RefusedException.notFound("there is no channel mapping " + id));
    }

    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        int dataVersion = fields.integer("data_version");
        MappingProposal proposal = proposal(fields);
        return written(enactment.enactAtOnce(
                actor, "Change channel mapping " + id, List.of(RowKinds.MAPPINGS.change(id, dataVersion, proposal))));
    }

    /** As this very set wrote it, whatever became of it since. */
    private Map<String, @Nullable Object> written(ChangeSet set) {
        return RowKinds.MAPPINGS.told(mappings.writtenBy(set.id()).orElseThrow());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam("data_version") int dataVersion) {
        enactment.enactAtOnce(
                actor, "Remove channel mapping " + id, List.of(RowKinds.MAPPINGS.change(id, dataVersion, null)));
    }

    private static MappingProposal proposal(JsonFields fields) {
        MappingProposal proposal = MappingProposal.of(RowKinds.MAPPINGS.read(fields));
        fields.refuseProblems();
        return proposal;
    }
}
