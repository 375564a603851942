package dev.rehearsal.serve;

import dev.rehearsal.serve.signature.ContentSignatures.ContentSignature;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * An answer in bytes, with the headers that every answer of the update path carries; their values are Balrog's.
 *
 * @param headers what the answer says beside its body; its own body is empty
 * @param cacheControl how long proxies may keep it
 * @param tally counts how often it is given; null where nobody counts
 * @param repeated lets the request into the sample; null where it does not
 * @param signature of the body; null where none is wanted
 */
record WireAnswer(
        Answer headers,
        byte[] body,
        String cacheControl,
        @Nullable LongAdder tally,
        @Nullable RepeatedRequest repeated,
        @Nullable ContentSignature signature) {

    private static final String UPDATE_CACHE_CONTROL = "public, max-age=90";

    static WireAnswer of(Answer answer) {
        return of(answer, UPDATE_CACHE_CONTROL);
    }

    static WireAnswer of(Answer answer, String cacheControl) {
        return new WireAnswer(
                answer.withoutBody(), answer.body().getBytes(StandardCharsets.UTF_8), cacheControl, null, null, null);
    }

    WireAnswer counted(LongAdder by) {
        return new WireAnswer(headers, body, cacheControl, by, repeated, signature);
    }

    /** @param by null where nobody samples the request */
    WireAnswer sampledAs(@Nullable RepeatedRequest by) {
        return new WireAnswer(headers, body, cacheControl, tally, by, signature);
    }

    /** Returns this answer for being kept and given again. */
    WireAnswer repeatable() {
        return repeated == null ? this : sampledAs(repeated.written());
    }

    /** About how many bytes it takes. */
    int weight() {
        return body.length + (repeated == null ? 0 : repeated.weight());
    }

    /** @param by null where it is not to be signed */
    WireAnswer signed(@Nullable ContentSignature by) {
        return by == null ? this : new WireAnswer(headers, body, cacheControl, tally, repeated, by);
    }

    /** Whether it can be given once more at this time, by {@link System#nanoTime()}. */
    boolean isFresh(long nanos) {
        return signature == null || signature.isFresh(nanos);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        if (tally != null) {
            tally.increment();
        }
        if (repeated != null) {
            repeated.note();
        }
        response.setStatus(headers.status());
        response.setContentType(headers.mediaType().header());
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("Strict-Transport-Security", "max-age=31536000;");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (headers.ruleId() != null) {
            response.setHeader("Rule-ID", headers.ruleId());
            response.setHeader("Rule-Data-Version", headers.ruleDataVersion());
        }
        if (headers.fingerprint() != null) {
            response.setHeader("Rehearsal-Fingerprint", headers.fingerprint());
        }
        if (signature != null) {
            response.setHeader("Content-Signature", signature.header());
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
