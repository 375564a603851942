package dev.rehearsal.api.own;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.rehearsal.access.ApiToken;
import dev.rehearsal.access.ApiTokens;
import dev.rehearsal.access.NewToken;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.UserJson;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.EpochMillis;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Tokens for this API. */
@RestController
@RequestMapping("/api/tokens")
class TokensApi {

    private static final Set<String> FIELDS = Set.of("person", "name", "scope", "expires_at");

    private final ApiTokens tokens;

    TokensApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** Answers with the token itself, this once. */
    @PostMapping
    ResponseEntity<NewTokenJson> create(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        String person = fields.text("person");
        String name = fields.text("name");
        TokenScope scope = scope(fields);
        Instant expiresAt = fields.has("expires_at") ? fields.time("expires_at") : null;
        fields.allowOnly(FIELDS);
        fields.refuseProblems();
        String owner = UserJson.name(actor, person);
        NewToken made = fields.json().has("expires_at")
                ? tokens.create(actor, owner, name, scope, expiresAt)
                : tokens.create(actor, owner, name, scope);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new NewTokenJson(made.secret(), json(made.token())));
    }

    record NewTokenJson(String token, @JsonAnyGetter Map<String, @Nullable Object> described) {

        /** Never shows the token: the framework logs what it writes, if one lets it. */
        @Override
        public String toString() {
            return "a token " + described;
        }
    }

    /** Returns those of one person, by default of the caller; also expired and revoked ones. */
    @GetMapping
    Map<String, Object> list(
            @AuthenticationPrincipal Actor actor, @RequestParam(defaultValue = "current") String person) {
        return HistoryJson.list(
                "tokens",
                tokens.of(actor, UserJson.name(actor, person)).stream()
                        .map(TokensApi::json)
                        .toList());
    }

    @PostMapping("/{id}/confirmation")
    Map<String, @Nullable Object> confirm(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return json(tokens.confirm(actor, id));
    }

    @DeleteMapping("/{id}")
    Map<String, List<String>> revoke(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return UserJson.warnings(tokens.revoke(actor, id));
    }

    private static TokenScope scope(JsonFields fields) {
        String text = fields.optionalText("scope");
        return text == null
                ? TokenScope.WRITE
                : TokenScope.named(text)
                        .orElseGet(() -> fields.wrong("scope", "must be read or write", TokenScope.READ));
    }

    private static Map<String, @Nullable Object> json(ApiToken token) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", token.id());
        json.put("person", token.person());
        json.put("name", token.name());
        json.put("scope", token.scope().wireName());
        json.put("created_by", token.createdBy());
        json.put("created_at", token.createdAt().toEpochMilli());
        json.put("expires_at", EpochMillis.of(token.expiresAt()));
        json.put("revoked_by", token.revokedBy());
        json.put("revoked_at", EpochMillis.of(token.revokedAt()));
        json.put("confirmed_by", token.confirmedBy());
        json.put("minted_with", token.mintedWith());
        return json;
    }
}
