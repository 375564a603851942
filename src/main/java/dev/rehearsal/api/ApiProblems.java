package dev.rehearsal.api;

import dev.rehearsal.access.StepUpPolicy;
import dev.rehearsal.access.StepUpRequiredException;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says no as problem JSON (RFC 9457), in a sentence that a person can act on. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(0)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        HttpStatus status = switch (refused.reason()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
        List<Problem> problems = refused.problems();
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                status, problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        if (problems.size() > 1) {
            detail.setProperty(
                    "problems",
                    problems.stream()
                            .map(problem -> Map.of("place", problem.place(), "sentence", problem.sentence()))
                            .toList());
        }
        return detail;
    }

    /** As RFC 9470 has it: the same, with a token that says how its person was authenticated. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notProved(StepUpRequiredException required) {
        StepUpPolicy policy = required.policy();
        String sentence = String.valueOf(required.getMessage());
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, sentence);
        StringBuilder challenge = new StringBuilder(
                "Bearer error=\"insufficient_user_authentication\", error_description=\"%s\"".formatted(sentence));
        if (!policy.acrValues().isEmpty()) {
            challenge.append(", acr_values=\"%s\"".formatted(String.join(" ", policy.acrValues())));
        }
        Duration maxAge = policy.maxAge();
        if (maxAge != null) {
            challenge.append(", max_age=\"%d\"".formatted(maxAge.toSeconds()));
        }
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.toString())
                .body(detail);
    }

    /** Only of a time that is over: what a node serves is always kept. */
    @ExceptionHandler
    ProblemDetail notKept(ContentNotKeptException pruned) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.GONE, String.valueOf(pruned.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof StreamConstraintsException) {
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is larger, or nested deeper, than anything that this API takes.");
        }
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body must be one JSON object.");
    }

    /**
     * Only what may succeed by itself is told as such. A write that was lost in the very moment of its commit may have
     * been made, or not.
     */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail notStored(Exception failure) {
        return switch (StorageFailure.of(failure)) {
            case CONFLICT -> {
                LOG.warn("Two writes were in each other's way: {}", StorageFailure.reason(failure));
                yield ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONFLICT, "The tables have changed meanwhile: look again and repeat the request.");
            }
            case AWAY -> {
                LOG.error("The database did not answer: {}", StorageFailure.reason(failure));
                yield ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database does not answer. Try again later, and before you repeat a write, look whether it was"
                                + " made.");
            }
            case FAULT -> ApiFaults.told(failure);
        };
    }
}
