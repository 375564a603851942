package dev.rehearsal.staging;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Staging as slowly and as obviously as it can be written: each set works on a copy of all tables, and what must hold of
 * the whole is looked for in the whole, before and after.
 */
final class PlainStaging {

    private final Tables live;
    private final ReleaseContents contents;
    Map<RuleId, Rule> rules;
    Map<ReleaseName, Release> releases;
    Map<Pins.Key, ReleaseName> pins;
    final List<ChangeSetId> applied = new ArrayList<>();
    final List<ChangeSetId> leftOut = new ArrayList<>();

    private PlainStaging(Tables live, ReleaseContents contents) {
        this.live = live;
        this.contents = contents;
        this.rules = live.rules();
        this.releases = live.releases();
        this.pins = live.pins().releases();
    }

    static PlainStaging of(Tables live, List<QueuedSet> sets, ReleaseContents contents) {
        PlainStaging staging = new PlainStaging(live, contents);
        sets.forEach(staging::stage);
        return staging;
    }

    private void stage(QueuedSet set) {
        Map<RuleId, Rule> rulesAfter = new HashMap<>(rules);
        Map<ReleaseName, Release> releasesAfter = new HashMap<>(releases);
        Map<Pins.Key, ReleaseName> pinsAfter = new HashMap<>(pins);
        Set<Object> touched = new HashSet<>();
        boolean fits = true;
        for (Change change : set.changes()) {
            fits &= apply(change, rulesAfter, releasesAfter, pinsAfter, touched);
        }
        rulesAfter.replaceAll((id, rule) -> touched.contains(id) ? rule.withDataVersion(versionAfter(id)) : rule);
        releasesAfter.replaceAll((name, release) -> touched.contains(name)
                ? new Release(name, release.product(), release.readOnly(), versionAfter(name), release.content())
                : release);
        fits &= aliases(rulesAfter).stream().distinct().count()
                == aliases(rulesAfter).size();
        fits &= dangling(rules, releases, pins).containsAll(dangling(rulesAfter, releasesAfter, pinsAfter));
        fits &= releases.values().stream().noneMatch(before -> isLocked(before, releasesAfter.get(before.name())));
        fits &= releasesAfter.values().stream()
                .filter(release -> touched.contains(release.name()))
                .allMatch(release -> contents.problems(release.content()).isEmpty());
        if (fits) {
            rules = rulesAfter;
            releases = releasesAfter;
            pins = pinsAfter;
        }
        (fits ? applied : leftOut).add(set.id());
    }

    private int versionAfter(RuleId id) {
        Rule before = rules.get(id);
        return before == null ? 1 : before.dataVersion() + 1;
    }

    private int versionAfter(ReleaseName name) {
        Release before = releases.get(name);
        return before == null ? 1 : before.dataVersion() + 1;
    }

