package dev.rehearsal.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says that another program listens where this one should. */
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        return new StartFailure(
                "Port %d is in use by another program: stop that one, or start with another --server.port."
                        .formatted(taken.getPort()),
                failure);
    }
}
