package dev.rehearsal.probe.comparison.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words such as {@code --rate=200}, each taken out by its name. */
final class Arguments {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Arguments(List<String> words) {
        for (String word : words) {
            String[] parts = word.split("=", 2);
            if (!parts[0].startsWith("--")) {
                throw new WrongUseException("'" + word + "' is no option: options are like --left=URL");
            }
            if (values.put(parts[0], parts.length == 2 ? parts[1] : "") != null) {
                throw new WrongUseException(parts[0] + " is given twice");
            }
        }
    }

    /** Whether an option without a value is there. */
    boolean flag(String name) {
        String value = text(name);
        if (value != null && !value.isEmpty()) {
            throw new WrongUseException(name + " takes no value");
        }
        return value != null;
    }

    @Nullable
    String text(String name) {
        taken.add(name);
        return values.get(name);
    }

    String required(String name) {
        String value = text(name);
        if (value == null || value.isBlank()) {
            throw new WrongUseException(name + "=… is missing");
        }
        return value;
    }

    int number(String name, int otherwise, int least, int most) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new WrongUseException("%s=%s: give a number from %d to %d".formatted(name, value, least, most));
        }
        return Integer.parseInt(value);
    }

    Duration duration(String name, Duration otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        Matcher parts = DURATION.matcher(value);
        if (!parts.matches()) {
            throw new WrongUseException(name + "=" + value + ": give a time such as 500ms, 10s or 3m");
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    @Nullable
    Path path(String name) {
        String value = text(name);
        try {
            return value == null ? null : Path.of(value);
        } catch (InvalidPathException _) {
            throw new WrongUseException(name + "=" + value + " is no name of a file");
        }
    }

    /** Refuses what nobody asked for by its name. */
    void refuseOthers() {
        values.keySet().stream()
                .filter(name -> !taken.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new WrongUseException("there is no option " + name);
                });
    }
}
