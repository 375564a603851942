package dev.rehearsal.staging;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Change sets as people save them one after the other: due in any order, often at the same time, remembering what was
 * live and what the queue before them made of it; some remember what is not there any more.
 */
public final class GeneratedQueue {

    private static final String DE = ".platforms.WINNT.locales.de";

    private final Chance chance;
    private final InMemoryContents contents;
    private final GeneratedState state;
    private final Tables live;
    private final List<QueuedSet> saved = new ArrayList<>();
    private long lastRule = 100;
    private long lastChange;

    GeneratedQueue(Chance chance, InMemoryContents contents, Tables live) {
        this.chance = chance;
        this.contents = contents;
        this.state = new GeneratedState(chance, contents);
        this.live = live;
    }

    /** In queue order. */
    public static List<QueuedSet> of(Chance chance, InMemoryContents contents, Tables live, int size) {
        GeneratedQueue queue = new GeneratedQueue(chance, contents, live);
        for (int id = 1; id <= size; id++) {
            queue.save(new ChangeSetId(id), Instant.EPOCH.plusSeconds(chance.between(0, 5)));
        }
        return queue.saved.stream().sorted(QueuedSet.QUEUE_ORDER).toList();
    }

    private void save(ChangeSetId id, Instant due) {
        List<QueuedSet> before = saved.stream()
                .filter(set -> !set.due().isAfter(due))
                .sorted(QueuedSet.QUEUE_ORDER)
                .toList();
        Tables staged = Stage.of(live, before, contents).staged();
        List<Change> changes = new ArrayList<>();
        do {
            changes.add(change(new ChangeId(++lastChange), staged));
        } while (chance.oneIn(2));
        saved.add(new QueuedSet(id, due, changes));
    }

    private Change change(ChangeId id, Tables staged) {
        return switch (chance.between(0, 20)) {
            case 0, 1, 2, 3 -> new Change.RuleAddition(id, newRule());
            case 4, 5 -> ruleRemoval(id, staged);
            case 6 -> releaseAddition(id);
            case 7, 8 -> rewrittenRelease(id, staged);
            case 9 -> editedRelease(id, staged);
            case 10 -> releaseRemoval(id, staged);
            case 11 -> pinEdit(id, staged);
            default -> ruleEdit(id, staged);
        };
    }

    private Rule newRule() {
        RuleBuilder rule = state.rule(++lastRule);
        return rule.withAlias(chance.oneIn(4) ? alias() : null).build();
    }

    private String alias() {
        return "alias-" + chance.between(1, 6);
    }

    private Change ruleEdit(ChangeId id, Tables staged) {
        RuleId rule = rule(staged);
        Rule donor = state.rule(rule.value())
                .withAlias(alias())
                .withComment("c" + chance.between(0, 3))
                .build();
        Map<RuleField, FieldEdit> fields = new EnumMap<>(RuleField.class);
        do {
            RuleField field = chance.oneOf(RuleField.values());
            Object seenStaged = read(field, staged.rules().get(rule));
            Object seenLive =
                    live.rules().containsKey(rule) ? read(field, live.rules().get(rule)) : seenStaged;
            boolean stale = chance.oneIn(10);
            fields.put(
                    field,
                    new FieldEdit(
                            field.read(donor), stale ? "never there" : seenLive, stale ? "never there" : seenStaged));
        } while (chance.oneIn(2));
        return new Change.RuleEdit(id, rule, fields);
    }

    private Change ruleRemoval(ChangeId id, Tables staged) {
        RuleId rule = rule(staged);
        List<Rule> seen = Stream.of(live, staged)
                .map(tables -> tables.rules().get(rule))
                .filter(Objects::nonNull)
                .toList();
        return new Change.RuleRemoval(id, rule, seen);
    }

