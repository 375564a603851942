package dev.rehearsal.startup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Looks at all options before anything is started: a misspelt one would be ignored otherwise, a wrong one be found one by
 * one.
 */
final class OptionCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String OURS = "rehearsal.";

    /** Begins the settings of the tests, which are no options of the program. */
    private static final String TESTS = "rehearsal.test.";

    private static final String FORWARDED = "server.forward-headers-strategy";
    private static final String PORT = "server.port";
    private static final int GREATEST_PORT = 65_535;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        List<String> sentences = new ArrayList<>();
        sentences.addAll(withoutDashes(event.getArgs()));
        for (String key : ourKeys(event.getEnvironment())) {
            String problem = problemWith(key, event.getEnvironment());
            if (problem != null) {
                sentences.add(problem);
            }
        }
        sentences.addAll(port(event.getEnvironment()));
        sentences.addAll(bootstrapTokens(event.getEnvironment()));
        sentences.addAll(IssuerOptions.problems(event.getEnvironment()));
        sentences.addAll(forwardedHeaders(event.getEnvironment()));
        sentences.addAll(DatabaseOption.problems(event.getEnvironment().getProperty(DatabaseOption.KEY, "")));
        if (!sentences.isEmpty()) {
            throw new WrongStartException(sentences);
        }
    }

    /** Once logging is set up, so that what goes wrong can be told. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static List<String> withoutDashes(String[] arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .map(argument -> "'%s' is no option: options are written --name=value.".formatted(argument))
                .toList();
    }

    private static @Nullable String problemWith(String key, ConfigurableEnvironment environment) {
        Option option = Option.named(key);
        if (option == null) {
            return "There is no option '%s'; there are %s.".formatted(key, Option.keys());
        }
        String value = environment.getProperty(key);
        return value == null ? null : option.problemWith(value.strip());
    }

    /** Variables of the environment are not looked through: it may hold some of others that begin alike. */
    private static Set<String> ourKeys(ConfigurableEnvironment environment) {
        Set<String> keys = new LinkedHashSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            boolean variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(source.getName());
            if (!variables && source instanceof EnumerablePropertySource<?> enumerable) {
                Arrays.stream(enumerable.getPropertyNames())
                        .filter(key -> key.startsWith(OURS) && !key.startsWith(TESTS))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static List<String> bootstrapTokens(ConfigurableEnvironment environment) {
        boolean both = Stream.of(Option.BOOTSTRAP_TOKEN, Option.BOOTSTRAP_TOKEN_FILE)
                .noneMatch(option -> environment.getProperty(option.key(), "").isBlank());
        return both
                ? List.of("Only one of %s and %s can be set."
                        .formatted(Option.BOOTSTRAP_TOKEN.key(), Option.BOOTSTRAP_TOKEN_FILE.key()))
                : List.of();
    }

    /** Spring's own way believes whatever a client claims to come from, and so lets it try passwords without end. */
    private static List<String> forwardedHeaders(ConfigurableEnvironment environment) {
        String strategy = environment.getProperty(FORWARDED, "none").strip();
        return List.of("none", "native").contains(strategy.toLowerCase(Locale.ROOT))
                ? List.of()
                : List.of(
                        "%s must be native or none, not '%s': only native tells what the proxy says from what a client claims."
                                .formatted(FORWARDED, strategy));
    }

    private static List<String> port(ConfigurableEnvironment environment) {
        String port = environment.getProperty(PORT, "8080").strip();
        try {
            int number = Integer.parseInt(port);
            if (number >= 0 && number <= GREATEST_PORT) {
                return List.of();
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        return List.of("%s must be a number from 1 to %d, not '%s'.".formatted(PORT, GREATEST_PORT, port));
    }
}
