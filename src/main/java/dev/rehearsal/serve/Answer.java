package dev.rehearsal.serve;

import dev.rehearsal.blob.UpdateXml;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An answer is what a client is told.
 *
 * @param ruleId the {@code Rule-ID} header: a number, {@code unknown} where no rule matched, null where rules were not
 *     asked or the answer is an error (a Balrog fact)
 * @param ruleDataVersion the {@code Rule-Data-Version} header, likewise
 * @param fingerprint on answers of a test channel: of the state that answered
 */
public record Answer(
        int status,
        MediaType mediaType,
        String body,
        @Nullable String ruleId,
        @Nullable String ruleDataVersion,
        @Nullable String fingerprint) {

    private static final String UNKNOWN = "unknown";

    /** The types of content that answers have; the spelling is Balrog's. */
    public enum MediaType {
        XML("text/xml; charset=utf-8"),
        JSON("application/json"),
        PROBLEM("application/problem+json"),
        TEXT("text/plain; charset=utf-8"),
        HTML("text/html; charset=utf-8");

        private final String header;

        MediaType(String header) {
            this.header = header;
        }

        public String header() {
            return header;
        }
    }

    static Answer of(int status, MediaType mediaType, String body) {
        return new Answer(status, mediaType, body, null, null, null);
    }

    /** No update, though a route was found: nothing says which rule decided. */
    static Answer nothing(UpdateRequest.Format format) {
        return switch (format) {
            case XML -> of(200, MediaType.XML, UpdateXml.EMPTY);
            case JSON -> of(404, MediaType.HTML, "");
        };
    }

    /** The message may hold what the client sent. */
    static Answer badQuery(BadQueryException refusal) {
        return of(400, MediaType.TEXT, escapeHtml(String.valueOf(refusal.getMessage())));
    }

    /** @param rule null where none matched */
    Answer decidedBy(@Nullable Rule rule) {
        return new Answer(
                status,
                mediaType,
                body,
                rule == null ? UNKNOWN : rule.id().toString(),
                rule == null ? UNKNOWN : Integer.toString(rule.dataVersion()),
                fingerprint);
    }

    Answer vouchedBy(String fingerprintOfState) {
        return new Answer(status, mediaType, body, ruleId, ruleDataVersion, fingerprintOfState);
    }

    Answer withoutBody() {
        return new Answer(status, mediaType, "", ruleId, ruleDataVersion, fingerprint);
    }

    private static String escapeHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
