package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.notice.Delivery;
import dev.rehearsal.notice.NewNotice;
import dev.rehearsal.notice.NoticeKind;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.notice.WebhookDraft;
import dev.rehearsal.problem.EpochMillis;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Webhooks and what is on its way, without secrets. */
final class WebhookJson {

    static final Set<String> FIELDS = Set.of("name", "url", "format", "kinds", "product", "channel");

    private WebhookJson() {}

    static WebhookDraft read(JsonFields fields) {
        return new WebhookDraft(
                fields.text("name"),
                fields.text("url"),
                format(fields),
                kinds(fields),
                fields.optionalText("product"),
                fields.optionalText("channel"));
    }

    private static Webhook.Format format(JsonFields fields) {
        String sent = fields.optionalText("format");
        return sent == null
                ? Webhook.Format.STANDARD
                : Arrays.stream(Webhook.Format.values())
                        .filter(format -> name(format).equals(sent))
                        .findFirst()
                        .orElseGet(() -> fields.wrong("format", "must be standard or text", Webhook.Format.STANDARD));
    }

    /** Reads a list of kinds; what is none is refused. */
    static Set<NoticeKind> kinds(JsonFields fields) {
        Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        for (String name : fields.texts("kinds")) {
            NoticeKind.named(name)
                    .ifPresentOrElse(
                            kinds::add,
                            () -> fields.wrong(
                                    "kinds",
                                    "must be some of " + String.join(", ", names(List.of(NoticeKind.values()))),
                                    name));
        }
        return kinds;
    }

    static List<String> names(Collection<NoticeKind> kinds) {
        return kinds.stream().sorted().map(NoticeKind::wireName).collect(Collectors.toList());
    }

    static Map<String, @Nullable Object> of(Webhook webhook) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        WebhookDraft draft = webhook.draft();
        json.put("id", webhook.id());
        json.put("name", draft.name());
        json.put("url", draft.url());
        json.put("format", name(draft.format()));
        json.put("kinds", names(draft.kinds()));
        json.put("product", draft.product());
        json.put("channel", draft.channel());
        json.put("public_key", webhook.secret().publicKey());
        json.put("previous_until", EpochMillis.of(webhook.previousUntil()));
        json.put("ended_at", EpochMillis.of(webhook.endedAt()));
        json.put("ended_why", webhook.endedWhy());
        json.put("changed_by", webhook.changedBy());
        json.put("changed_at", webhook.changedAt().toEpochMilli());
        json.put("data_version", webhook.dataVersion());
        return json;
    }

    static Map<String, @Nullable Object> of(Delivery delivery) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        NewNotice told = delivery.notice().told();
        json.put("id", delivery.id());
        json.put("message", delivery.notice().message());
        json.put("kind", told.kind().wireName());
        json.put("title", told.title());
        json.put("at", delivery.notice().at().toEpochMilli());
        json.put("receiver", delivery.receiver());
        json.put("state", delivery.state().wireName());
        json.put("attempts", delivery.attempts());
        json.put("next_at", delivery.state() == Delivery.State.WAITING ? EpochMillis.of(delivery.nextAt()) : null);
        json.put("ended_at", EpochMillis.of(delivery.endedAt()));
        json.put("answer", delivery.answer());
        return json;
    }

    private static String name(Webhook.Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
