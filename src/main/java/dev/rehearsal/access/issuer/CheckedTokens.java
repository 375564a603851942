package dev.rehearsal.access.issuer;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import dev.rehearsal.access.Bearer;
import dev.rehearsal.access.Binding;
import dev.rehearsal.access.Credential;
import dev.rehearsal.access.Identities;
import dev.rehearsal.access.Identity;
import dev.rehearsal.access.IssuerTokens;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.TokenScope;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Recognises those who present a token of the issuer: automation by the name that the options give its account, people by the
 * account that they are bound to. What a token says that somebody may do counts for nothing.
 */
final class CheckedTokens implements IssuerTokens {

    private static final String AWAY = "The issuer does not answer, so its tokens cannot be checked. Try again later.";

    private final Issuer issuer;
    private final Identities identities;
    private final OidcOptions options;
    private final Map<String, String> automation;
    private volatile @Nullable JwtDecoder decoder;

    CheckedTokens(Issuer issuer, Identities identities, OidcOptions options) {
        this.issuer = issuer;
        this.identities = identities;
        this.options = options;
        this.automation = options.automationBySubject();
    }

    @Override
    public Bearer recognise(String token) {
        if (!options.isApiOpen()) {
            return new Bearer.Rejected(
                    "Tokens of the issuer are not taken here: use an API token that was made on this server.");
        }
        Jwt claims;
        try {
            claims = decoder().decode(token);
        } catch (IssuerAwayException e) {
            return new Bearer.Unanswered(AWAY);
        } catch (JwtValidationException e) {
            return new Bearer.Rejected(e.getErrors().stream()
                    .map(OAuth2Error::getDescription)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("This token does not count any more, or not here."));
        } catch (BadJwtException e) {
            return new Bearer.Rejected("This token is not one that the issuer has signed.");
        } catch (JwtException e) {
            return isAway(e)
                    ? new Bearer.Unanswered(AWAY)
                    : new Bearer.Rejected("This token is signed with a key that the issuer does not show.");
        }
        String subject = claims.getSubject();
        return subject == null || subject.isEmpty()
                ? new Bearer.Rejected("This token has no subject, so it belongs to nobody.")
                : recognise(subject, claims);
    }

    private Bearer recognise(String subject, Jwt claims) {
        Identity identity = new Identity(options.issuer(), subject);
        String name = automation.get(identity.subject());
        if (name == null && isOfAutomation(subject, claims)) {
            return new Bearer.Rejected(
                    "This token is automation's, of the account '%s': the option rehearsal.oidc.automation must name it."
                            .formatted(identity.subject()));
        }
        Optional<Binding> found = name == null ? identities.find(identity) : identities.automation(identity, name);
        return found.<Bearer>map(binding -> known(binding, claims))
                .orElseGet(() -> new Bearer.Rejected(
                        name == null
                                ? "The account '%s' of the issuer is nobody here: sign in to the screens once, or ask an administrator."
                                        .formatted(identity.subject())
                                : "The account '%s' is named for '%s', who has no permission here, or whom an administrator must bind to it."
                                        .formatted(identity.subject(), name)));
    }

    private static Bearer known(Binding binding, Jwt claims) {
        return new Bearer.Known(
                binding.actor(),
                TokenScope.WRITE,
                "account " + binding.id(),
                binding.credential(Credential.Kind.JWT, IssuerClaims.assurance(claims)));
    }

    /** Says, as Auth0 and RFC 9068 tell it, whether the client got the token for itself. */
    private static boolean isOfAutomation(String subject, Jwt claims) {
        return "client-credentials".equals(claims.getClaimAsString("gty"))
                || "client_credentials".equals(claims.getClaimAsString("gty"))
                || subject.endsWith("@clients")
                || subject.equals(claims.getClaimAsString("client_id"))
                || subject.equals(claims.getClaimAsString("azp"));
    }

    private JwtDecoder decoder() {
        JwtDecoder made = decoder;
        if (made == null) {
            made = issuer.description().keys().accessTokens();
            decoder = made;
        }
        return made;
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return false;
            }
            if (cause instanceof KeySourceException) {
                return true;
            }
        }
        return false;
    }
}
