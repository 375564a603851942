package dev.rehearsal.access.issuer;

import dev.rehearsal.access.Assurance;
import dev.rehearsal.access.Identity;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.SignIn.Refused;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Tells who somebody is, as the issuer says it.
 *
 * @param name what they would be called here
 * @param assurance how they were authenticated, by the signed token and nothing else
 */
record IssuerClaims(Identity identity, String name, Assurance assurance) {

    private static final String EMAIL = "email";
    private static final int LONGEST_ACR = 200;

    /** @throws UnfitClaimsException if the issuer says no name, does not vouch for it, or says one of another domain */
    static IssuerClaims of(OidcUser user, OidcOptions options) {
        Object name = user.getClaims().get(options.nameClaim());
        if (!(name instanceof String text) || !Person.canBeCalled(text)) {
            throw new UnfitClaimsException(
                    Refused.NO_NAME, "the claim '%s' says no name".formatted(options.nameClaim()));
        }
        if (options.nameClaim().equals(EMAIL) && !isVerified(user)) {
            throw new UnfitClaimsException(Refused.NO_NAME, "the e-mail address is not verified");
        }
        if (!options.allowedDomains().isEmpty() && !isAllowed(user, options)) {
            throw new UnfitClaimsException(Refused.OTHER_DOMAIN, "the e-mail address is of another domain");
        }
        return new IssuerClaims(
                new Identity(options.issuer(), Objects.requireNonNull(user.getSubject())),
                text,
                assurance(user.getIdToken()));
    }

    static Assurance assurance(ClaimAccessor token) {
        Object acr = token.getClaims().get("acr");
        return new Assurance(
                acr instanceof String text && text.length() <= LONGEST_ACR ? text : null,
                instant(token.getClaims().get("auth_time")));
    }

    private static @Nullable Instant instant(@Nullable Object said) {
        return switch (said) {
            case Instant time -> time;
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case null, default -> null;
        };
    }

    private static boolean isVerified(OidcUser user) {
        return "true".equals(String.valueOf(user.getClaims().get("email_verified")));
    }

    private static boolean isAllowed(OidcUser user, OidcOptions options) {
        String email = String.valueOf(user.getClaims().get(EMAIL));
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return isVerified(user)
                && email.indexOf('@') > 0
                && options.allowedDomains().contains(domain);
    }
}
