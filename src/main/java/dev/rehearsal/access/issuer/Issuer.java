package dev.rehearsal.access.issuer;

import dev.rehearsal.access.OidcOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The issuer as it describes itself. It is asked when somebody first needs it, not at the start, so that a server starts and
 * serves without it; what it has said is kept, and a failure for a moment, so that it is not asked with each request.
 */
final class Issuer {

    /** The one registration there is, as it stands in the addresses. */
    static final String REGISTRATION = "issuer";

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(1);
    private static final List<String> ADDRESSES = List.of(
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");

    private final OidcOptions options;
    private final RestClient calls;
    private final Clock clock;
    private volatile @Nullable Description known;
    private @Nullable IssuerAwayException failure;
    private Instant failedAt = Instant.EPOCH;

    Issuer(OidcOptions options, ClientHttpRequestFactory requests, Clock clock) {
        this.options = options;
        this.calls = RestClient.builder().requestFactory(requests).build();
        this.clock = clock;
    }

    /**
     * The description that the issuer gives of itself.
     *
     * @param endOfSession where a browser ends its session there; null where it cannot
     */
    record Description(
            ClientRegistration registration,
            IssuerKeys keys,
            @Nullable URI endOfSession) {}

    /** @throws IssuerAwayException if it has never answered yet, and does not now */
    Description description() {
        Description present = known;
        return present != null ? present : ask();
    }

    /** Returns where a browser ends its session there, if the issuer has been asked; nobody waits for it to leave. */
    @Nullable
    URI endOfSession() {
        Description present = known;
        return present == null ? null : present.endOfSession();
    }

    private synchronized Description ask() {
        Description present = known;
        if (present != null) {
            return present;
        }
        IssuerAwayException before = failure;
        if (before != null && clock.instant().isBefore(failedAt.plus(FAILURE_KEPT))) {
            throw before;
        }
        try {
            Description found = described(fetched());
            known = found;
            failure = null;
            return found;
        } catch (RestClientException | JacksonException | IllegalArgumentException | IllegalStateException e) {
            LOG.warn("The issuer {} does not answer as one: {}", options.issuer(), e.getMessage());
            failure = new IssuerAwayException(options.issuer(), String.valueOf(e.getMessage()));
            failedAt = clock.instant();
            throw failure;
        }
    }

    private Map<String, Object> fetched() {
        String body = calls.get()
                .uri(URI.create(options.issuer().replaceFirst("/$", "") + DESCRIPTION))
                .retrieve()
                .body(String.class);
        return JsonMapper.shared().readValue(body == null ? "" : body, new TypeReference<>() {});
    }

    private Description described(Map<String, Object> said) {
        if (!options.issuer().equals(said.get("issuer"))) {
            throw new IllegalStateException("it calls itself '%s'".formatted(said.get("issuer")));
        }
        refuseOpenAddresses(said);
        ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(REGISTRATION)
                .clientId(options.clientId())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email");
        if (options.clientSecret().isEmpty()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            registration.clientSecret(options.clientSecret());
        }
        URI keys = URI.create(String.valueOf(said.get("jwks_uri")));
        Object end = said.get("end_session_endpoint");
        return new Description(
                registration.build(),
                new IssuerKeys(keys, options, clock),
                end == null ? null : URI.create(end.toString()));
    }

    /** Whatever an issuer behind TLS names is behind TLS too. */
    private void refuseOpenAddresses(Map<String, Object> said) {
        if (options.issuer().startsWith("https://")) {
            ADDRESSES.stream()
                    .filter(name ->
                            said.get(name) != null && !said.get(name).toString().startsWith("https://"))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalStateException("its " + name + " is not https");
                    });
        }
    }
}
