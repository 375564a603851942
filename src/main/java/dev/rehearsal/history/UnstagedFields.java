package dev.rehearsal.history;

import dev.rehearsal.access.Permission;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.channel.MappingProposal;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.verdict.Gate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changes of shutoffs and configuration would do, field by field. */
final class UnstagedFields {

    private UnstagedFields() {}

    static Map<String, FieldChange> of(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval removal ->
                between(comment(removal.before().comment()), Map.of());
            case UnstagedChange.OfMapping mapping -> between(fields(mapping.before()), fields(mapping.after()));
            case UnstagedChange.OfGate gate -> between(fields(gate.before()), fields(gate.after()));
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) ->
                between(
                        required(before == null ? null : before.count()),
                        required(after == null ? null : after.count()));
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) ->
                between(
                        required(before == null ? null : before.count()),
                        required(after == null ? null : after.count()));
            case UnstagedChange.OfPermission permission ->
                between(fields(permission.before()), fields(permission.after()));
        };
    }

    private static Map<String, FieldChange> between(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Map<String, FieldChange> different = new LinkedHashMap<>();
        before.forEach((name, old) -> {
            if (!Objects.equals(old, after.get(name))) {
                different.put(name, new FieldChange(old, after.get(name)));
            }
        });
        after.forEach((name, becomes) -> {
            if (!before.containsKey(name) && becomes != null) {
                different.put(name, new FieldChange(null, becomes));
            }
        });
        return different;
    }

    private static Map<String, @Nullable Object> comment(@Nullable String comment) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("comment", comment);
        return fields;
    }

    private static Map<String, @Nullable Object> fields(@Nullable ChannelMapping mapping) {
        return fields(
                mapping == null
                        ? null
                        : new MappingProposal(
                                mapping.product(), mapping.liveChannel(), mapping.testChannel(), mapping.scope()));
    }

    private static Map<String, @Nullable Object> fields(@Nullable MappingProposal mapping) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (mapping != null) {
            fields.put("product", mapping.product());
            fields.put("live_channel", mapping.liveChannel());
            fields.put("test_channel", mapping.testChannel());
            fields.put("scope", mapping.scope().wireForm());
        }
        return fields;
    }

    private static Map<String, @Nullable Object> fields(@Nullable Gate gate) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (gate != null) {
            fields.put("product", gate.product());
            fields.put("live_channel", gate.liveChannel());
            fields.put("role", gate.role().name());
            fields.put("passes_required", gate.passesRequired());
            fields.put("test_channels", String.join(",", gate.testChannels()));
        }
        return fields;
    }

    private static Map<String, @Nullable Object> required(@Nullable Integer count) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (count != null) {
            fields.put("signoffs_required", count);
        }
        return fields;
    }

    /** Empty: all of them. */
    private static Map<String, @Nullable Object> fields(@Nullable Permission permission) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (permission != null) {
            fields.put("actions", new TreeSet<>(permission.actions()).toString());
            fields.put("products", new TreeSet<>(permission.products()).toString());
        }
        return fields;
    }
}
