package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** A database that is away is told of with a sentence and one line, wherever it is missed. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayFilterTest {

    private static final SQLException GONE = new SQLTransientConnectionException("no connection\n\tat once", "08001");

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    static List<Exception> failures() {
        return List.of(
                new CannotCreateTransactionException("no transaction", GONE),
                new CannotGetJdbcConnectionException("none", GONE),
                new ServletException(new CannotCreateTransactionException("no transaction", GONE)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isSaidInOneLine(Exception failure, CapturedOutput log) throws Exception {
        new DatabaseAwayFilter().doFilter(new MockHttpServletRequest("POST", "/session"), response, failing(failure));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("The database does not answer. Try again later.");
        assertThat(log.toString().strip().lines()).hasSize(1).allMatch(line -> line.endsWith("no connection"));
    }

    @Test
    void isNotWhatAFaultOfOursIsTakenFor() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> new DatabaseAwayFilter()
                        .doFilter(
                                new MockHttpServletRequest("POST", "/session"),
                                response,
                                failing(new DataIntegrityViolationException("ours"))));
    }

    private static FilterChain failing(Exception failure) {
        return (request, answer) -> {
            switch (failure) {
                case RuntimeException unchecked -> throw unchecked;
                case ServletException checked -> throw checked;
                default -> throw new AssertionError(failure);
            }
        };
    }
}
