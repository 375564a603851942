package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Every URL of the update path has the same methods. */
final class AllowedMethods {

    private static final String ALLOW = "GET, HEAD, OPTIONS";

    private static final Answer TOLD = Answer.of(200, MediaType.HTML, "");

    private static final Answer REFUSED = Answer.of(
            405,
            MediaType.PROBLEM,
            JsonText.problem(405, "Method Not Allowed", "The method is not allowed for the requested URL."));

    private AllowedMethods() {}

    static void tell(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", ALLOW);
        AnswerWriter.write(TOLD, response);
    }

    static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", ALLOW);
        AnswerWriter.write(REFUSED, response);
    }
}
