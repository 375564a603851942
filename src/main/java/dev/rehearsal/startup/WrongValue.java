package dev.rehearsal.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which option has a value that cannot be read; ours are looked at before, so these are Spring's. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class WrongValue extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BindException wrong) {
        String key = wrong.getName().toString();
        if (wrong.getProperty() == null) {
            return new StartFailure("The options of " + key + " cannot be used: " + reason(wrong), failure);
        }
        String value = key.contains("password") || key.contains("token") || key.contains("secret")
                ? ""
                : " to '" + wrong.getProperty().getValue() + "'";
        Class<?> type = wrong.getTarget().getType().resolve(Object.class);
        return new StartFailure("%s cannot be set%s: it takes %s.".formatted(key, value, describe(type)), failure);
    }

    private static String describe(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "a whole number";
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> "a time such as 5s or 2m";
            case "DataSize" -> "a size such as 10MB";
            default -> "a " + type.getSimpleName();
        };
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
