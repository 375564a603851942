package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.problem.LoggedFault;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The door of the API: whoever presents a good token, not too often, goes on as its person. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BearerTokenFilter.class);
    private static final String SCHEME = "Bearer ";
    private static final String BEARER = "Bearer";
    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final BearerTokens tokens;
    private final ApiRate rate;
    private final FailureNotes notes;
    private final @Nullable IssuerTokens issuer;

    /** @param issuer null where there is none */
    BearerTokenFilter(BearerTokens tokens, @Nullable IssuerTokens issuer, ApiRate rate, FailureNotes notes) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.rate = rate;
        this.notes = notes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        Bearer bearer;
        try {
            bearer = token == null ? new Bearer.Nobody() : recognise(token);
        } catch (DataAccessException | TransactionException e) {
            answerWithoutToken(response, e);
            return;
        }
        String counter = bearer instanceof Bearer.Known known
                ? known.counter()
                : "address " + Network.of(request.getRemoteAddr());
        Optional<Duration> wait = rate.count(counter);
        if (wait.isPresent()) {
            TooMany.answer(response, wait.get());
            return;
        }
        switch (bearer) {
            case Bearer.Nobody() -> chain.doFilter(request, response);
            case Bearer.Rejected(String sentence) -> {
                notes.rejected(sentence, request.getRemoteAddr());
                reject(response, sentence, isOfIssuer(token) ? INVALID_TOKEN : BEARER);
            }
            case Bearer.Unanswered(String sentence) ->
                ProblemAnswer.write(response, HttpStatus.SERVICE_UNAVAILABLE, sentence);
            case Bearer.Known(var actor, TokenScope scope, var _, var _)
            when scope == TokenScope.READ && !LOOKING.contains(request.getMethod()) -> {
                ProblemAnswer.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "This API token of " + actor + " is for reading only: use one with the scope 'write'.");
                noteRefusal(request, response, actor);
            }
            case Bearer.Known known -> {
                UsernamePasswordAuthenticationToken caller =
                        UsernamePasswordAuthenticationToken.authenticated(known.actor(), null, List.of());
                caller.setDetails(known.credential());
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(caller);
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
                noteRefusal(request, response, known.actor());
            }
        }
    }

    private Bearer recognise(String token) {
        return issuer != null && isOfIssuer(token) ? issuer.recognise(token) : tokens.recognise(token);
    }

    private boolean isOfIssuer(@Nullable String token) {
        return issuer != null && token != null && IssuerTokens.isOne(token);
    }

    private static void noteRefusal(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
            SecurityLog.tell(new SecurityEvent(
                    SecurityEvent.Kind.ACCESS_REFUSED,
                    actor,
                    null,
                    request.getMethod() + " " + request.getRequestURI(),
                    request.getRemoteAddr()));
        }
    }

    private static void answerWithoutToken(HttpServletResponse response, Exception failure) throws IOException {
        if (StorageFailure.of(failure) == StorageFailure.FAULT) {
            ProblemAnswer.write(response, LoggedFault.of(failure));
            return;
        }
        LOG.error("The database did not answer: {}", StorageFailure.reason(failure));
        ProblemAnswer.write(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database does not answer, so no token can be looked up. Try again later.");
    }

    /** For whoever comes without a token to what is not open to all. */
    static AuthenticationEntryPoint tokenMissing() {
        return (request, response, nobody) ->
                reject(response, "Send an API token: Authorization: Bearer <token>", BEARER);
    }

    private static void reject(HttpServletResponse response, String sentence, String challenge) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        ProblemAnswer.write(response, HttpStatus.UNAUTHORIZED, sentence);
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).strip() : null;
    }
}
