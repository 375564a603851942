package dev.rehearsal.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains a failed start for which there is no other analysis, by its innermost message: that is the nearest to a
 * reason that there is.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class Unexplained implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : root.getMessage().lines().findFirst().orElse("");
        return new StartFailure(
                "%s (%s; --logging.level.dev.rehearsal.startup=debug shows where)."
                        .formatted(message, root.getClass().getSimpleName()),
                failure);
    }
}
