package dev.rehearsal.startup;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says why the database of this start cannot be used. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DatabaseFailure implements FailureAnalyzer {

    private static final int H2_IN_USE = 90020;

    private final Environment environment;

    DatabaseFailure(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        SQLException refused = deepest(failure, SQLException.class);
        if (refused != null) {
            return new StartFailure(sentence(refused), failure);
        }
        FlywayException migration = deepest(failure, FlywayException.class);
        return migration == null
                ? null
                : new StartFailure(
                        "The tables of the database %s do not fit this version of Rehearsal: %s"
                                .formatted(url(), firstLine(migration)),
                        failure);
    }

    private String sentence(SQLException refused) {
        if (refused.getErrorCode() == H2_IN_USE) {
            return "The database file of %s is in use by another process: stop that one, or name another file in spring.datasource.url."
                    .formatted(url());
        }
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return switch (state) {
            case "08001", "08004", "08006" ->
                "The database %s cannot be reached: %s Check spring.datasource.url and that it is running."
                        .formatted(url(), firstLine(refused));
            case "28000", "28P01" ->
                "The database %s refuses the user '%s' with this password: check spring.datasource.username and spring.datasource.password."
                        .formatted(url(), environment.getProperty("spring.datasource.username", ""));
            case "3D000" ->
                "There is no such database as %s names: create it, or change spring.datasource.url.".formatted(url());
            case "42501" ->
                "The user '%s' may not do what Rehearsal needs in the database %s: %s"
                        .formatted(
                                environment.getProperty("spring.datasource.username", ""), url(), firstLine(refused));
            default -> "The database %s cannot be used: %s".formatted(url(), firstLine(refused));
        };
    }

    private String url() {
        return DatabaseUrl.withoutSecrets(environment.getProperty("spring.datasource.url", ""));
    }

    private static String firstLine(Throwable failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    private static <T extends Throwable> @Nullable T deepest(Throwable failure, Class<T> type) {
        T found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            found = type.isInstance(cause) ? type.cast(cause) : found;
        }
        return found;
    }
}
