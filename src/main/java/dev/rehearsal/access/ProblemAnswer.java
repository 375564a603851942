package dev.rehearsal.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Problem JSON (RFC 9457) from before the endpoints. */
final class ProblemAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemAnswer() {}

    static void write(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", sentence));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