    private boolean apply(
            Change change,
            Map<RuleId, Rule> rulesAfter,
            Map<ReleaseName, Release> releasesAfter,
            Map<Pins.Key, ReleaseName> pinsAfter,
            Set<Object> touched) {
        return switch (change) {
            case Change.RuleAddition addition -> {
                touched.add(addition.rule().id());
                yield rulesAfter.putIfAbsent(addition.rule().id(), addition.rule()) == null;
            }
            case Change.RuleEdit edit -> {
                touched.add(edit.rule());
                Rule before = rulesAfter.get(edit.rule());
                if (before == null) {
                    yield false;
                }
                rulesAfter.put(edit.rule(), edited(before, edit.fields()));
                yield edit.fields().entrySet().stream()
                        .allMatch(entry -> isKnown(entry.getKey().read(before), entry.getValue()));
            }
            case Change.RuleRemoval removal -> {
                touched.add(removal.rule());
                Rule before = rulesAfter.remove(removal.rule());
                yield before != null
                        && removal.seen().stream()
                                .map(seen -> seen.withDataVersion(before.dataVersion()))
                                .anyMatch(before::equals);
            }
            case Change.ReleaseAddition addition -> {
                touched.add(addition.name());
                Release added = new Release(
                        addition.name(),
                        addition.product(),
                        addition.readOnly(),
                        1,
                        contents.register(addition.manifest()));
                yield releasesAfter.putIfAbsent(addition.name(), added) == null;
            }
            case Change.ReleaseEdit edit -> {
                touched.add(edit.name());
                Release before = releasesAfter.get(edit.name());
                if (before == null) {
                    yield false;
                }
                releasesAfter.put(edit.name(), edited(before, edit.fields()));
                Manifest manifest = contents.manifest(before.content());
                yield edit.fields().entrySet().stream()
                        .allMatch(entry -> isKnown(entry.getKey().of(before, manifest), entry.getValue()));
            }
            case Change.ReleaseRemoval removal -> {
                touched.add(removal.name());
                Release before = releasesAfter.remove(removal.name());
                yield before != null && removal.seen().contains(before.content());
            }
            case Change.PinEdit(ChangeId _, Pins.Key pin, FieldEdit edit, var _) -> {
                ReleaseName before = pinsAfter.get(pin);
                if (edit.value() instanceof ReleaseName name) {
                    pinsAfter.put(pin, name);
                } else {
                    pinsAfter.remove(pin);
                }
                yield isKnown(before, edit);
            }
            case Change.Unstaged _ -> true;
        };
    }

    private static Rule edited(Rule rule, Map<RuleField, FieldEdit> fields) {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        for (RuleField field : RuleField.values()) {
            FieldEdit edit = fields.get(field);
            values.put(field, edit == null ? field.read(rule) : edit.value());
        }
        return RuleFields.kept(values).toRule(rule.id(), rule.dataVersion());
    }

    private Release edited(Release release, Map<ReleaseField, FieldEdit> fields) {
        Map<String, ContentHash> parts =
                new HashMap<>(contents.manifest(release.content()).parts());
        fields.forEach((field, edit) -> {
            if (field instanceof ReleaseField.Part(String path)) {
                parts.remove(path);
                if (edit.value() instanceof ContentHash hash) {
                    parts.put(path, hash);
                }
            }
        });
        FieldEdit product = fields.get(new ReleaseField.Product());
        FieldEdit readOnly = fields.get(new ReleaseField.ReadOnly());
        return new Release(
                release.name(),
                product == null ? release.product() : String.valueOf(product.value()),
                readOnly == null ? release.readOnly() : Boolean.TRUE.equals(readOnly.value()),
                release.dataVersion(),
                contents.register(new Manifest(new TreeMap<>(parts))));
    }

    private static boolean isKnown(@Nullable Object found, FieldEdit edit) {
        return Objects.equals(found, edit.live())
                || Objects.equals(found, edit.staged())
                || Objects.equals(found, edit.value());
    }

    private static List<String> aliases(Map<RuleId, Rule> rules) {
        return rules.values().stream().map(Rule::alias).filter(Objects::nonNull).toList();
    }

    /** Who names what does not exist. */
    private static Set<List<Object>> dangling(
            Map<RuleId, Rule> rules, Map<ReleaseName, Release> releases, Map<Pins.Key, ReleaseName> pins) {
        Set<List<Object>> dangling = new HashSet<>();
        for (Rule rule : rules.values()) {
            if (rule.mapping() != null) {
                dangling.add(List.of(rule.id(), rule.mapping()));
            }
            if (rule.fallbackMapping() != null) {
                dangling.add(List.of(rule.id(), rule.fallbackMapping()));
            }
        }
        pins.forEach((pin, name) -> dangling.add(List.of(pin, name)));
        dangling.removeIf(pair -> releases.containsKey((ReleaseName) pair.get(1)));
        return dangling;
    }

    private static boolean isLocked(Release before, @Nullable Release after) {
        return before.readOnly()
                && (after == null
                        || after.readOnly()
                                && !(after.product().equals(before.product())
                                        && after.content().equals(before.content())));
    }
}
