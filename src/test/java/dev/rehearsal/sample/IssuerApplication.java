package dev.rehearsal.sample;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Spring's authorisation server, with a filter for what it does not heed by itself. Not marked as a configuration: the
 * application under test scans this package too.
 */
@EnableWebSecurity
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, SecurityFilterAutoConfiguration.class})
class IssuerApplication {

    private final RunningIssuer issuer;

    IssuerApplication(RunningIssuer issuer) {
        this.issuer = issuer;
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .addFilterAfter(new IssuerSignIn(issuer), SecurityContextHolderFilter.class)
                .oauth2ResourceServer(details -> details.jwt(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** Answers nothing by itself: without a servlet there are no filters either. */
    @Bean
    ServletRegistrationBean<HttpServlet> nothingElse() {
        return new ServletRegistrationBean<>(new HttpServlet() {}, "/");
    }

    /** Whoever started last has set its own for the whole process: that one, at any moment. */
    @Bean
    SecurityContextHolderStrategy presentStrategy() {
        return new SecurityContextHolderStrategy() {
            @Override
            public void clearContext() {
                present().clearContext();
            }

            @Override
            public org.springframework.security.core.context.SecurityContext getContext() {
                return present().getContext();
            }

            @Override
            public void setContext(org.springframework.security.core.context.SecurityContext context) {
                present().setContext(context);
            }

            @Override
            public org.springframework.security.core.context.SecurityContext createEmptyContext() {
                return present().createEmptyContext();
            }

            private SecurityContextHolderStrategy present() {
                return SecurityContextHolder.getContextHolderStrategy();
            }
        };
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().issuer(issuer.url()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys() {
        return (selector, context) -> selector.select(issuer.keys());
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    RegisteredClientRepository clients() {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                // A better hash of the secret is of no use here.
            }

            @Override
            public RegisteredClient findById(String id) {
                return client();
            }

            @Override
            public @Nullable RegisteredClient findByClientId(String id) {
                return id.equals(RunningIssuer.CLIENT) ? client() : null;
            }
        };
    }

    private RegisteredClient client() {
        return RegisteredClient.withId("1")
                .clientId(RunningIssuer.CLIENT)
                .clientSecret("{noop}" + RunningIssuer.SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(issuer.redirectTo() + "/login/oauth2/code/issuer")
                .postLogoutRedirectUri(issuer.redirectTo() + "/sign-in")
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** Says how and when somebody was authenticated, and what the account holds. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> said() {
        return context -> {
            Authentication principal = Objects.requireNonNull(context.getPrincipal());
            if (principal.getDetails() instanceof IssuerSignIn.SignedIn signedIn) {
                issuer.claims(principal.getName())
                        .forEach((claim, value) -> context.getClaims().claim(claim, value));
                Instant at = signedIn.at();
                context.getClaims().claim("auth_time", Date.from(at)).claim("acr", signedIn.acr());
            }
        };
    }
}
