package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.change.Stake;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Rows;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a set does and brings in, in its turn: what a {@link StepDigest} is taken of.
 *
 * @param before the rows as the set finds them
 * @param after the rows as it leaves them
 * @param now who there is
 */
record SignedItems(ChangeSet set, Rows before, Rows after, ReleaseContents contents, ApprovalContext now) {

    private static final String ABSENT = "absent";

    StepDigest digest(List<Effect> effects) {
        SortedMap<String, String> items = new TreeMap<>();
        items.put("due time", Long.toString(set.due().toEpochMilli()));
        for (int place = 0; place < set.changes().size(); place++) {
            add(items, set.changes().get(place), place);
        }
        Set<Object> own = new HashSet<>();
        set.changes().forEach(change -> {
            if (change instanceof Change.RuleAddition addition) {
                own.add(addition.rule().id());
            }
        });
        for (Effect effect : effects) {
            if (!effect.isThatOfAnyOther(effects)) {
                items.put("changes " + SignedText.ofPair(effect.pair()), "what clients get");
            }
            effect.entering().forEach(entering -> addEntering(items, entering, own));
        }
        reachedByNamed().forEach((name, content) -> items.put("brought in: " + name, content));
        return new StepDigest(items);
    }

    private void add(SortedMap<String, String> items, Change change, int place) {
        switch (change) {
            case Change.RuleAddition(var _, Rule rule, var _) ->
                items.put("new rule, change " + (place + 1), text(rule));
            case Change.RuleEdit edit -> {
                Rule row = before.rule(edit.rule());
                edit.fields()
                        .forEach((field, value) -> items.put(
                                "rule %s: %s".formatted(edit.rule(), field.wireName()),
                                replaced(row == null ? null : field.read(row), value)));
            }
            case Change.RuleRemoval removal -> {
                Rule row = before.rule(removal.rule());
                items.put("removal of rule " + removal.rule(), row == null ? ABSENT : text(row));
            }
            case Change.ReleaseAddition addition ->
                items.put(
                        "new release " + SignedText.of(addition.name()),
                        "%s %s %s"
                                .formatted(
                                        addition.product(),
                                        addition.readOnly(),
                                        addition.manifest().content().value()));
            case Change.ReleaseEdit edit -> {
                Release row = before.release(edit.name());
                edit.fields()
                        .forEach((field, value) -> items.put(
                                "release %s: %s".formatted(SignedText.of(edit.name()), field.label()),
                                replaced(row == null ? null : read(field, row), value)));
            }
            case Change.ReleaseRemoval removal ->
                items.put("removal of release " + removal.name(), text(before.release(removal.name())));
            case Change.PinEdit edit ->
                items.put(SignedText.ofPin(edit.pin()), replaced(before.pin(edit.pin()), edit.mapping()));
            case Change.Unstaged unstaged -> {
                RowChange<?> row = (RowChange<?>) unstaged;
                items.put("configuration, change " + (place + 1), text(row));
                if (row.kind() == RowKinds.TOKENS || row.kind() == RowKinds.PASSWORDS) {
                    items.put("who collects it, change " + (place + 1), collectors(row));
                }
                row.stakes().forEach(stake -> {
                    if (stake instanceof Stake.OfPerson(String person, var _)) {
                        items.put("what " + person + " holds", text(now.person(new Actor(person))));
                    }
                });
            }
        }
    }

    private @Nullable Object read(ReleaseField field, Release row) {
        return field.of(row, contents.manifest(row.content()));
    }

    /** What several channels or fields lead to is one item: it is the same content. */
    private static void addEntering(SortedMap<String, String> items, Effect.Entering entering, Set<Object> own) {
        switch (entering) {
            case Effect.EnteringRule(Rule rule) -> {
                if (!own.contains(rule.id())) {
                    items.put("brought in: rule " + rule.id(), text(rule));
                }
            }
            case Effect.EnteringRelease(ReleaseName name, Release release) ->
                items.put("brought in: release " + name, text(release));
            case Effect.EnteringSource(ReleaseName name, String buildIds) ->
                items.put("brought in: buildIDs of " + name, buildIds == null ? ABSENT : buildIds);
            case Effect.EnteringPin(var pin, ReleaseName release) ->
                items.put("brought in: " + SignedText.ofPin(pin), release.value());
        }
    }

