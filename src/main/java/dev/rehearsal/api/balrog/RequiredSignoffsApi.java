package dev.rehearsal.api.balrog;

import dev.rehearsal.access.Role;
import dev.rehearsal.api.json.ChangeType;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.RequirementJson;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Balrog's requirements of signoffs. Only the first of a product and channel, or of a product's permissions, is written
 * at once; what is in force guards itself (a Balrog fact).
 */
@RestController
@RequestMapping("/api/required_signoffs")
class RequiredSignoffsApi {

    private final RequiredSignoffs requirements;
    private final EnactmentService enactment;

    RequiredSignoffsApi(RequiredSignoffs requirements, EnactmentService enactment) {
        this.requirements = requirements;
        this.enactment = enactment;
    }

    @GetMapping("/product")
    Map<String, Object> ofProducts(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel) {
        return list(requirements.policy().forChannels().stream()
                .filter(required -> product == null || product.equals(required.product()))
                .filter(required -> channel == null || channel.equals(required.channel()))
                .map(RowKinds.REQUIREMENTS::told)
                .toList());
    }

    @PostMapping("/product")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Integer> require(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        allowOnly(fields, Set.of("product", "channel", "role", RequirementJson.COUNT));
        String product = fields.text("product");
        String channel = fields.text("channel");
        Role role = new Role(fields.text("role"));
        int count = fields.integer(RequirementJson.COUNT);
        fields.refuseProblems();
        SignoffPolicy policy = requirements.policy();
        if (!policy.ofChannel(product, channel).isEmpty()) {
            throw scheduleInstead("signoffs are required for %s on %s already".formatted(product, channel), "product");
        }
        enactment.enactAtOnce(
                actor,
                "Require signoffs for %s on %s".formatted(product, channel),
                List.of(RowKinds.REQUIREMENTS.require(product, channel, role, Proposal.Row.NONE_YET, null, count)));
        return Map.of("new_data_version", 1);
    }

    @DeleteMapping("/product")
    void removeOfProduct() {
        throw scheduleInstead("a requirement cannot be removed at once", "product");
    }

    @GetMapping("/permissions")
    Map<String, Object> ofPermissions(@RequestParam(required = false) @Nullable String product) {
        return list(requirements.policy().forPermissions().stream()
                .filter(required -> product == null || product.equals(required.product()))
                .map(RowKinds.PERMISSION_REQUIREMENTS::told)
                .toList());
    }

    @PostMapping("/permissions")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Integer> requireForPermissions(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        allowOnly(fields, Set.of("product", "role", RequirementJson.COUNT));
        String product = fields.text("product");
        Role role = new Role(fields.text("role"));
        int count = fields.integer(RequirementJson.COUNT);
        fields.refuseProblems();
        if (!requirements.policy().ofPermission(Set.of(product)).isEmpty()) {
            throw scheduleInstead("signoffs are required for permissions of " + product + " already", "permissions");
        }
        enactment.enactAtOnce(
                actor,
                "Require signoffs for permissions of " + product,
                List.of(RowKinds.PERMISSION_REQUIREMENTS.require(product, role, Proposal.Row.NONE_YET, null, count)));
        return Map.of("new_data_version", 1);
    }

    @DeleteMapping("/permissions")
    void removeOfPermissions() {
        throw scheduleInstead("a requirement cannot be removed at once", "permissions");
    }

    /** Balrog's screens send along how and when they would schedule it, which says nothing here (a Balrog fact). */
    private static void allowOnly(JsonFields fields, Set<String> columns) {
        Set<String> allowed = new HashSet<>(columns);
        allowed.addAll(Set.of("change_type", "when", "csrf_token"));
        fields.allowOnly(allowed);
        if (fields.has("change_type") && ChangeType.read(fields) != ChangeType.INSERT) {
            fields.wrong("change_type", "must be insert: what is in force is changed by scheduling that", fields);
        }
        if (fields.has("when")) {
            fields.time("when");
        }
    }

    private static RefusedException scheduleInstead(String sentence, String kind) {
        return RefusedException.invalid(
                "",
                sentence
                        + ": schedule the change, so that it can be signed, with POST /api/scheduled_changes/required_signoffs/"
                        + kind);
    }

    private static Map<String, Object> list(List<Map<String, @Nullable Object>> rows) {
        return HistoryJson.list("required_signoffs", rows);
    }
}
