package dev.rehearsal.change;

import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Identity;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes remember which rows they mean, as far as they do not yet. Rows that a set makes get their incarnations when
 * it enters the queue, so that later sets can mean them.
 */
public final class MeantRows {

    private final Tables live;
    private final Tables before;
    private final LongSupplier incarnations;
    private final boolean draft;
    /** What the set itself makes, and what others make that are still to come. */
    private final Map<ReleaseName, Long> made = new HashMap<>();

    private final Map<ReleaseName, Long> awaited = new HashMap<>();
    private final Map<ReleaseName, Long> announced;

    /**
     * @param before the tables as the sets before this one would leave them
     * @param pending all that is in the queue
     * @param announced the incarnations of releases that sets add which are still to be written
     * @param incarnations numbers that are never given twice
     * @param draft whether the set stays out of the queue
     */
    public MeantRows(
            Tables live,
            Tables before,
            List<QueuedSet> pending,
            Map<ReleaseName, Long> announced,
            LongSupplier incarnations,
            boolean draft) {
        this.live = live;
        this.before = before;
        this.incarnations = incarnations;
        this.draft = draft;
        this.announced = announced;
        awaited.putAll(announced);
        pending.forEach(set -> add(awaited, set.changes()));
    }

    public List<Change> of(List<Change> changes) {
        List<Change> making = changes.stream().map(this::making).toList();
        add(made, making);
        List<Change> meaning = new ArrayList<>();
        for (Change change : making) {
            meaning.add(change.meaning(naming(change, ofRow(change))));
        }
        return meaning;
    }

    private static void add(Map<ReleaseName, Long> made, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.ReleaseAddition addition
                    && addition.identity().made() != null) {
                made.put(addition.name(), addition.identity().made());
            }
        }
    }

    private Change making(Change change) {
        boolean makes = change instanceof Change.ReleaseAddition
                || change instanceof Change.PinEdit pin && pin.mapping().value() != null;
        return draft || !makes || change.identity().made() != null
                ? change
                : change.meaning(change.identity().making(incarnation(change)));
    }

    private long incarnation(Change change) {
        Long known = change instanceof Change.ReleaseAddition addition ? announced.get(addition.name()) : null;
        return known == null ? incarnations.getAsLong() : known;
    }

    private Identity ofRow(Change change) {
        Identity identity = change.identity();
        if (identity.row() != null) {
            return identity;
        }
        return switch (change) {
            case Change.ReleaseEdit edit -> identity.ofRow(release(edit.name()));
            case Change.ReleaseRemoval removal -> identity.ofRow(release(removal.name()));
            case Change.PinEdit edit -> identity.ofRow(known(before.pins().incarnation(edit.pin())));
            case Change.RuleAddition _,
                    Change.RuleEdit _,
                    Change.RuleRemoval _,
                    Change.ReleaseAddition _,
                    Change.Unstaged _ -> identity;
        };
    }

    private Identity naming(Change change, Identity identity) {
        Identity naming = identity;
        for (ReleaseName name : named(change)) {
            Long incarnation = release(name);
            if (!naming.named().containsKey(name) && incarnation != null) {
                naming = naming.naming(name, incarnation);
            }
        }
        return naming;
    }

    /** Returns what the change makes a rule or a pin name. */
    static List<ReleaseName> named(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> named(addition.rule());
            case Change.RuleEdit edit ->
                Stream.of(RuleField.MAPPING, RuleField.FALLBACK_MAPPING)
                        .map(edit.fields()::get)
                        .flatMap(Stream::ofNullable)
                        .map(FieldEdit::value)
                        .filter(Objects::nonNull)
                        .map(value -> new ReleaseName(value.toString()))
                        .toList();
            case Change.PinEdit edit -> edit.mapping().value() instanceof ReleaseName name ? List.of(name) : List.of();
            case Change.RuleRemoval _,
                    Change.ReleaseAddition _,
                    Change.ReleaseEdit _,
                    Change.ReleaseRemoval _,
                    Change.Unstaged _ -> List.of();
        };
    }

    private static List<ReleaseName> named(Rule rule) {
        return Stream.of(rule.mapping(), rule.fallbackMapping())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The one that the set makes, else the one that it finds, else the one that a set to come makes. */
    private @Nullable Long release(ReleaseName name) {
        Long own = made.get(name);
        if (own != null) {
            return own;
        }
        Release row = before.releases().getOrDefault(name, live.releases().get(name));
        return row == null ? awaited.get(name) : known(row.incarnation());
    }

    private static @Nullable Long known(long incarnation) {
        return incarnation == 0 ? null : (Long) incarnation;
    }
}
