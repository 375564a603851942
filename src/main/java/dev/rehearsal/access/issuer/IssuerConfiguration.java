package dev.rehearsal.access.issuer;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import dev.rehearsal.access.Identities;
import dev.rehearsal.access.IssuerDoor;
import dev.rehearsal.access.IssuerTokens;
import dev.rehearsal.access.OidcOptions;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Sets up what an issuer needs where there is one; asks it for nothing yet. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("rehearsal.oidc.issuer")
class IssuerConfiguration {

    private final ClientHttpRequestFactory calls = IssuerCalls.requests();

    @Bean
    Issuer issuer(OidcOptions options, Clock clock) {
        return new Issuer(options, calls, clock);
    }

    @Bean
    IssuerTokens issuerTokens(Issuer issuer, Identities identities, OidcOptions options) {
        return new CheckedTokens(issuer, identities, options);
    }

    /** Is looked for by its type where sign-ins are set up. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Issuer issuer) {
        return registration -> issuer.description().keys().idTokens(registration);
    }

    @Bean
    IssuerDoor issuerDoor(
            Issuer issuer,
            Identities identities,
            OidcOptions options,
            VaadinDefaultRequestCache askedBefore,
            Clock clock) {
        ClientRegistrationRepository registrations =
                id -> id.equals(Issuer.REGISTRATION) ? issuer.description().registration() : null;
        return new ScreensDoor(
                registrations,
                new IssuerRequests(registrations, options),
                new IssuerSignIn(identities, options, askedBefore, clock),
                new IssuerSignOut(issuer, options),
                calls);
    }
}
