package dev.rehearsal.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers with the headers that each of them carries; the values are Balrog's. */
final class AnswerWriter {

    static final String UPDATE_CACHE_CONTROL = "public, max-age=90";

    private AnswerWriter() {}

    static void write(Answer answer, HttpServletResponse response) throws IOException {
        write(answer, UPDATE_CACHE_CONTROL, response);
    }

    static void write(Answer answer, String cacheControl, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.mediaType().header());
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("Strict-Transport-Security", "max-age=31536000;");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (answer.ruleId() != null) {
            response.setHeader("Rule-ID", answer.ruleId());
            response.setHeader("Rule-Data-Version", answer.ruleDataVersion());
        }
        if (answer.fingerprint() != null) {
            response.setHeader("Rehearsal-Fingerprint", answer.fingerprint());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
