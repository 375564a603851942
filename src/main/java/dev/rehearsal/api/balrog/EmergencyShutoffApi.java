package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.DataVersion;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.live.ShutoffService;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Balrog's emergency shutoffs: made at once, removed at once only where no signoff is needed. */
@RestController
@RequestMapping("/api/emergency_shutoff")
class EmergencyShutoffApi {

    private final EmergencyShutoffs shutoffs;
    private final ShutoffService shutoffService;
    private final EnactmentService enactment;

    EmergencyShutoffApi(EmergencyShutoffs shutoffs, ShutoffService shutoffService, EnactmentService enactment) {
        this.shutoffs = shutoffs;
        this.shutoffService = shutoffService;
        this.enactment = enactment;
    }

    @GetMapping
    Map<String, Object> list() {
        return HistoryJson.list(
                "shutoffs", shutoffs.all().stream().map(RowKinds.SHUTOFFS::told).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> stop(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        String product = fields.text("product");
        String channel = fields.text("channel");
        String comment = fields.optionalText("comment");
        fields.refuseProblems();
        return RowKinds.SHUTOFFS.told(shutoffService.stop(actor, product, channel, comment));
    }

    @GetMapping("/{product}/{channel}")
    ResponseEntity<Map<String, @Nullable Object>> get(@PathVariable String product, @PathVariable String channel) {
        Shutoff shutoff = shutoffs.find(product, channel)
                .orElseThrow(() ->
                        RefusedException.notFound("updates of %s on %s are not shut off".formatted(product, channel)));
        return DataVersion.header(shutoff.dataVersion()).body(RowKinds.SHUTOFFS.told(shutoff));
    }

    @DeleteMapping("/{product}/{channel}")
    void lift(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String product,
            @PathVariable String channel,
            @RequestParam("data_version") int seen) {
        Proposal.ChangeRow<Shutoff> lift = RowKinds.SHUTOFFS.lift(product, channel, seen);
        enactment.enactAtOnce(actor, lift.title(), List.of(lift));
    }
}
