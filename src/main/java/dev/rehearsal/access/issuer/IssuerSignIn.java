package dev.rehearsal.access.issuer;

import dev.rehearsal.access.Binding;
import dev.rehearsal.access.Credential;
import dev.rehearsal.access.Identities;
import dev.rehearsal.access.IssuerSession;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.Recognised;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.access.SignIn.Refused;
import dev.rehearsal.access.SignInRefusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Takes whoever comes back from the issuer: begins their session as the person that they are here, keeps that they have
 * proved anew who they are, or says why neither.
 */
final class IssuerSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerSignIn.class);

    private final Identities identities;
    private final OidcOptions options;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();

    IssuerSignIn(Identities identities, OidcOptions options, RequestCache askedBefore, Clock clock) {
        this.identities = identities;
        this.options = options;
        this.clock = clock;
        onwards.setRequestCache(askedBefore);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication arrived)
            throws IOException, ServletException {
        SecurityContextHolder.clearContext();
        OidcUser user = (OidcUser) Objects.requireNonNull(arrived.getPrincipal());
        IssuerClaims claims;
        try {
            claims = IssuerClaims.of(user, options);
        } catch (UnfitClaimsException unfit) {
            onAuthenticationFailure(request, response, unfit);
            return;
        }
        Optional<String> wish = IssuerRequests.wish(request);
        if (wish.isPresent()) {
            prove(request, response, claims, wish.get());
            return;
        }
        switch (identities.signIn(claims.identity(), claims.name(), request.getRemoteAddr())) {
            case Recognised.Known(var binding) -> {
                begin(request, response, binding, claims, user.getIdToken().getTokenValue());
                onwards.onAuthenticationSuccess(request, response, arrived);
            }
            case Recognised.Stranger stranger -> {
                request.getSession().invalidate();
                request.getSession().setAttribute(SignIn.STRANGER, stranger);
                SignInRefusal.leadBack(request, response, Refused.STRANGER);
            }
        }
    }

    private void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            Binding binding,
            IssuerClaims claims,
            String idToken) {
        if (present(request)
                .filter(before -> !binding.actor().equals(before.getPrincipal()))
                .isPresent()) {
            // Nothing of whoever was signed in before stays for the next.
            request.getSession().invalidate();
        }
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(binding.actor(), null, List.of());
        signedIn.setDetails(new IssuerSession(
                binding.person(),
                clock.instant(),
                binding.credential(Credential.Kind.ISSUER, claims.assurance()),
                idToken));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /** The session goes on as it was, and knows what was proved for what. */
    private void prove(HttpServletRequest request, HttpServletResponse response, IssuerClaims claims, String id)
            throws IOException {
        IssuerSession session = present(request)
                .map(Authentication::getDetails)
                .filter(IssuerSession.class::isInstance)
                .map(IssuerSession.class::cast)
                .orElse(null);
        IssuerSession.Wish wish = session == null ? null : session.wish(id).orElse(null);
        Binding binding = identities.find(claims.identity()).orElse(null);
        if (session == null
                || wish == null
                || binding == null
                || binding.id() != session.credential().id()
                || !options.stepUpPolicy().isEnough(claims.assurance(), clock.instant())) {
            identities.refused("did not prove anew who they are", request.getRemoteAddr());
            SignInRefusal.leadBack(request, response, Refused.STEP_UP);
            return;
        }
        session.prove(wish, claims.assurance());
        identities.provedAnew(binding, request.getRemoteAddr());
        response.sendRedirect(request.getContextPath() + wish.back());
    }

    /** Returns who is signed in to this browser's session, which the filter that calls this has not touched. */
    private static Optional<Authentication> present(HttpServletRequest request) {
        Object context =
                request.getSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known
                ? Optional.ofNullable(known.getAuthentication())
                : Optional.empty();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        Refused why = why(refused);
        if (why != Refused.ISSUER_AWAY) {
            identities.refused(words(refused), request.getRemoteAddr());
        }
        LOG.debug("Nobody was signed in through the issuer: {}", words(refused));
        SignInRefusal.leadBack(request, response, why);
    }

    private static Refused why(AuthenticationException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnfitClaimsException unfit -> {
                    return unfit.why();
                }
                case IssuerAwayException _, IOException _ -> {
                    return Refused.ISSUER_AWAY;
                }
                default -> {}
            }
        }
        return Refused.ISSUER_REFUSED;
    }

    /** What came in the address may be of anybody: only a short code is kept of it. */
    private static String words(AuthenticationException refused) {
        String words = refused instanceof OAuth2AuthenticationException coded
                ? coded.getError().getErrorCode()
                : String.valueOf(refused.getMessage());
        return words.replaceAll("[^A-Za-z0-9_' .@-]", "?");
    }
}
