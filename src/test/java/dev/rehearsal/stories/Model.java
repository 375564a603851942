package dev.rehearsal.stories;

import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.stories.ModelSet.Change;
import dev.rehearsal.stories.ModelSet.Edited;
import dev.rehearsal.stories.ModelSet.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The specification as a slow and obvious program: rules, a queue, signoffs and verdicts of one product. Changes that
 * reach {@code release} need one {@code relman}, and one PASS by {@code qa} on what release would serve.
 *
 * <p>Each operation answers whether it is allowed, and if it is, does it.
 */
final class Model {

    static final String GATED = "release";

    final TreeMap<Long, ModelRow> live = new TreeMap<>();
    final TreeMap<ChangeSetId, ModelSet> sets = new TreeMap<>();
    final Map<String, Set<String>> roles = new TreeMap<>();
    int hour;
    int ruleWrites;
    int signoffWrites;

    private final Map<List<String>, Map<String, Boolean>> verdicts = new LinkedHashMap<>();
    private final Set<List<String>> served = new HashSet<>();

    /** What somebody asks to change: a field of a rule, a new rule (without an id), or a removal. */
    sealed interface Wish {

        record Edit(long rule, String field, String value) implements Wish {}

        record Add(String channel, String mapping) implements Wish {}

        record Remove(long rule) implements Wish {}
    }

    List<ModelSet> queue() {
        return sets.values().stream()
                .filter(set -> set.state == State.PENDING)
                .sorted(Comparator.<ModelSet>comparingInt(set -> set.due).thenComparing(set -> set.id))
                .toList();
    }

    TreeMap<Long, ModelRow> staged() {
        return stage(queue()).rows();
    }

    /** What release serves in a state: nothing else of it can be told apart there. */
    static List<String> shown(TreeMap<Long, ModelRow> rows) {
        return rows.values().stream()
                .filter(row -> row.reaches(GATED))
                .map(ModelRow::mapping)
                .toList();
    }

    boolean maySchedule(String person, int due, List<Wish> wishes) {
        return due >= hour && mayWrite(person) && fit(wishes, before(due, new ChangeSetId(Long.MAX_VALUE)));
    }

    void schedule(ChangeSetId id, String person, int due, List<Wish> wishes, List<Long> addedRules) {
        ModelSet set = new ModelSet(id, due);
        set.changes.addAll(changes(person, wishes, addedRules, before(due, id)));
        sets.put(id, set);
    }

    boolean mayRevise(String person, ModelSet set, List<Wish> wishes) {
        return set.isOpen() && mayWrite(person) && fit(wishes, before(set.due, set.id));
    }

    void revise(String person, ModelSet set, List<Wish> wishes, List<Long> addedRules) {
        List<Change> next = new ArrayList<>();
        for (Change change : changes(person, wishes, addedRules, before(set.due, set.id))) {
            next.add(set.changes.stream()
                    .filter(change::saysTheSameAs)
                    .findFirst()
                    .map(same -> change.by(same.writer()))
                    .orElse(change));
        }
        set.changes = next;
        dropSignoffs(set);
    }

    boolean mayMove(String person, ModelSet set, int due) {
        return set.isOpen() && mayWrite(person) && (due >= hour || due == set.due);
    }

    void move(ModelSet set, int due) {
        if (set.due != due) {
            set.due = due;
            dropSignoffs(set);
        }
    }

    boolean mayHold(String person, ModelSet set) {
        return set.state == State.PENDING && mayWrite(person);
    }

    boolean mayResume(String person, ModelSet set, int due) {
        return set.state == State.HELD && mayWrite(person) && due >= hour;
    }

    boolean mayWithdraw(String person, ModelSet set) {
        return set.isOpen() && mayWrite(person);
    }

    boolean maySign(String person, ModelSet set, String role) {
        if (role.equals(set.signoffs.get(person))) {
            return true;
        }
        return set.isOpen()
                && holds(person, role)
                && !set.writers().contains(person)
                && !set.signoffs.containsKey(person);
    }

    void sign(String person, ModelSet set, String role) {
        if (set.signoffs.put(person, role) == null) {
            signoffWrites++;
        }
    }

    boolean mayRevoke(String person, ModelSet set) {
        return set.isOpen() && set.signoffs.containsKey(person);
    }

    void revoke(String person, ModelSet set) {
        set.signoffs.remove(person);
        signoffWrites++;
    }

    boolean mayJudge(String person) {
        return roles.containsKey(person);
    }

    void judge(String person, boolean pass) {
        Map<String, Boolean> given = verdicts.computeIfAbsent(shown(staged()), state -> new LinkedHashMap<>());
        given.put(person, pass);
    }

    boolean mayWriteDirectly(String person, List<Wish> wishes) {
        if (!mayWrite(person) || !fit(wishes, live)) {
            return false;
        }
        ModelSet set = new ModelSet(new ChangeSetId(0), hour);
        set.changes.addAll(changes(person, wishes, List.of(Long.MAX_VALUE - 1, Long.MAX_VALUE), live));
        Staged after = stage(List.of(set));
        return !needsSignoff(set, live) && isOpen(shown(after.rows()));
    }

    void writeDirectly(ChangeSetId id, String person, List<Wish> wishes, List<Long> addedRules) {
        ModelSet set = new ModelSet(id, hour);
        set.changes.addAll(changes(person, wishes, addedRules, live));
        sets.put(id, set);
        apply(List.of(set));
    }

