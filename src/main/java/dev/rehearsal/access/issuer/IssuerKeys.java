package dev.rehearsal.access.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.rehearsal.access.OidcOptions;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The keys with which the issuer signs. They are fetched when first needed, again every few minutes, and when a token names
 * one that is not among them, which is how keys are changed; but not for each token that names nonsense.
 */
final class IssuerKeys {

    /** Signatures with a key that the issuer alone has: no {@code none}, and nothing whose key is shared. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration REFRESH = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final JWKSource<SecurityContext> keys;
    private final OidcOptions options;
    private final Clock clock;

    IssuerKeys(URI address, OidcOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
        try {
            this.keys = JWKSourceBuilder.<SecurityContext>create(address.toURL(), IssuerCalls.keys())
                    .cache(KEPT.toMillis(), REFRESH.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_REFRESHES.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Checks tokens for the API, down to their times. */
    JwtDecoder accessTokens() {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        decoder.setJwtValidator(new AccessTokenRules(options.issuer(), options.audience(), clock));
        return decoder;
    }

    /** Checks what says who has signed in. */
    JwtDecoder idTokens(ClientRegistration registration) {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor(JOSEObjectType.JWT, null));
        OidcIdTokenValidator rules = new OidcIdTokenValidator(registration);
        rules.setClock(clock);
        rules.setClockSkew(AccessTokenRules.SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules));
        return decoder;
    }

    private DefaultJWTProcessor<SecurityContext> processor(@Nullable JOSEObjectType... types) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
        // By our rules, and our clock.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }
}
