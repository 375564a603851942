package dev.rehearsal.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says that another program listens where this one should. */
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    PortTaken(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        return new StartFailure(
                "Port %d is in use by another program: stop that one, or start with another --%s."
                        .formatted(taken.getPort(), option(taken.getPort())),
                failure);
    }

    private String option(int port) {
        String metrics = Option.METRICS_PORT.key();
        return String.valueOf(port).equals(environment.getProperty(metrics)) ? metrics : "server.port";
    }
}
