package dev.rehearsal.staging;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One set while its changes are gone through in order: each sees what those before it made of a row, and what stands
 * against it is collected, not thrown, so that people hear of everything at once.
 */
final class ChangeSetInProgress {

    private final WorkingTables tables;
    private final ReleaseContents contents;
    private final Map<RuleId, @Nullable Rule> rules = new LinkedHashMap<>();
    private final Map<ReleaseName, @Nullable ReleaseInProgress> releases = new LinkedHashMap<>();
    private final Map<Pins.Key, @Nullable ReleaseName> pins = new LinkedHashMap<>();
    private final Map<Pins.Key, Long> pinIncarnations = new HashMap<>();
    private final List<Conflict.Reason> reasons = new ArrayList<>();

    ChangeSetInProgress(WorkingTables tables, ReleaseContents contents) {
        this.tables = tables;
        this.contents = contents;
    }

    List<Conflict.Reason> reasons() {
        return reasons;
    }

    void apply(Change change) {
        switch (change) {
            case Change.RuleAddition addition -> add(addition.rule());
            case Change.RuleEdit edit -> edit(edit);
            case Change.RuleRemoval removal -> remove(removal);
            case Change.ReleaseAddition addition -> add(addition);
            case Change.ReleaseEdit edit -> edit(edit);
            case Change.ReleaseRemoval removal -> remove(removal);
            case Change.PinEdit edit -> edit(edit);
            case Change.Unstaged _ -> {}
        }
    }

    /** Returns what became of each row, in the order in which they were first touched. */
    List<Transition> transitions() {
        List<Transition> transitions = new ArrayList<>();
        rules.forEach((id, after) -> {
            Rule before = tables.rule(id);
            if (after != null) {
                transitions.add(new Transition.OfRule(
                        id, before, before == null ? after : after.withDataVersion(before.dataVersion() + 1)));
            } else if (before != null) {
                transitions.add(new Transition.OfRule(id, before, null));
            }
        });
        releases.forEach((name, after) -> {
            Release before = tables.release(name);
            if (after != null) {
                transitions.add(new Transition.OfRelease(name, before, after.asRowAfter(before, name, contents)));
            } else if (before != null) {
                transitions.add(new Transition.OfRelease(name, before, null));
            }
        });
        pins.forEach(
                (pin, after) -> transitions.add(new Transition.OfPin(pin, tables.pin(pin), after, incarnation(pin))));
        return transitions;
    }

    private @Nullable Rule current(RuleId id) {
        return rules.containsKey(id) ? rules.get(id) : tables.rule(id);
    }

    private @Nullable ReleaseInProgress current(ReleaseName name) {
        if (releases.containsKey(name)) {
            return releases.get(name);
        }
        Release row = tables.release(name);
        return row == null ? null : ReleaseInProgress.of(row, contents.manifest(row.content()));
    }

    private void add(Rule rule) {
        if (current(rule.id()) == null) {
            rules.put(rule.id(), rule);
        } else {
            reasons.add(new Conflict.RowExists(describe(rule.id())));
        }
    }

    private void edit(Change.RuleEdit edit) {
        Rule before = current(edit.rule());
        if (before == null) {
            reasons.add(new Conflict.RowGone(describe(edit.rule())));
            return;
        }
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        edit.fields().forEach((column, field) -> {
            checkSeen(describe(edit.rule()), column.wireName(), field, column.read(before));
            values.put(column, field.value());
        });
        rules.put(edit.rule(), RuleFields.kept(values).applyTo(before));
    }

    private void remove(Change.RuleRemoval removal) {
        Rule before = current(removal.rule());
        if (before == null) {
            reasons.add(new Conflict.RowGone(describe(removal.rule())));
        } else if (removal.seen().stream().noneMatch(seen -> sameRow(seen, before))) {
            reasons.add(new Conflict.RowMoved(describe(removal.rule())));
        }
        rules.put(removal.rule(), null);
    }

    private void add(Change.ReleaseAddition addition) {
        if (current(addition.name()) == null) {
            releases.put(
                    addition.name(),
                    new ReleaseInProgress(
                            addition.product(),
                            addition.readOnly(),
                            addition.identity().madeOrUnknown(),
                            addition.manifest()));
        } else {
            reasons.add(new Conflict.RowExists(describe(addition.name())));
        }
    }

    private void edit(Change.ReleaseEdit edit) {
        ReleaseInProgress release = current(edit.name());
        if (release == null) {
            reasons.add(new Conflict.RowGone(describe(edit.name())));
            return;
        }
        checkMeant(edit, describe(edit.name()), release.incarnation());
        edit.fields().forEach((field, value) -> {
            checkSeen(describe(edit.name()), field.label(), value, release.read(field));
            release.write(field, value.value());
        });
        releases.put(edit.name(), release);
    }

    private void remove(Change.ReleaseRemoval removal) {
        ContentHash found = currentContent(removal.name());
        if (found == null) {
            reasons.add(new Conflict.RowGone(describe(removal.name())));
        } else {
            checkMeant(removal, describe(removal.name()), currentIncarnation(removal.name()));
            if (!removal.seen().contains(found)) {
                reasons.add(new Conflict.RowMoved(describe(removal.name())));
            }
        }
        releases.put(removal.name(), null);
    }

    private void edit(Change.PinEdit edit) {
        ReleaseName found = pins.containsKey(edit.pin()) ? pins.get(edit.pin()) : tables.pin(edit.pin());
        checkSeen(edit.pin().toString(), "mapping", edit.mapping(), found);
        if (found == null) {
            pinIncarnations.put(edit.pin(), edit.identity().madeOrUnknown());
        } else {
            checkMeant(edit, edit.pin().toString(), incarnation(edit.pin()));
        }
        pins.put(edit.pin(), (ReleaseName) edit.mapping().value());
    }

    private @Nullable ContentHash currentContent(ReleaseName name) {
        if (releases.containsKey(name)) {
            ReleaseInProgress release = releases.get(name);
            return release == null ? null : release.content();
        }
        Release row = tables.release(name);
        return row == null ? null : row.content();
    }

    private long currentIncarnation(ReleaseName name) {
        ReleaseInProgress release = releases.get(name);
        if (release != null) {
            return release.incarnation();
        }
        Release row = tables.release(name);
        return row == null ? 0 : row.incarnation();
    }

    private long incarnation(Pins.Key pin) {
        Long made = pinIncarnations.get(pin);
        return made == null ? tables.pinIncarnation(pin) : made;
    }

    private void checkMeant(Change change, String object, long found) {
        if (change.identity().isAnother(found)) {
            reasons.add(new Conflict.RowReplaced(object));
        }
    }

    private void checkSeen(String object, String field, FieldEdit edit, @Nullable Object found) {
        if (!edit.mayReplace(found)) {
            reasons.add(new Conflict.FieldMoved(object, field, edit, found));
        }
    }

    private static boolean sameRow(Rule one, Rule other) {
        return one.withDataVersion(0).equals(other.withDataVersion(0));
    }

    private static String describe(RuleId id) {
        return id.named();
    }

    private static String describe(ReleaseName name) {
        return "release '" + name + "'";
    }
}
