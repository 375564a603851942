package dev.rehearsal.access;

import dev.rehearsal.problem.LoggedFault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Problem JSON (RFC 9457) from before the endpoints. */
final class ProblemAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemAnswer() {}

    static void write(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        write(response, status, problem(status, sentence));
    }

    static void write(HttpServletResponse response, LoggedFault fault) throws IOException {
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        write(response, status, problem(status, fault.sentence()).put("id", fault.id()));
    }

    private static ObjectNode problem(HttpStatus status, String sentence) {
        return JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", sentence);
    }

    private static void write(HttpServletResponse response, HttpStatus status, ObjectNode problem) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = JSON.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
