package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

class StartFailureTest {

    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class WebServerOnly {}

    static class Broken {

        @Bean
        String broken() {
            throw new IllegalStateException(
                    "the outer reason", new IllegalArgumentException("the inner reason\nand more"));
        }
    }

    @Test
    void aTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(StartAttempt.sentencesOf(
                            WebApplicationType.SERVLET,
                            WebServerOnly.class,
                            "--server.address=127.0.0.1",
                            "--server.port=" + taken.getLocalPort()))
                    .containsExactly("Port " + taken.getLocalPort()
                            + " is in use by another program: stop that one, or start with another --server.port.");
        }
    }

    @Test
    void anOptionOfSpringThatCannotBeRead() {
        assertThat(StartAttempt.sentencesOf(
                        WebApplicationType.SERVLET, WebServerOnly.class, "--server.tomcat.threads.max=many"))
                .containsExactly("server.tomcat.threads.max cannot be set to 'many': it takes a whole number.");
    }

    @Test
    void whatNothingExplainsIsToldByItsInnermostReason() {
        assertThat(StartAttempt.sentencesOf(WebApplicationType.NONE, Broken.class))
                .containsExactly("the inner reason (IllegalArgumentException;"
                        + " --logging.level.dev.rehearsal.startup=debug shows where).");
    }

    @Test
    void anAnalysisOfSpringBecomesOneLine() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        StartFailureReporter reporter = new StartFailureReporter(new PrintStream(said, true, StandardCharsets.UTF_8));

        reporter.report(
                new FailureAnalysis("It failed:\n\n    because", "Do\nsomething.", new IllegalStateException()));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("Rehearsal cannot start: It failed: because Do something.");
    }
}
