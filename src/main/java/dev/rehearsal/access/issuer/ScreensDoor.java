package dev.rehearsal.access.issuer;

import dev.rehearsal.access.IssuerDoor;
import dev.rehearsal.access.SignIn;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The way in to the screens through the issuer, by the authorisation code flow with a proof of who asked for the code. */
final class ScreensDoor implements IssuerDoor {

    private final ClientRegistrationRepository registrations;
    private final IssuerRequests requests;
    private final IssuerSignIn signIn;
    private final IssuerSignOut signOut;
    private final ClientHttpRequestFactory calls;

    ScreensDoor(
            ClientRegistrationRepository registrations,
            IssuerRequests requests,
            IssuerSignIn signIn,
            IssuerSignOut signOut,
            ClientHttpRequestFactory calls) {
        this.registrations = registrations;
        this.requests = requests;
        this.signIn = signIn;
        this.signOut = signOut;
        this.calls = calls;
    }

    @Override
    public void addTo(HttpSecurity screens) throws Exception {
        screens.oauth2Login(login -> {
            login.loginPage("/" + SignIn.PAGE)
                    .permitAll()
                    .clientRegistrationRepository(registrations)
                    .authorizedClientRepository(new NoClients())
                    .authorizationEndpoint(asking ->
                            asking.authorizationRequestResolver(requests).authorizationRequestRepository(requests))
                    .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(codes()))
                    .userInfoEndpoint(users -> users.oidcUserService(users()))
                    .successHandler(signIn)
                    .failureHandler(signIn);
            login.addObjectPostProcessor(new KeepingNoSession());
            login.addObjectPostProcessor(new TellingWhy());
        });
    }

    /** Leaves it to the sign-in who somebody is here: the issuer's word alone begins no session. */
    private static final class KeepingNoSession implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {

        @Override
        public <F extends OAuth2LoginAuthenticationFilter> F postProcess(F filter) {
            filter.setSecurityContextRepository(new NullSecurityContextRepository());
            return filter;
        }
    }

    /** Leads back to the sign-in whoever would go to an issuer that does not answer. */
    private final class TellingWhy implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler(signIn);
            return filter;
        }
    }

    @Override
    public LogoutSuccessHandler signOut() {
        return signOut;
    }

    private RestClientAuthorizationCodeTokenResponseClient codes() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(calls)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }

    private OidcUserService users() {
        RestTemplate asking = new RestTemplate(calls);
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService details = new DefaultOAuth2UserService();
        details.setRestOperations(asking);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(details);
        return users;
    }
}
