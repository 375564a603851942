package dev.rehearsal.api.own;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.notice.WebhookDraft;
import dev.rehearsal.notice.Webhooks;
import dev.rehearsal.notice.Webhooks.Signing;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Reads and writes the webhooks that notices of the installation go to. */
@RestController
@RequestMapping("/api/webhooks")
class WebhooksApi {

    private final Webhooks webhooks;

    WebhooksApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    Map<String, Object> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        return HistoryJson.page(
                "webhooks",
                Page.of(webhooks.all(actor), new Paging(page, limit)).map(WebhookJson::of));
    }

    /** Answers with its secret, this once. */
    @PostMapping
    ResponseEntity<SecretTold> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Set<String> names = new HashSet<>(WebhookJson.FIELDS);
        names.add("signing");
        fields.allowOnly(names);
        WebhookDraft draft = WebhookJson.read(fields);
        Signing signing = signing(fields);
        fields.refuseProblems();
        return told(HttpStatus.CREATED, webhooks.add(actor, draft, signing));
    }

    private static Signing signing(JsonFields fields) {
        String sent = fields.optionalText("signing");
        return switch (sent) {
            case null -> Signing.SECRET;
            case "secret" -> Signing.SECRET;
            case "keys" -> Signing.KEYS;
            default -> fields.wrong("signing", "must be secret or keys", Signing.SECRET);
        };
    }

    /** Tells what signatures are checked with: the secret, or the public key. */
    record SecretTold(
            @Nullable String secret, @JsonAnyGetter Map<String, @Nullable Object> described) {

        /** Never shows the secret: the framework logs what it writes, if one lets it. */
        @Override
        public String toString() {
            return "a webhook with its secret";
        }
    }

    private static ResponseEntity<SecretTold> told(HttpStatus status, Webhook webhook) {
        String secret = webhook.secret().publicKey() == null ? webhook.secret().text() : null;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(new SecretTold(secret, WebhookJson.of(webhook)));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return WebhookJson.of(webhooks.find(actor, id));
    }

    /** Takes the whole webhook; what it signs with stays. */
    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Set<String> names = new HashSet<>(WebhookJson.FIELDS);
        // As it is read.
        names.addAll(Set.of(
                "id",
                "public_key",
                "previous_until",
                "ended_at",
                "ended_why",
                "changed_by",
                "changed_at",
                "data_version"));
        fields.allowOnly(names);
        int seen = fields.integer("data_version");
        WebhookDraft draft = WebhookJson.read(fields);
        fields.refuseProblems();
        return WebhookJson.of(webhooks.replace(actor, id, seen, draft));
    }

    /** Answers with a new secret, this once. */
    @PostMapping("/{id}/secret")
    ResponseEntity<SecretTold> rotate(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(Set.of("data_version"));
        int seen = fields.integer("data_version");
        fields.refuseProblems();
        return told(HttpStatus.OK, webhooks.rotate(actor, id, seen));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam("data_version") int seen) {
        webhooks.remove(actor, id, seen);
    }
}
