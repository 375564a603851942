package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.release.ContentHash;
import dev.rehearsal.release.Manifest;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tables under change: sets are laid over them one by one, each whole or not at all. */
final class WorkingTables {

    private final Tables live;
    private final ReleaseContents contents;
    private final Map<RuleId, Rule> rules;
    private final Map<ReleaseName, Release> releases;
    private final Map<String, List<RuleId>> rulesByAlias = new HashMap<>();

    WorkingTables(Tables live, ReleaseContents contents) {
        this.live = live;
        this.contents = contents;
        this.rules = new HashMap<>(live.rules());
        this.releases = new HashMap<>(live.releases());
        for (Rule rule : live.rules().values()) {
            claimAlias(rule);
        }
    }

    Tables freeze() {
        return new Tables(rules, RuleSet.of(rules.values(), live.ruleSet()), releases, live.pins());
    }

    @Nullable
    Rule rule(RuleId id) {
        return rules.get(id);
    }

    @Nullable
    Release release(ReleaseName name) {
        return releases.get(name);
    }

    /** Lays a set over the tables; if any reason stands against it, nothing of it remains. */
    Laid lay(QueuedSet set) {
        List<Conflict.Reason> reasons = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        for (Change change : set.changes()) {
            Transition transition = transition(change, reasons);
            if (transition != null) {
                put(transition);
                transitions.add(transition);
            }
        }
        reasons.addAll(new Integrity(rules, releases, rulesByAlias, live.pins()).reasonsAgainst(transitions));
        if (reasons.isEmpty()) {
            return new Laid(transitions, List.of());
        }
        transitions.reversed().forEach(this::takeBack);
        return new Laid(List.of(), reasons);
    }

    /** What came of laying one set: transitions or reasons, never both. */
    record Laid(List<Transition> transitions, List<Conflict.Reason> reasons) {}

    private @Nullable Transition transition(Change change, List<Conflict.Reason> reasons) {
        return switch (change) {
            case Change.RuleAddition(ChangeId id, Rule rule) -> {
                if (rules.containsKey(rule.id())) {
                    reasons.add(new Conflict.RowExists("rule " + rule.id()));
                    yield null;
                }
                yield new Transition.OfRule(id, rule.id(), null, rule);
            }
            case Change.RuleEdit edit -> edited(edit, reasons);
            case Change.RuleRemoval(ChangeId id, RuleId ruleId, List<Rule> seen) -> {
                Rule rule = rules.get(ruleId);
                if (rule == null) {
                    reasons.add(new Conflict.RowGone("rule " + ruleId));
                } else if (seen.stream().noneMatch(known -> sameRow(known, rule))) {
                    reasons.add(new Conflict.RowMoved("rule " + ruleId));
                }
                yield new Transition.OfRule(id, ruleId, rule, null);
            }
            case Change.ReleaseAddition(
                    ChangeId id,
                    ReleaseName name,
                    String product,
                    boolean readOnly,
                    Manifest parts) -> {
                if (releases.containsKey(name)) {
                    reasons.add(new Conflict.RowExists("release '" + name + "'"));
                    yield null;
                }
                ContentHash content = contents.register(parts);
                yield new Transition.OfRelease(id, name, null, new Release(name, product, readOnly, 1, content));
            }
            case Change.ReleaseEdit edit -> edited(edit, reasons);
            case Change.ReleaseRemoval(ChangeId id, ReleaseName name, List<ContentHash> seen) -> {
                Release release = releases.get(name);
                if (release == null) {
                    reasons.add(new Conflict.RowGone("release '" + name + "'"));
                } else if (!seen.contains(release.content())) {
                    reasons.add(new Conflict.RowMoved("release '" + name + "'"));
                }
                yield new Transition.OfRelease(id, name, release, null);
            }
        };
    }

    private @Nullable Transition edited(Change.RuleEdit edit, List<Conflict.Reason> reasons) {
        String object = "rule " + edit.rule();
        Rule before = rules.get(edit.rule());
        if (before == null) {
            reasons.add(new Conflict.RowGone(object));
            return null;
        }
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        edit.fields().forEach((column, field) -> {
            Object found = column.read(before);
            if (!field.mayReplace(found)) {
                reasons.add(new Conflict.FieldMoved(object, column.wireName(), field, found));
            }
            values.put(column, field.value());
        });
        Rule after = RuleFields.kept(values).applyTo(before).withDataVersion(before.dataVersion() + 1);
        return new Transition.OfRule(edit.id(), edit.rule(), before, after);
    }

    private @Nullable Transition edited(Change.ReleaseEdit edit, List<Conflict.Reason> reasons) {
        String object = "release '" + edit.name() + "'";
        Release before = releases.get(edit.name());
        if (before == null) {
            reasons.add(new Conflict.RowGone(object));
            return null;
        }
        Manifest manifest = contents.manifest(before.content());
        String product = before.product();
        boolean readOnly = before.readOnly();
        SortedMap<String, ContentHash> parts = new TreeMap<>(manifest.parts());
        for (Map.Entry<ReleaseField, FieldEdit> entry : edit.fields().entrySet()) {
            FieldEdit field = entry.getValue();
            Object found = entry.getKey().of(before, manifest);
            if (!field.mayReplace(found)) {
                reasons.add(new Conflict.FieldMoved(object, entry.getKey().label(), field, found));
            }
            switch (entry.getKey()) {
                case ReleaseField.Product() -> product = (String) Objects.requireNonNull(field.value());
                case ReleaseField.ReadOnly() -> readOnly = (Boolean) Objects.requireNonNull(field.value());
                case ReleaseField.Part(String path) -> {
                    if (field.value() == null) {
                        parts.remove(path);
                    } else {
                        parts.put(path, (ContentHash) field.value());
                    }
                }
            }
        }
        ContentHash content = contents.register(new Manifest(parts));
        return new Transition.OfRelease(
                edit.id(),
                edit.name(),
                before,
                new Release(edit.name(), product, readOnly, before.dataVersion() + 1, content));
    }

    private static boolean sameRow(Rule one, Rule other) {
        return one.withDataVersion(0).equals(other.withDataVersion(0));
    }

    private void put(Transition transition) {
        switch (transition) {
            case Transition.OfRule(ChangeId ignored, RuleId id, Rule before, Rule after) -> replace(id, before, after);
            case Transition.OfRelease(ChangeId ignored, ReleaseName name, Release ignoredToo, Release after) ->
                replace(name, after);
        }
    }

    private void takeBack(Transition transition) {
        switch (transition) {
            case Transition.OfRule(ChangeId ignored, RuleId id, Rule before, Rule after) -> replace(id, after, before);
            case Transition.OfRelease(ChangeId ignored, ReleaseName name, Release before, Release ignoredToo) ->
                replace(name, before);
        }
    }

    private void replace(RuleId id, @Nullable Rule out, @Nullable Rule in) {
        if (out != null && out.alias() != null) {
            Objects.requireNonNull(rulesByAlias.get(out.alias())).remove(id);
        }
        if (in == null) {
            rules.remove(id);
        } else {
            rules.put(id, in);
            claimAlias(in);
        }
    }

    private void replace(ReleaseName name, @Nullable Release in) {
        if (in == null) {
            releases.remove(name);
        } else {
            releases.put(name, in);
        }
    }

    private void claimAlias(Rule rule) {
        if (rule.alias() != null) {
            rulesByAlias
                    .computeIfAbsent(rule.alias(), alias -> new ArrayList<>(1))
                    .add(rule.id());
        }
    }
}
