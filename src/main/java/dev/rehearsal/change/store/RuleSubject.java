package dev.rehearsal.change.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rule that a change is about, with the product and channel that it sets, or last had where it is removed: what
 * histories are searched by. All null for a change of something else; product and channel also where it leaves them
 * alone.
 */
record RuleSubject(
        @Nullable Long id,
        @Nullable String product,
        @Nullable String channel) {

    private static final RuleSubject NONE = new RuleSubject(null, null, null);

    /** @param content as {@link ChangeJson} writes it; empty where the change itself was removed */
    static RuleSubject of(String object, String target, String content) {
        if (!object.equals("rule")) {
            return NONE;
        }
        JsonNode json = content.isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(content);
        return new RuleSubject(Long.valueOf(target), column(json, "product"), column(json, "channel"));
    }

    private static @Nullable String column(JsonNode json, String name) {
        JsonNode seen = json.path("seen");
        JsonNode value = json.has("rule")
                ? json.path("rule").path(name)
                : json.has("fields")
                        ? json.path("fields").path(name).path("value")
                        : seen.path(seen.size() - 1).path(name);
        return value.isString() ? value.asString() : null;
    }
}
