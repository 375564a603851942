package dev.rehearsal.access.issuer;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import dev.rehearsal.access.IssuerSession;
import dev.rehearsal.access.OidcOptions;
import dev.rehearsal.access.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads from a session that has ended here to the end of the one at the issuer, and from there back to the sign-in. */
final class IssuerSignOut implements LogoutSuccessHandler {

    private final Issuer issuer;
    private final OidcOptions options;
    private final RedirectStrategy redirect = new UidlRedirectStrategy();

    IssuerSignOut(Issuer issuer, OidcOptions options) {
        this.issuer = issuer;
        this.options = options;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication leaving)
            throws IOException {
        URI end = issuer.endOfSession();
        String target = end != null && leaving != null && leaving.getDetails() instanceof IssuerSession session
                ? atIssuer(end, session, request)
                : "/" + SignIn.PAGE;
        redirect.sendRedirect(request, response, target);
    }

    private String atIssuer(URI end, IssuerSession session, HttpServletRequest request) {
        return UriComponentsBuilder.fromUri(end)
                .queryParam("id_token_hint", "{hint}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(session.idToken(), options.clientId(), here(request) + "/" + SignIn.PAGE)
                .toUriString();
    }

    private static String here(HttpServletRequest request) {
        return UrlUtils.buildFullRequestUrl(
                request.getScheme(), request.getServerName(), request.getServerPort(), request.getContextPath(), null);
    }
}
