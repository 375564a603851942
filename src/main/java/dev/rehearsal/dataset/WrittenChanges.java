package dev.rehearsal.dataset;

import dev.rehearsal.blob.Release;
import dev.rehearsal.change.PermissionRequirementKind;
import dev.rehearsal.change.RequirementKind;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.ShutoffKind;
import dev.rehearsal.change.Subject;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The changes of one set as they are written: those of one release, which may be one for each part, as one. */
final class WrittenChanges {

    private final Tables live;
    private final StoredContents contents;
    private final Map<ReleaseName, ReleaseOutcome> queued;
    private final Map<Object, WrittenChange> byRow = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param queued releases that only the queue adds, as the sets so far make them; this set goes on with them */
    WrittenChanges(Tables live, StoredContents contents, Map<ReleaseName, ReleaseOutcome> queued) {
        this.live = live;
        this.contents = contents;
        this.queued = queued;
    }

    void add(Change change) {
        switch (change) {
            case Change.RuleAddition(var _, var rule, var _) -> {
                ObjectNode json = change("rule", "insert").setAll(DatasetObjects.rule(rule));
                json.remove("data_version");
                byRow.put(rule.id(), new WrittenChange(json, null));
            }
            case Change.RuleEdit(var _, var rule, var fields, var _) -> {
                ObjectNode json = change("rule", "update").put("rule_id", rule.value());
                fields.forEach((field, edit) -> json.set(field.wireName(), DatasetObjects.value(edit.value())));
                byRow.put(rule, new WrittenChange(json, null));
            }
            case Change.RuleRemoval(var _, var rule, var _) ->
                byRow.put(rule, new WrittenChange(change("rule", "delete").put("rule_id", rule.value()), null));
            case Change.ReleaseRemoval(var _, var name, var _, var _) -> {
                refuseReadOnly(name);
                byRow.put(name, new WrittenChange(change("release", "delete").put("name", name.value()), null));
            }
            case Change.ReleaseAddition(var _, var name, var product, var readOnly, var manifest, var _) -> {
                ReleaseOutcome outcome = new ReleaseOutcome(product, readOnly, manifest);
                queued.put(name, outcome);
                ObjectNode json = change("release", "insert")
                        .put("name", name.value())
                        .put("product", product)
                        .put("read_only", readOnly);
                byRow.put(name, new WrittenChange(json, manifest));
            }
            case Change.ReleaseEdit edit -> addEdit(edit);
            case Change.PinEdit edit -> addPin(edit);
            case Change.Unstaged unstaged -> addRow((RowChange<?>) unstaged);
        }
    }

    private void addPin(Change.PinEdit edit) {
        ObjectNode json = change("pin", Subject.of(edit).type())
                .put("product", edit.pin().product())
                .put("channel", edit.pin().channel())
                .put("version", edit.pin().version());
        if (edit.mapping().value() != null) {
            json.put("mapping", edit.mapping().value().toString());
        }
        byRow.put(edit.pin(), new WrittenChange(json, null));
    }

    private <R> void addRow(RowChange<R> change) {
        ObjectNode json = change(Subject.of(change).object(), Subject.of(change).type());
        switch (change.kind()) {
            case ShutoffKind _, RequirementKind _, PermissionRequirementKind _ -> {
                Map<String, @Nullable Object> fields =
                        new LinkedHashMap<>(change.key().columns());
                if (change.after() != null) {
                    fields.putAll(change.kind().content(change.after()));
                }
                json.setAll(JsonMapper.shared().<ObjectNode>valueToTree(fields));
            }
            default ->
                problems.add("a dataset cannot say what %s it changes"
                        .formatted(change.kind().word().replace('_', ' ')));
        }
        byRow.put(change.id(), new WrittenChange(json, null));
    }

    List<WrittenChange> inOrder() {
        return List.copyOf(byRow.values());
    }

    /** Why the set could not be scheduled again; empty if it can. */
    List<String> problems() {
        return problems;
    }

    private void addEdit(Change.ReleaseEdit edit) {
        ReleaseName name = edit.name();
        refuseReadOnly(name);
        ReleaseOutcome before = before(name);
        ReleaseOutcome after = before.with(edit.fields());
        if (after.equals(before)) {
            problems.add("release '" + name + "' looks like this already");
        }
        if (after.readOnly() != before.readOnly()) {
            problems.add("release '" + name + "' would become read-only, which a dataset cannot say");
        }
        if (!live.releases().containsKey(name)) {
            queued.put(name, after);
        }
        WrittenChange known = byRow.get(name);
        ObjectNode json = known == null ? change("release", "update").put("name", name.value()) : known.fields();
        if (!after.product().equals(before.product())) {
            json.put("product", after.product());
        }
        byRow.put(name, new WrittenChange(json, after.manifest()));
    }

    /** What an import takes an edit to differ from: the live release, or one that only the queue adds. */
    private ReleaseOutcome before(ReleaseName name) {
        WrittenChange known = byRow.get(name);
        Release release = live.releases().get(name);
        ReleaseOutcome addedBefore = queued.get(name);
        if (release == null && addedBefore != null) {
            return addedBefore;
        }
        if (release == null) {
            throw new IllegalStateException("Nothing adds the release " + name);
        }
        return new ReleaseOutcome(
                release.product(),
                release.readOnly(),
                known == null || known.blob() == null ? contents.manifest(release.content()) : known.blob());
    }

    private void refuseReadOnly(ReleaseName name) {
        Release release = live.releases().get(name);
        if (release != null && release.readOnly()) {
            problems.add("release '" + name + "' is read-only by now");
        }
    }

    private static ObjectNode change(String object, String changeType) {
        return JsonNodeFactory.instance.objectNode().put("object", object).put("change_type", changeType);
    }
}
