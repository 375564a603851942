package dev.rehearsal.access.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Checks what a token for the API must say besides being signed: by whom, for whom, about whom, from when and until
 * when.
 */
record AccessTokenRules(String issuer, String audience, Clock clock) implements OAuth2TokenValidator<Jwt> {

    /** How far the clock of the issuer may be off. */
    static final Duration SKEW = Duration.ofSeconds(30);

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String problem = problem(token);
        return problem == null
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", problem, null));
    }

    private @Nullable String problem(Jwt token) {
        Instant now = clock.instant();
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            return "This token is of another issuer than " + issuer + ".";
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            return "This token is for another audience than " + audience + ".";
        }
        if (token.getSubject() == null || token.getSubject().isBlank()) {
            return "This token does not say whose it is.";
        }
        return token.hasClaim("nonce") ? "This token tells who has signed in: it opens no API." : problem(token, now);
    }

    private static @Nullable String problem(Jwt token, Instant now) {
        Instant end = token.getExpiresAt();
        if (end == null) {
            return "This token does not say when it ends.";
        }
        if (!now.isBefore(end.plus(SKEW))) {
            return "This token has expired: get another one of the issuer.";
        }
        Instant begin = token.getNotBefore();
        if (begin != null && begin.isAfter(now.plus(SKEW))) {
            return "This token is not good yet.";
        }
        Instant made = token.getIssuedAt();
        // Of a token that does not say when it was made, the decoder says a second before its end.
        if (made == null || made.equals(end.minusSeconds(1))) {
            return null;
        }
        return made.isAfter(now.plus(SKEW)) ? "This token was made in the future." : null;
    }
}
