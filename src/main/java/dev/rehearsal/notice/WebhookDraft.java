package dev.rehearsal.notice;

import dev.rehearsal.matching.RuleField;
import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what can be chosen of a webhook.
 *
 * @param name 1 to 100 characters
 * @param url where requests go; it may be a secret of the receiver
 * @param product null for any
 * @param channel a live channel; null for any
 */
public record WebhookDraft(
        String name,
        String url,
        Webhook.Format format,
        Set<NoticeKind> kinds,
        @Nullable String product,
        @Nullable String channel) {

    private static final int LONGEST_NAME = 100;

    public WebhookDraft {
        name = name.strip();
        url = url.strip();
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        product = blankAsNull(product);
        channel = blankAsNull(channel);
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    List<Problem> problems(OutgoingHosts hosts) {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem("name", "must be 1 to %d characters long".formatted(LONGEST_NAME)));
        }
        String url = hosts.problemWith(this.url);
        if (url != null) {
            problems.add(new Problem("url", url));
        }
        if (kinds.isEmpty()) {
            problems.add(new Problem("kinds", "must name at least one"));
        }
        if (product != null && product.length() > RuleField.LONGEST_PRODUCT) {
            problems.add(
                    new Problem("product", "must be at most %d characters long".formatted(RuleField.LONGEST_PRODUCT)));
        }
        if (channel != null && channel.length() > RuleField.LONGEST_CHANNEL) {
            problems.add(
                    new Problem("channel", "must be at most %d characters long".formatted(RuleField.LONGEST_CHANNEL)));
        }
        return problems;
    }

    /** Never shows the URL, which may be a secret. */
    @Override
    public String toString() {
        return "webhook " + name;
    }
}
