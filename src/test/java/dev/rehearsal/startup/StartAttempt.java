package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A start that is expected to fail, and what it says on standard error. */
final class StartAttempt {

    private StartAttempt() {}

    /** @return the lines, without the words that begin each */
    static List<String> sentencesOf(WebApplicationType type, Class<?> application, String... arguments) {
        PrintStream standardError = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(application)
                    .web(type)
                    .run(arguments)
                    .close());
            Assertions.assertThat(failure).as("the start failed").isNotNull();
        } finally {
            System.setErr(standardError);
        }
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^Rehearsal cannot start: ", ""))
                .toList();
    }
}