    /** Mostly one that is there. */
    private RuleId rule(Tables staged) {
        return staged.rules().isEmpty() || chance.oneIn(20)
                ? new RuleId(chance.between(1, 110))
                : chance.oneOfUnordered(staged.rules().keySet());
    }

    private Change releaseAddition(ChangeId id) {
        String name = chance.oneIn(5) ? GeneratedState.releaseName(chance) : "New" + chance.between(0, 3);
        Manifest manifest = contents.put(name, state.blobs().blob());
        return new Change.ReleaseAddition(id, new ReleaseName(name), "Firefox", chance.oneIn(8), manifest);
    }

    private Change rewrittenRelease(ChangeId id, Tables staged) {
        ReleaseName name = release(staged);
        Manifest blob = contents.put(name.value(), state.blobs().blob());
        TreeSet<String> paths = new TreeSet<>(blob.parts().keySet());
        paths.addAll(parts(live, name).keySet());
        Map<ReleaseField, FieldEdit> fields = new HashMap<>();
        for (String path : paths) {
            if (!Objects.equals(blob.parts().get(path), parts(live, name).get(path))) {
                fields.put(
                        new ReleaseField.Part(path),
                        new FieldEdit(
                                blob.parts().get(path),
                                parts(live, name).get(path),
                                parts(staged, name).get(path)));
            }
        }
        return new Change.ReleaseEdit(id, name, fields);
    }

    private Change editedRelease(ChangeId id, Tables staged) {
        ReleaseName name = release(staged);
        ReleaseField field = chance.oneOf(
                new ReleaseField.Product(),
                new ReleaseField.ReadOnly(),
                new ReleaseField.Part(DE),
                new ReleaseField.Part(BlobParts.BASE_PATH));
        Object value = switch (field) {
            case ReleaseField.Product() -> chance.oneOf(GeneratedState.PRODUCTS);
            case ReleaseField.ReadOnly() -> chance.oneIn(2);
            case ReleaseField.Part(String path) ->
                path.equals(DE) ? contents.putPart(state.blobs().part()) : null;
        };
        return new Change.ReleaseEdit(
                id, name, Map.of(field, new FieldEdit(value, read(field, live, name), read(field, staged, name))));
    }

    private Change releaseRemoval(ChangeId id, Tables staged) {
        ReleaseName name = release(staged);
        List<ContentHash> seen = Stream.of(live, staged)
                .map(tables -> tables.releases().get(name))
                .filter(Objects::nonNull)
                .map(Release::content)
                .toList();
        return new Change.ReleaseRemoval(id, name, seen);
    }

    /** Sets a pin, moves it or takes it away; one in ten remembers what was never there. */
    private Change pinEdit(ChangeId id, Tables staged) {
        Pins.Key pin = state.pin();
        ReleaseName wanted = chance.oneIn(3) ? null : release(staged);
        ReleaseName never = new ReleaseName("Never-there");
        boolean stale = chance.oneIn(10);
        return new Change.PinEdit(
                id,
                pin,
                new FieldEdit(
                        wanted,
                        stale ? never : live.pins().releases().get(pin),
                        stale ? never : staged.pins().releases().get(pin)));
    }

    private ReleaseName release(Tables staged) {
        return new ReleaseName(
                chance.oneIn(10)
                        ? "New" + chance.between(0, 3)
                        : chance.oneOfUnordered(staged.releases().keySet().stream()
                                .map(ReleaseName::value)
                                .toList()));
    }

    private Map<String, ContentHash> parts(Tables tables, ReleaseName name) {
        Release release = tables.releases().get(name);
        return release == null ? Map.of() : contents.manifest(release.content()).parts();
    }

    private @Nullable Object read(ReleaseField field, Tables tables, ReleaseName name) {
        Release release = tables.releases().get(name);
        return release == null ? null : field.of(release, contents.manifest(release.content()));
    }

    private static @Nullable Object read(RuleField field, @Nullable Rule rule) {
        return rule == null ? null : field.read(rule);
    }
}
