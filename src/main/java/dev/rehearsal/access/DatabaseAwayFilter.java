package dev.rehearsal.access;

import dev.rehearsal.ledger.StorageFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that the database is away where nothing behind it does, as in the middle of a sign-in: with a sentence for whoever
 * asks and one line in the log. Left to itself, the container would log a hundred lines for each request.
 */
final class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | DataAccessException | TransactionException e) {
            Throwable failure = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            if (response.isCommitted() || StorageFailure.of(failure) == StorageFailure.FAULT) {
                throw e;
            }
            LOG.error("The database did not answer: {}", StorageFailure.reason(failure));
            response.resetBuffer();
            ProblemAnswer.write(
                    response, HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Try again later.");
        }
    }
}
