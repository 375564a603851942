package dev.rehearsal.access.issuer;

import dev.rehearsal.access.IssuerSession;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.access.StepUpPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Makes the requests that a browser takes to the issuer: to say who somebody is or, for what they are about to sign, to
 * confirm that again. The wish is of the session, never of whoever made a link; it goes and comes back with the state
 * of its one request.
 */
final class IssuerRequests
        implements OAuth2AuthorizationRequestResolver, AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String WISH = IssuerRequests.class.getName() + ".wish";

    private final OAuth2AuthorizationRequestResolver plain;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> kept =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final StepUpPolicy policy;

    IssuerRequests(ClientRegistrationRepository registrations, OidcOptions options) {
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, SignIn.ISSUER.substring(0, SignIn.ISSUER.lastIndexOf('/')));
        this.policy = options.stepUpPolicy();
    }

    /** Returns the wish that the request which has just come back was made for. */
    static Optional<String> wish(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(WISH));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, plain.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asked(request, plain.resolve(request, registration));
    }

    private @Nullable OAuth2AuthorizationRequest asked(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest asked) {
        if (asked == null) {
            return null;
        }
        return wished(request.getParameter(SignIn.WISH))
                .map(wish -> OAuth2AuthorizationRequest.from(asked)
                        .attributes(attributes -> attributes.put(WISH, wish.id()))
                        .additionalParameters(parameters -> {
                            if (!policy.acrValues().isEmpty()) {
                                parameters.put("acr_values", String.join(" ", policy.acrValues()));
                            }
                            if (policy.maxAge() != null) {
                                parameters.put(
                                        "max_age",
                                        String.valueOf(policy.maxAge().toSeconds()));
                            }
                        })
                        .build())
                .orElse(asked);
    }

    private static Optional<IssuerSession.Wish> wished(@Nullable String id) {
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        return present != null && present.getDetails() instanceof IssuerSession session
                ? session.wish(id)
                : Optional.empty();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            kept.removeAuthorizationRequest(request, response);
        } else {
            kept.saveAuthorizationRequest(asked, request, response);
        }
    }

    /** A state comes back once. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = kept.removeAuthorizationRequest(request, response);
        if (asked != null) {
            request.setAttribute(WISH, asked.getAttribute(WISH));
        }
        return asked;
    }
}
