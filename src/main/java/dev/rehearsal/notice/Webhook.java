package dev.rehearsal.notice;

import dev.rehearsal.notice.outgoing.WebhookSecret;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is a place that notices of the installation go to, made by an administrator.
 *
 * @param draft what can be chosen of it
 * @param previousUntil until when the previous secret signs, too; null where there is none
 * @param endedWhy why it gets nothing any more; null as long as it gets something
 */
public record Webhook(
        long id,
        WebhookDraft draft,
        WebhookSecret secret,
        @Nullable WebhookSecret previousSecret,
        @Nullable Instant previousUntil,
        @Nullable Instant endedAt,
        @Nullable String endedWhy,
        String changedBy,
        Instant changedAt,
        int dataVersion) {

    /** Begins the names of those receivers that are webhooks. */
    static final String RECEIVER = "webhook ";

    /** As deliveries name it. */
    public String receiver() {
        return RECEIVER + id;
    }

    public boolean isEnded() {
        return endedAt != null;
    }

    boolean takes(NoticeKind kind) {
        return !isEnded() && draft.kinds().contains(kind);
    }

    /** Returns the secrets that sign at this time, the newest first. */
    Stream<WebhookSecret> secretsAt(Instant now) {
        boolean both = previousSecret != null && previousUntil != null && now.isBefore(previousUntil);
        return both ? Stream.of(secret, previousSecret) : Stream.of(secret);
    }

    /** Never shows a secret, nor the URL, which may be one. */
    @Override
    public String toString() {
        return "webhook %d %s".formatted(id, draft.name());
    }

    /** The formats of the body of a request. */
    public enum Format {
        /** The notice as JSON, by Standard Webhooks. */
        STANDARD,
        /** One text, as Slack and Mattermost take it. */
        TEXT
    }

    /** Returns for which kinds this is about, in their order. */
    public Set<NoticeKind> kinds() {
        return draft.kinds();
    }
}
