package dev.rehearsal.stories;

import dev.rehearsal.stories.ModelSet.Change;
import dev.rehearsal.stories.ModelSet.Edited;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets laid over live rows one after the other, each judged on the rows that it finds. */
final class ModelSequence {

    private final Model model;
    private final Map<Long, Set<String>> earlierWriters = new HashMap<>();
    private TreeMap<Long, ModelRow> rows;

    ModelSequence(Model model) {
        this.model = model;
        this.rows = new TreeMap<>(model.live);
    }

    /**
     * One set where it stands.
     *
     * @param fits whether it can be laid over the rows before; those after are the same if not
     * @param writers everybody who wrote any of it, or of what it brings in
     * @param signed what somebody signs who signs it there, item by item
     */
    record Step(
            ModelSet set,
            boolean fits,
            TreeMap<Long, ModelRow> before,
            TreeMap<Long, ModelRow> after,
            Set<String> writers,
            Map<String, String> signed) {

        /** Whether the gated channel's clients can tell. */
        boolean isSeen() {
            return !Model.shown(before).equals(Model.shown(after));
        }
    }

    TreeMap<Long, ModelRow> rows() {
        return rows;
    }

    Step judge(ModelSet set) {
        TreeMap<Long, ModelRow> after = new TreeMap<>(rows);
        boolean fits = lay(set, after);
        if (!fits) {
            after = new TreeMap<>(rows);
        }
        List<ModelRow> entering = new ArrayList<>();
        if (!Model.shown(rows).equals(Model.shown(after))) {
            for (ModelRow row : after.values()) {
                ModelRow was = rows.get(row.id());
                if (row.reaches(Model.GATED) && (was == null || !was.reaches(Model.GATED))) {
                    entering.add(row);
                }
            }
        }
        Set<String> writers = new HashSet<>(set.writers());
        entering.forEach(row -> writers.addAll(writersOf(row)));
        return new Step(set, fits, rows, after, writers, signed(set, after, entering));
    }

    /** Goes on from a set that was judged here; one that does not fit is left out. */
    void keep(Step step) {
        rows = step.after();
        if (step.fits()) {
            for (Change change : step.set().changes) {
                earlierWriters
                        .computeIfAbsent(change.rule(), rule -> new HashSet<>())
                        .addAll(change.writers());
            }
        }
    }

    /** Whoever wrote it since the gated channel last had it. */
    private Set<String> writersOf(ModelRow row) {
        Set<String> writers = new HashSet<>(earlierWriters.getOrDefault(row.id(), Set.of()));
        List<Model.Version> versions = model.versionsOf(row.id());
        boolean hasItNow = !versions.isEmpty() && versions.getFirst().row().reaches(Model.GATED);
        for (Model.Version version : versions) {
            if (!hasItNow && version.row().reaches(Model.GATED)) {
                break;
            }
            writers.addAll(version.writers());
        }
        return writers;
    }

    private Map<String, String> signed(ModelSet set, TreeMap<Long, ModelRow> after, List<ModelRow> entering) {
        Map<String, String> items = new TreeMap<>();
        Set<Long> own = new HashSet<>();
        items.put("due", Integer.toString(set.due));
        for (int place = 0; place < set.changes.size(); place++) {
            Change change = set.changes.get(place);
            ModelRow row = rows.get(change.rule());
            Edited edited = change.edited();
            if (change.added() != null) {
                own.add(change.rule());
                items.put("new, in place " + place, decisive(change.added()));
                items.put("release " + change.added().mapping(), "");
            } else if (edited != null) {
                items.put(
                        change.rule() + " " + edited.field(),
                        (row == null ? "" : row.field(edited.field())) + " to " + edited.value());
                if (edited.field().equals("mapping")) {
                    items.put("release " + edited.value(), "");
                }
            } else {
                items.put("removal of " + change.rule(), decisive(row));
            }
        }
        entering.stream()
                .filter(row -> !own.contains(row.id()))
                .forEach(row -> items.put("entering " + row.id(), decisive(row)));
        if (!Model.shown(rows).equals(Model.shown(after))) {
            items.put("changes " + Model.GATED, "");
        }
        Model.shown(after).stream()
                .filter(release -> !Model.shown(rows).contains(release))
                .forEach(release -> items.put("release " + release, ""));
        return items;
    }

    /** What of a row decides something, which its comment and its version do not. */
    private static String decisive(@Nullable ModelRow row) {
        return row == null ? "absent" : row.channel() + " " + row.mapping();
    }

    /** Whether the live row, the row that the set finds or the one that it leaves reaches the gated channel. */
    boolean needsSignoff(Step step) {
        return step.set().changes.stream()
                .flatMap(change -> rowsOf(step, change))
                .anyMatch(row -> row.reaches(Model.GATED));
    }

    private Stream<ModelRow> rowsOf(Step step, Change change) {
        ModelRow row = model.live.get(change.rule());
        Edited edited = change.edited();
        Stream<ModelRow> alone = Stream.concat(Stream.ofNullable(row), Stream.ofNullable(change.added()));
        if (row != null && edited != null) {
            alone = Stream.concat(alone, Stream.of(row.with(edited.field(), edited.value())));
        }
        return step.fits()
                ? Stream.concat(
                        alone,
                        Stream.concat(
                                Stream.ofNullable(step.before().get(change.rule())),
                                Stream.ofNullable(step.after().get(change.rule()))))
                : alone;
    }

    /** @return whether the set can be laid over these rows; if it cannot, they are spoiled */
    private static boolean lay(ModelSet set, TreeMap<Long, ModelRow> rows) {
        boolean fits = true;
        for (Change change : set.changes) {
            ModelRow row = rows.get(change.rule());
            ModelRow added = change.added();
            Edited edited = change.edited();
            if (added != null) {
                fits &= row == null;
                rows.put(added.id(), added);
            } else if (row == null) {
                fits = false;
            } else if (edited != null) {
                fits &= List.of(edited.live(), edited.staged(), edited.value()).contains(row.field(edited.field()));
                rows.put(row.id(), row.with(edited.field(), edited.value()).at(row.version() + 1));
            } else {
                fits &= Objects.requireNonNull(change.removedAsSeen()).contains(row.at(0));
                rows.remove(row.id());
            }
        }
        return fits;
    }
}
