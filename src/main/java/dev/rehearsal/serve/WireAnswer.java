package dev.rehearsal.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer in bytes, with the headers that every answer of the update path carries; their values are Balrog's.
 *
 * @param cacheControl how long proxies may keep it
 */
record WireAnswer(Answer answer, byte[] body, String cacheControl) {

    private static final String UPDATE_CACHE_CONTROL = "public, max-age=90";

    static WireAnswer of(Answer answer) {
        return of(answer, UPDATE_CACHE_CONTROL);
    }

    static WireAnswer of(Answer answer, String cacheControl) {
        return new WireAnswer(answer, answer.body().getBytes(StandardCharsets.UTF_8), cacheControl);
    }

    void writeTo(HttpServletResponse response) throws IOException {
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
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
