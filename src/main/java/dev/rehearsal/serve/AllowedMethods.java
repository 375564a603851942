package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Every URL of the update path has the same methods. */
final class AllowedMethods {

    private static final String ALLOW = "GET, HEAD, OPTIONS";

    private static final WireAnswer TOLD = WireAnswer.of(Answer.of(200, MediaType.HTML, ""));

    private static final WireAnswer REFUSED = WireAnswer.of(Answer.of(
            405,
            MediaType.PROBLEM,
            JsonText.problem(405, "Method Not Allowed", "The method is not allowed for the requested URL.")));

    private AllowedMethods() {}

    static void tell(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", ALLOW);
        TOLD.writeTo(response);
    }

    static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", ALLOW);
        REFUSED.writeTo(response);
    }
}
