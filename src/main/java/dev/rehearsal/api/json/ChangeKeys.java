package dev.rehearsal.api.json;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.staging.Change;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that say which row a change is about. */
public final class ChangeKeys {

    private ChangeKeys() {}

    /** Without the id of a row that the change adds, but for a rule's, which is reserved. */
    public static Map<String, Object> of(Change change) {
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
            case Change.Unstaged unstaged -> ((RowChange<?>) unstaged).key().columns();
        };
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            map.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return map;
    }
}