    /** The sets that go if this one is enacted, in order; empty if it cannot. */
    List<ModelSet> enactable(ModelSet set) {
        if (set.state != State.PENDING || !isSigned(set)) {
            return List.of();
        }
        if (fits(List.of(set))) {
            return List.of(set);
        }
        List<ModelSet> together = new ArrayList<>(queue().stream()
                .filter(other -> other.isBefore(set.due, set.id) && other.due <= hour && isSigned(other))
                .toList());
        together.add(set);
        return together.size() > 1 && fits(together) ? stage(together).applied() : List.of();
    }

    /** The enactor's round. */
    void enactDue() {
        for (ModelSet set : queue()) {
            if (set.due <= hour) {
                apply(enactable(set));
            }
        }
    }

    void apply(List<ModelSet> going) {
        if (going.isEmpty()) {
            return;
        }
        List<String> was = shown(live);
        Staged after = stage(going);
        ruleWrites += after.writes();
        live.clear();
        live.putAll(after.rows());
        if (!was.equals(shown(live))) {
            served.add(was);
            served.add(shown(live));
        }
        going.forEach(set -> set.state = State.ENACTED);
    }

    private boolean fits(List<ModelSet> going) {
        Staged after = stage(going);
        return after.applied().contains(going.getLast()) && isOpen(shown(after.rows()));
    }

    /** Whether release may go over to serving this. */
    private boolean isOpen(List<String> next) {
        if (next.equals(shown(live))) {
            return true;
        }
        Map<String, Boolean> given = verdicts.getOrDefault(next, Map.of());
        List<Boolean> counted = given.entrySet().stream()
                .filter(entry -> holds(entry.getKey(), "qa"))
                .map(Map.Entry::getValue)
                .toList();
        return !counted.contains(false) && (counted.contains(true) || served.contains(next));
    }

    private boolean isSigned(ModelSet set) {
        boolean signed = set.signoffs.entrySet().stream()
                .anyMatch(entry -> entry.getValue().equals("relman")
                        && holds(entry.getKey(), "relman")
                        && !set.writers().contains(entry.getKey()));
        return signed || !needsSignoff(set, before(set.due, set.id));
    }

    /** The live row, the row staged just before and the row after: any that reaches release needs the signoff. */
    private boolean needsSignoff(ModelSet set, TreeMap<Long, ModelRow> before) {
        List<ModelRow> rows = new ArrayList<>();
        TreeMap<Long, ModelRow> after = new TreeMap<>(before);
        boolean staged = lay(set, after);
        for (Change change : set.changes) {
            ModelRow row = live.get(change.rule());
            Edited edited = change.edited();
            if (row != null) {
                rows.add(row);
                if (edited != null) {
                    rows.add(row.with(edited.field(), edited.value()));
                }
            }
            if (change.added() != null) {
                rows.add(change.added());
            }
            if (staged) {
                rows.add(before.get(change.rule()));
                rows.add(after.get(change.rule()));
            }
        }
        return rows.stream().filter(Objects::nonNull).anyMatch(row -> row.reaches(GATED));
    }

    private TreeMap<Long, ModelRow> before(int due, ChangeSetId id) {
        return stage(queue().stream()
                        .filter(set -> !set.id.equals(id) && set.isBefore(due, id))
                        .toList())
                .rows();
    }

    /** @param writes how many rows were written to get there, one for each row of each set */
    record Staged(TreeMap<Long, ModelRow> rows, List<ModelSet> applied, int writes) {}

    private Staged stage(List<ModelSet> going) {
        TreeMap<Long, ModelRow> rows = new TreeMap<>(live);
        List<ModelSet> applied = new ArrayList<>();
        int writes = 0;
        for (ModelSet set : going) {
            TreeMap<Long, ModelRow> next = new TreeMap<>(rows);
            if (lay(set, next)) {
                rows = next;
                applied.add(set);
                writes += set.changes.size();
            }
        }
        return new Staged(rows, applied, writes);
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

    private static boolean fit(List<Wish> wishes, TreeMap<Long, ModelRow> before) {
        return wishes.stream().allMatch(wish -> switch (wish) {
            case Wish.Edit edit -> before.containsKey(edit.rule());
            case Wish.Remove remove -> before.containsKey(remove.rule());
            case Wish.Add _ -> true;
        });
    }

    private List<Change> changes(
            String person, List<Wish> wishes, List<Long> addedRules, TreeMap<Long, ModelRow> before) {
        List<Change> changes = new ArrayList<>();
        int added = 0;
        for (Wish wish : wishes) {
            changes.add(
                    switch (wish) {
                        case Wish.Add(String channel, String mapping) -> {
                            ModelRow row = new ModelRow(addedRules.get(added++), channel, mapping, "", 1);
                            yield new Change(row.id(), person, row, null, null);
                        }
                        case Wish.Edit(long rule, String field, String value) -> {
                            String staged = row(before, rule).field(field);
                            String liveNow =
                                    live.containsKey(rule) ? row(live, rule).field(field) : staged;
                            yield new Change(rule, person, null, new Edited(field, value, liveNow, staged), null);
                        }
                        case Wish.Remove(long rule) -> {
                            List<ModelRow> seen = new ArrayList<>();
                            if (live.containsKey(rule)) {
                                seen.add(row(live, rule).at(0));
                            }
                            seen.add(row(before, rule).at(0));
                            yield new Change(
                                    rule,
                                    person,
                                    null,
                                    null,
                                    seen.stream().distinct().toList());
                        }
                    });
        }
        return changes;
    }

    private static ModelRow row(TreeMap<Long, ModelRow> rows, long id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private void dropSignoffs(ModelSet set) {
        signoffWrites += set.signoffs.size();
        set.signoffs.clear();
    }

    private boolean mayWrite(String person) {
        return !person.equals("guest");
    }

    private boolean holds(String person, String role) {
        return roles.getOrDefault(person, Set.of()).contains(role);
    }
}
