package dev.rehearsal.startup;

import dev.rehearsal.enactment.UpgradeReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command {@code check-upgrade}: brings a copy of the tables to this version and says what that makes of what people have
 * agreed to. It enacts nothing.
 */
public final class UpgradeCheck {

    /** The first argument that asks for it. */
    public static final String COMMAND = "check-upgrade";

    private static final List<String> OWN =
            List.of("--server.port=0", "--server.address=127.0.0.1", "--rehearsal.nodes.role=serve");

    private UpgradeCheck() {}

    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** @param arguments the options of the copy, after the command itself */
    public static void run(Class<?> application, PrintStream out, String... arguments) {
        List<String> options = new ArrayList<>(OWN);
        Stream.of(arguments)
                .skip(1)
                .filter(option -> OWN.stream().noneMatch(own -> name(own).equals(name(option))))
                .forEach(options::add);
        try (ConfigurableApplicationContext context =
                SpringApplication.run(application, options.toArray(String[]::new))) {
            context.getBean(UpgradeReport.class).sections().forEach((title, sentences) -> {
                out.println(title + (sentences.isEmpty() ? ": none" : ":"));
                sentences.forEach(sentence -> out.println("  " + sentence));
            });
        }
    }

    private static String name(String option) {
        return option.split("=", 2)[0];
    }
}
