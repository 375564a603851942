package dev.rehearsal.insight.review;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.insight.review.Audience.Place;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whom sets are about. Goes through all rules once; a set then costs as much as it has changes. */
public final class Audiences {

    private final List<Tables> states;
    private final Map<ReleaseName, Set<Place>> naming = new HashMap<>();

    public Audiences(NodeState state) {
        this.states = List.of(state.live(), state.stages().wholeQueue().staged());
        states.forEach(tables -> tables.rules().values().forEach(this::learn));
    }

    private void learn(Rule rule) {
        Stream.of(rule.mapping(), rule.fallbackMapping())
                .filter(name -> name != null)
                .forEach(name ->
                        naming.computeIfAbsent(name, unnamed -> new TreeSet<>()).add(place(rule)));
    }

    /** Returns whom a release is about: those whose rules name it. */
    public Audience of(ReleaseName release) {
        return new Audience(new TreeSet<>(naming.getOrDefault(release, Set.of())));
    }

    public Audience of(ChangeSet set) {
        SortedSet<Place> places = new TreeSet<>();
        set.changes().forEach(change -> add(change, places));
        return new Audience(places);
    }

    private void add(Change change, Set<Place> places) {
        switch (change) {
            case Change.RuleAddition addition -> places.add(place(addition.rule()));
            case Change.RuleEdit edit ->
                rows(edit.rule()).forEach(row -> {
                    places.add(place(row));
                    places.add(new Place(
                            text(edit, RuleField.PRODUCT, row.product()),
                            text(edit, RuleField.CHANNEL, row.channel())));
                });
            case Change.RuleRemoval removal ->
                Stream.concat(rows(removal.rule()), removal.seen().stream()).forEach(row -> places.add(place(row)));
            case Change.ReleaseAddition addition -> addRelease(addition.name(), addition.product(), places);
            case Change.ReleaseEdit edit -> addRelease(edit.name(), productOf(edit.name()), places);
            case Change.ReleaseRemoval removal -> addRelease(removal.name(), productOf(removal.name()), places);
            case Change.PinEdit edit ->
                places.add(new Place(edit.pin().product(), edit.pin().channel()));
            case Change.Unstaged unstaged -> add((RowChange<?>) unstaged, places);
        }
    }

    private static <R> void add(RowChange<R> change, Set<Place> places) {
        change.rows()
                .flatMap(change.kind()::places)
                .forEach(place -> places.add(new Place(place.product(), place.channel())));
    }

    private void addRelease(ReleaseName name, @Nullable String product, Set<Place> places) {
        Set<Place> named = naming.getOrDefault(name, Set.of());
        places.addAll(named.isEmpty() ? Set.of(new Place(product, "")) : named);
    }

    private Stream<Rule> rows(RuleId id) {
        return states.stream().map(tables -> tables.rules().get(id)).filter(rule -> rule != null);
    }

    private @Nullable String productOf(ReleaseName name) {
        return states.stream()
                .map(tables -> tables.releases().get(name))
                .filter(release -> release != null)
                .map(release -> release.product())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Change.RuleEdit edit, RuleField field, @Nullable String otherwise) {
        FieldEdit set = edit.fields().get(field);
        return set == null ? otherwise : (String) set.value();
    }

    private static Place place(Rule rule) {
        return new Place(rule.product(), rule.channel());
    }
}
