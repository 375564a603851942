package dev.rehearsal.assurance;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change that somebody wants, in the words of a story.
 *
 * @param json as the API takes it, with the story's own names
 * @param content of the release that it writes, if it writes one
 */
record Wish(ObjectNode json, @Nullable Content content) {

    static final String PRODUCT = "P";

    private static Wish of(String object, String type) {
        return new Wish(Server.JSON.createObjectNode().put("object", object).put("change_type", type), null);
    }

    /** @param values field, value, field, value … */
    private Wish with(@Nullable Object... values) {
        for (int at = 0; at < values.length; at += 2) {
            json.set(String.valueOf(values[at]), Server.JSON.valueToTree(values[at + 1]));
        }
        return this;
    }

    static Wish edit(Rule rule, @Nullable Object... values) {
        return of("rule", "update").with("rule_id", rule.id()).with(values);
    }

    static Wish remove(Rule rule) {
        return of("rule", "delete").with("rule_id", rule.id());
    }

    /** A rule for the story's product that serves this release to everybody; the values say more, or otherwise. */
    static Wish rule(@Nullable String channel, String mapping, @Nullable Object... values) {
        return of("rule", "insert")
                .with("product", PRODUCT, "channel", channel, "mapping", mapping)
                .with("priority", 100, "backgroundRate", 100, "update_type", "minor")
                .with(values);
    }

    static Wish create(Content content) {
        return new Wish(
                of("release", "insert")
                        .with("name", content.name(), "product", PRODUCT)
                        .json(),
                content);
    }

    static Wish write(Content content) {
        return new Wish(of("release", "update").with("name", content.name()).json(), content);
    }

    static Wish removeRelease(String name) {
        return of("release", "delete").with("name", name);
    }

    static Wish pin(String channel, String version, String release) {
        return of("pin", "insert").with("product", PRODUCT, "channel", channel, "version", version, "mapping", release);
    }

    static Wish unpin(String channel, String version) {
        return of("pin", "delete").with("product", PRODUCT, "channel", channel, "version", version);
    }

    static Wish map(String live, String test) {
        return of("channel_mapping", "insert").with("product", PRODUCT, "live_channel", live, "test_channel", test);
    }

    static Wish unmap(long id) {
        return of("channel_mapping", "delete").with("id", id);
    }

    static Wish require(String channel, String role, int number) {
        return of("required_signoff", "insert")
                .with("product", PRODUCT, "channel", channel, "role", role, "signoffs_required", number);
    }

    static Wish requireFrom(String channel, String role, int number) {
        return of("required_signoff", "update")
                .with("product", PRODUCT, "channel", channel, "role", role, "signoffs_required", number);
    }

    static Wish requireNoMore(String channel, String role) {
        return of("required_signoff", "delete").with("product", PRODUCT, "channel", channel, "role", role);
    }

    static Wish requireForPermissions(String role, int number) {
        return of("permission_signoff", "insert").with("product", PRODUCT, "role", role, "signoffs_required", number);
    }

    static Wish gate(String channel, String role, int passes) {
        return of("gate", "insert")
                .with("product", PRODUCT, "live_channel", channel, "role", role, "passes_required", passes);
    }

    static Wish gateNoMore(long id) {
        return of("gate", "delete").with("id", id);
    }

    /** Nothing goes live there at any time. */
    static Wish freeze(@Nullable String channel) {
        return window(channel, "deny", "0 0 0 * * *", "PT24H");
    }

    static Wish window(@Nullable String channel, String effect, String cron, String duration) {
        return of("freeze_window", "insert")
                .with("product", PRODUCT, "live_channel", channel, "effect", effect)
                .with("cron", cron, "duration", duration, "zone", "UTC", "title", "Quiet days");
    }

    static Wish freezeNoMore(long id) {
        return of("freeze_window", "delete").with("id", id);
    }

    /** A guard rail that blocks, and only warns where it cannot say; the values say more, or otherwise. */
    static Wish rail(String channel, String kind, String passedBy, @Nullable Object... values) {
        return of("guard_rail", "insert")
                .with("product", PRODUCT, "live_channel", channel, "kind", kind, "mode", "block")
                .with("cannot_say", "warn", "passed_by", passedBy)
                .with(values);
    }

    static Wish railNoMore(long id) {
        return of("guard_rail", "delete").with("id", id);
    }

    static Wish railBecomes(long id, Wish rail) {
        Wish update = of("guard_rail", "update").with("id", id);
        rail.json().properties().stream()
                .filter(field -> !update.json().has(field.getKey()))
                .forEach(field -> update.json().set(field.getKey(), field.getValue()));
        return update;
    }

    static Wish urgent(String channel, String role) {
        return of("urgent_role", "insert").with("product", PRODUCT, "channel", channel, "role", role);
    }

    static Wish urgentNoMore(String channel, String role) {
        return of("urgent_role", "delete").with("product", PRODUCT, "channel", channel, "role", role);
    }

    static Wish lift(String channel) {
        return of("emergency_shutoff", "delete").with("product", PRODUCT, "channel", channel);
    }

    /** A permission for the story's product. */
    static Wish permit(String person, String permission) {
        ObjectNode options = Server.JSON.createObjectNode();
        options.putArray("products").add(PRODUCT);
        return of("permission", "insert").with("username", person, "permission", permission, "options", options);
    }

    static Wish giveRole(String person, String role) {
        return of("role", "insert").with("username", person, "role", role);
    }

    static Wish takeRole(String person, String role) {
        return of("role", "delete").with("username", person, "role", role);
    }

    static Wish makeToken(String person, String name) {
        return of("token", "insert").with("username", person, "scope", "read", "name", name);
    }

    static Wish makePassword(String person) {
        return of("password", "insert").with("username", person);
    }

    Wish forProduct(@Nullable String product) {
        return with("product", product);
    }
}
