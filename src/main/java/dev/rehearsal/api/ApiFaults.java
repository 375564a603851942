package dev.rehearsal.api;

import dev.rehearsal.problem.LoggedFault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells of what nothing else explains, and so is a fault of the server: by an id under which its log says more. */
@RestControllerAdvice(basePackageClasses = ApiFaults.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiFaults {

    /** Returns nothing where nobody is left to hear of it. */
    @ExceptionHandler
    @Nullable
    ProblemDetail unexplained(Exception failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure) ? null : told(failure);
    }

    static ProblemDetail told(Throwable failure) {
        LoggedFault fault = LoggedFault.of(failure);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, fault.sentence());
        detail.setProperty("id", fault.id());
        return detail;
    }
}
