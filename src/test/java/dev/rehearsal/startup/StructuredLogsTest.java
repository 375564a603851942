package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StructuredLogsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ecs      | message       | error/stack_trace
            logstash | message       | stack_trace
            gelf     | short_message | _error_stack_trace
            """)
    void whateverIsLoggedIsOneLineOfJson(String format, String message, String trace) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putObject(
                Environment.class.getName(),
                new MockEnvironment().withProperty("spring.application.name", "rehearsal"));
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();

        String line = new String(
                encoder.encode(new LoggingEvent(
                        "",
                        context.getLogger("dev.rehearsal.Something"),
                        Level.WARN,
                        "One line\nand another",
                        new IllegalStateException("why"),
                        null)),
                StandardCharsets.UTF_8);

        assertThat(line).endsWith("\n");
        assertThat(line.strip().lines()).hasSize(1);
        JsonNode read = JsonMapper.shared().readTree(line);
        assertThat(read.path(message).asString()).isEqualTo("One line\nand another");
        assertThat(read.at("/" + trace).asString()).contains("IllegalStateException: why");
    }
}
