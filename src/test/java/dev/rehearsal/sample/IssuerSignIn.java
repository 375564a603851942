package dev.rehearsal.sample;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The page on which an account is chosen; and whoever must choose one, since nobody has, or not lately enough. */
final class IssuerSignIn extends OncePerRequestFilter {

    private static final String PAGE = "/login";
    private static final String SUBJECT = "subject";
    private static final String SIGNED_IN = "signedIn";

    private final RunningIssuer issuer;

    IssuerSignIn(RunningIssuer issuer) {
        this.issuer = issuer;
    }

    /** How and when an account was chosen. */
    record SignedIn(Instant at, String acr) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession();
        if (request.getRequestURI().equals(PAGE)) {
            choose(request, response, session);
            return;
        }
        if (request.getRequestURI().equals("/oauth2/authorize") && mustChoose(request, session)) {
            String asked = request.getRequestURI() + "?" + request.getQueryString();
            response.sendRedirect(PAGE + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
            return;
        }
        if (session.getAttribute(SUBJECT) instanceof String subject
                && session.getAttribute(SIGNED_IN) instanceof SignedIn signedIn) {
            FactorGrantedAuthority factor = FactorGrantedAuthority.withAuthority(
                            FactorGrantedAuthority.PASSWORD_AUTHORITY)
                    .issuedAt(signedIn.at())
                    .build();
            UsernamePasswordAuthenticationToken who =
                    UsernamePasswordAuthenticationToken.authenticated(subject, null, List.of(factor));
            who.setDetails(signedIn);
            SecurityContextHolder.getContext().setAuthentication(who);
        }
        chain.doFilter(request, response);
    }

    private static boolean mustChoose(HttpServletRequest request, HttpSession session) {
        if (!(session.getAttribute(SIGNED_IN) instanceof SignedIn before)
                || "login".equals(request.getParameter("prompt"))) {
            return true;
        }
        String classes = request.getParameter("acr_values");
        String maxAge = request.getParameter("max_age");
        return classes != null && !List.of(classes.split(" ")).contains(before.acr())
                || maxAge != null
                        && before.at().plusSeconds(Long.parseLong(maxAge)).isBefore(Instant.now());
    }

    private void choose(HttpServletRequest request, HttpServletResponse response, HttpSession session)
            throws IOException {
        String to = request.getParameter("to");
        String subject = request.getParameter(SUBJECT);
        if (subject == null) {
            response.setContentType("text/html; charset=utf-8");
            response.getWriter()
                    .write("<h1>The issuer</h1><form method=post><label>Account <input name=subject></label>"
                            + "<button>Continue</button></form>");
            return;
        }
        session.setAttribute(SUBJECT, subject);
        boolean stepsUp = to.contains("acr_values=");
        session.setAttribute(SIGNED_IN, new SignedIn(issuer.signIn(), stepsUp ? "mfa" : "password"));
        response.sendRedirect(to);
    }
}
