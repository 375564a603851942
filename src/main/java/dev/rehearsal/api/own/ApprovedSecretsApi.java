package dev.rehearsal.api.own;

import dev.rehearsal.access.ApprovedSecret;
import dev.rehearsal.access.ApprovedSecrets;
import dev.rehearsal.access.AskedToken;
import dev.rehearsal.access.CollectedSecret;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.ledger.Actor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens and passwords that were approved by change sets, for who can collect them. */
@RestController
@RequestMapping("/api/approved_secrets")
class ApprovedSecretsApi {

    private final ApprovedSecrets secrets;

    ApprovedSecretsApi(ApprovedSecrets secrets) {
        this.secrets = secrets;
    }

    @GetMapping
    Map<String, Object> list(@AuthenticationPrincipal Actor actor) {
        return HistoryJson.list(
                "approved_secrets",
                secrets.of(actor).stream().map(ApprovedSecretsApi::json).toList());
    }

    /** Answers with the token or the password itself, this once. */
    @PostMapping("/{id}/collection")
    ResponseEntity<CollectedJson> collect(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        CollectedSecret collected = secrets.collect(actor, id);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(CollectedJson.of(collected));
    }

    record CollectedJson(String secret, String kind, String username) {

        static CollectedJson of(CollectedSecret collected) {
            return new CollectedJson(
                    collected.text(),
                    ApprovedSecretsApi.kind(collected.secret()),
                    collected.secret().person());
        }

        /** Never shows the secret: the framework logs what it writes, if one lets it. */
        @Override
        public String toString() {
            return "a " + kind + " of " + username;
        }
    }

    private static Map<String, @Nullable Object> json(ApprovedSecret secret) {
        AskedToken token = secret.token();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", secret.id());
        json.put("kind", kind(secret));
        json.put("username", secret.person());
        json.put("name", token == null ? null : token.name());
        json.put("scope", token == null ? null : token.scope().wireName());
        json.put("expires_at", token == null ? null : token.expiresAt());
        json.put("asked_by", secret.askedBy().name());
        json.put("until", secret.until().toEpochMilli());
        return json;
    }

    private static String kind(ApprovedSecret secret) {
        return secret.kind().name().toLowerCase(Locale.ROOT);
    }
}
