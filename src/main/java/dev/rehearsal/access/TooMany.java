package dev.rehearsal.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Tells somebody that they ask too often. */
final class TooMany {

    private TooMany() {}

    static void answer(HttpServletResponse response, Duration wait) throws IOException {
        long seconds = seconds(wait);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        ProblemAnswer.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests: wait for %d second%s.".formatted(seconds, seconds == 1 ? "" : "s"));
    }

    /** Whole ones, at least one. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