    /** Returns the releases that written fields name, and what superblobs and partial updates among them lead to. */
    SortedMap<String, String> reachedByNamed() {
        SortedMap<String, String> reached = new TreeMap<>();
        Deque<ReleaseName> toVisit = new ArrayDeque<>();
        set.changes().stream().flatMap(SignedItems::namedBy).forEach(toVisit::add);
        while (!toVisit.isEmpty()) {
            ReleaseName name = toVisit.remove();
            Release release = after.release(name);
            if (reached.putIfAbsent("release " + name, text(release)) == null && release != null) {
                References references = contents.references(release.content());
                toVisit.addAll(references.children());
                references
                        .partialSources()
                        .forEach(source -> reached.put("buildIDs of " + source, buildIds(after.release(source))));
            }
        }
        return reached;
    }

    Set<ReleaseName> namedReleases() {
        Set<ReleaseName> names = new HashSet<>();
        Deque<ReleaseName> toVisit = new ArrayDeque<>();
        set.changes().stream().flatMap(SignedItems::namedBy).forEach(toVisit::add);
        while (!toVisit.isEmpty()) {
            ReleaseName name = toVisit.remove();
            Release release = after.release(name);
            if (names.add(name) && release != null) {
                References references = contents.references(release.content());
                toVisit.addAll(references.children());
                names.addAll(references.partialSources());
            }
        }
        return names;
    }

    private String buildIds(@Nullable Release source) {
        return source == null ? ABSENT : contents.references(source.content()).buildIds();
    }

    private static Stream<ReleaseName> namedBy(Change change) {
        return switch (change) {
            case Change.RuleAddition(var _, Rule rule, var _) ->
                Stream.concat(Stream.ofNullable(rule.mapping()), Stream.ofNullable(rule.fallbackMapping()));
            case Change.RuleEdit edit ->
                Stream.of(RuleField.MAPPING, RuleField.FALLBACK_MAPPING)
                        .map(field -> edit.fields().get(field))
                        .flatMap(SignedItems::releaseIn);
            case Change.PinEdit edit -> releaseIn(edit.mapping());
            case Change.RuleRemoval _,
                    Change.ReleaseAddition _,
                    Change.ReleaseEdit _,
                    Change.ReleaseRemoval _,
                    Change.Unstaged _ -> Stream.empty();
        };
    }

    private static Stream<ReleaseName> releaseIn(@Nullable FieldEdit edit) {
        Object value = edit == null ? null : edit.value();
        return switch (value) {
            case ReleaseName name -> Stream.of(name);
            case String text -> Stream.of(new ReleaseName(text));
            case null, default -> Stream.empty();
        };
    }

    private static String replaced(@Nullable Object before, FieldEdit edit) {
        return told(before) + " -> " + told(edit.value());
    }

    /** Tells values apart whatever they hold: each text carries its length. */
    private static String told(@Nullable Object value) {
        return value == null ? "none" : value.toString().length() + ":" + value;
    }

    /** Everything that decides, and the place in the order; never an id, a comment or a data version. */
    private static String text(Rule rule) {
        StringBuilder text = new StringBuilder();
        for (RuleField field : RuleField.values()) {
            if (field != RuleField.COMMENT && field != RuleField.ALIAS) {
                text.append(field.wireName())
                        .append('=')
                        .append(told(field.read(rule)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static <R> String text(RowChange<R> change) {
        RowKind<R> kind = change.kind();
        return kind.word() + " " + SignedText.of(new TreeMap<>(kind.fields(change.before()))) + " -> "
                + SignedText.of(new TreeMap<>(kind.fields(change.after())));
    }

    /** Which of the two it is is settled when the set goes live. */
    private String collectors(RowChange<?> row) {
        return "%s; or %s, who asks, where that is automation or never had anything to come in with"
                .formatted(row.target(), set.answersFor(row.id()));
    }

    private static String text(Person person) {
        return "roles " + SignedText.of(person.sortedRoles()) + ", permissions "
                + person.heldPermissions()
                        .map(held -> SignedText.of(RowKinds.PERMISSIONS.fields(held)))
                        .sorted()
                        .toList();
    }

    private static String text(@Nullable Release release) {
        return release == null
                ? ABSENT
                : release.product() + " " + release.content().value();
    }
}
