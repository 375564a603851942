package dev.rehearsal.api;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.staging.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that say which row a change is about. */
final class ChangeKeys {

    private ChangeKeys() {}

    /** Without the id of a row that the change adds, but for a rule's, which is reserved. */
    static Map<String, Object> of(Change change) {
        return switch (change) {
            case Change.RuleAddition addition ->
                Map.of("rule_id", addition.rule().id().value());
            case Change.RuleEdit edit -> Map.of("rule_id", edit.rule().value());
            case Change.RuleRemoval removal -> Map.of("rule_id", removal.rule().value());
            case Change.ReleaseAddition addition ->
                Map.of("name", addition.name().value());
            case Change.ReleaseEdit edit -> Map.of("name", edit.name().value());
            case Change.ReleaseRemoval removal -> Map.of("name", removal.name().value());
            case Change.PinEdit(var _, Pins.Key pin, var _, var _) ->
                ordered("product", pin.product(), "channel", pin.channel(), "version", pin.version());
            case Change.Unstaged unstaged -> of((UnstagedChange) unstaged);
        };
    }

    private static Map<String, Object> of(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, Shutoff shutoff) ->
                ordered("product", shutoff.product(), "channel", shutoff.channel());
            case UnstagedChange.OfMapping(var _, var before, var _) ->
                before == null ? Map.of() : Map.of("id", before.id());
            case UnstagedChange.OfGate(var _, var before, var _) ->
                before == null ? Map.of() : Map.of("id", before.id());
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> {
                var row = one(before, after);
                yield ordered(
                        "product",
                        row.product(),
                        "channel",
                        row.channel(),
                        "role",
                        row.role().name());
            }
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) -> {
                var row = one(before, after);
                yield ordered("product", row.product(), "role", row.role().name());
            }
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) ->
                ordered(
                        "username",
                        person,
                        "permission",
                        one(before, after).name().wireName());
        };
    }

    /** Of a change of which there must be one. */
    static <T> T one(@Nullable T before, @Nullable T after) {
        return Optional.ofNullable(after).orElseGet(() -> Objects.requireNonNull(before));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return map;
    }
}
