package dev.rehearsal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Says no to what the firewall lets through to no door: on the API as everything else there is said. */
@Component
class RefusedPaths implements RequestRejectedHandler {

    private final RequestRejectedHandler otherwise = new HttpStatusRequestRejectedHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException, jakarta.servlet.ServletException {
        String path = request.getRequestURI();
        boolean isApi = path.replaceFirst("^/+", "/").startsWith("/api/");
        if (rejected instanceof RefusedRequestException refused) {
            say(response, String.valueOf(refused.getMessage()), isApi);
        } else if (!isApi) {
            otherwise.handle(request, response, rejected);
        } else if (path.contains("//") || path.contains("/./")) {
            ProblemAnswer.write(
                    response,
                    HttpStatus.NOT_FOUND,
                    "The API has no endpoint " + path
                            + ", with a part of the path that is empty or a dot: see /api/openapi.yaml for those it has.");
        } else {
            ProblemAnswer.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "The API takes no path that holds an escaped slash, backslash, percent sign, semicolon or control"
                            + " character, and no method but GET, HEAD, POST, PUT, DELETE and OPTIONS.");
        }
    }

    private static void say(HttpServletResponse response, String sentence, boolean isApi) throws IOException {
        if (isApi) {
            ProblemAnswer.write(response, HttpStatus.BAD_REQUEST, sentence);
        } else {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
        }
    }
}
