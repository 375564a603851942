package dev.rehearsal.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the body of a webhook's request. */
final class NoticeBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private NoticeBody() {}

    /** @param link where to act */
    static String of(Webhook.Format format, KeptNotice notice, String link) {
        return JSON.writeValueAsString(
                switch (format) {
                    case STANDARD -> standard(notice, link);
                    case TEXT -> Map.of("text", text(notice.told(), link));
                });
    }

    private static Map<String, @Nullable Object> standard(KeptNotice notice, String link) {
        NewNotice told = notice.told();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("title", told.title());
        data.put("text", told.text());
        data.put("link", link);
        data.put("change_set", told.set());
        data.put("product", told.product());
        data.put("channel", told.channel());
        data.put(
                "people",
                told.people() == null ? null : told.people().stream().sorted().toList());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", told.kind().wireName());
        body.put("timestamp", notice.at().toString());
        body.put("data", data);
        return body;
    }

    /** Nothing in it is taken for a mention or a link of somebody else's making. */
    private static String text(NewNotice told, String link) {
        return "*%s*\n%s\n%s".formatted(escaped(told.title()), escaped(told.text()), link);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@\u200b")
                .replace("](", "]\u200b(")
                .replace("://", ":\u200b//");
    }
}
