package dev.rehearsal.stories;

import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.stories.ModelSet.Change;
import dev.rehearsal.stories.ModelSet.Edited;
import dev.rehearsal.stories.ModelSet.Signed;
import dev.rehearsal.stories.ModelSet.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The specification as a slow and obvious program: rules, a queue, signoffs and verdicts of one product. Changes that
 * reach {@code release} need one {@code relman}, and one PASS by {@code qa} on what release would serve; of nobody who
 * wrote any of it does either count. Before anything is written, due sets that fit nowhere are disarmed.
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

    private final Map<Long, List<Version>> versions = new TreeMap<>();
    private final Map<String, Integer> givings = new TreeMap<>();
    private List<ModelSet> justDisarmed = List.of();
    private final Map<List<String>, Map<String, Boolean>> verdicts = new LinkedHashMap<>();
    private final Set<List<String>> served = new HashSet<>();

    /** What somebody asks to change: a field of a rule, a new rule (without an id), or a removal. */
    sealed interface Wish {

        record Edit(long rule, String field, String value) implements Wish {}

        record Add(String channel, String mapping) implements Wish {}

        record Remove(long rule) implements Wish {}
    }

    /** A row as it was live once, with whoever made it so. */
    record Version(ModelRow row, Set<String> writers) {}

    /** What was live before anybody did anything was written by nobody who takes part. */
    void begin(ModelRow row) {
        live.put(row.id(), row);
        versions.put(row.id(), new ArrayList<>(List.of(new Version(row, Set.of()))));
    }

    /** The latest first. */
    List<Version> versionsOf(long rule) {
        return versions.getOrDefault(rule, List.of()).reversed();
    }

    void give(String person, String role) {
        roles.computeIfAbsent(person, unseen -> new HashSet<>()).add(role);
        givings.merge(person + " " + role, 1, Integer::sum);
    }

    /** Disarms what is due and fits neither in its turn, among what is due and fits, nor alone. */
    void disarm() {
        ModelSequence turn = new ModelSequence(this);
        justDisarmed = new ArrayList<>();
        for (ModelSet set : queue()) {
            if (set.due <= hour) {
                ModelSequence.Step step = turn.judge(set);
                if (step.fits()) {
                    turn.keep(step);
                } else if (!new ModelSequence(this).judge(set).fits()) {
                    justDisarmed.add(set);
                }
            }
        }
        justDisarmed.forEach(set -> set.state = State.DISARMED);
    }

    /** The write was refused, so that nothing of it remains. */
    void refused() {
        justDisarmed.forEach(set -> set.state = State.PENDING);
    }

    List<ModelSet> queue() {
        return sets.values().stream()
                .filter(set -> set.state == State.PENDING)
                .sorted(Comparator.<ModelSet>comparingInt(set -> set.due).thenComparing(set -> set.id))
                .toList();
    }

    TreeMap<Long, ModelRow> staged() {
        return turn(queue()).rows();
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
        List<Change> known = new ArrayList<>(set.changes);
        List<Change> next = new ArrayList<>();
        for (Change change : changes(person, wishes, addedRules, before(set.due, set.id))) {
            Optional<Change> before =
                    known.stream().filter(change::isAboutTheSameAs).findFirst();
            before.ifPresent(known::remove);
            next.add(before.map(change::goingOnWith).orElse(change));
        }
        set.changes = next;
        rearm(set);
    }

    boolean mayMove(String person, ModelSet set, int due) {
        return set.isOpen()
                && mayWrite(person)
                && (due >= hour || due == set.due)
                && (set.state != State.DISARMED
                        || turn(queueBefore(due, set.id)).judge(set).fits());
    }

    void move(ModelSet set, int due) {
        set.due = due;
        rearm(set);
    }

    private static void rearm(ModelSet set) {
        if (set.state == State.DISARMED) {
            set.state = State.PENDING;
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
        return set.isSignable() && holds(person, role) && !inTurn(set).writers().contains(person);
    }

    /** A signoff before is replaced; the same again changes nothing. */
    void sign(String person, ModelSet set, String role) {
        Signed signed = new Signed(role, giving(person, role), inTurn(set).signed());
        if (!signed.equals(set.signoffs.put(person, signed))) {
            signoffWrites++;
        }
    }

    boolean mayRevoke(String person, ModelSet set) {
        return set.isSignable() && set.signoffs.containsKey(person);
    }

    void revoke(String person, ModelSet set) {
        set.signoffs.remove(person);
        signoffWrites++;
    }

    /** Whose signoffs count: on the set alone if it needs no more there, else in its turn. */
    Set<String> counted(ModelSet set) {
        ModelSequence alone = new ModelSequence(this);
        ModelSequence.Step byItself = alone.judge(set);
        return isSigned(alone, byItself) ? counted(byItself) : counted(inTurn(set));
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
        return !going(List.of(), set).isEmpty();
    }

    void writeDirectly(ChangeSetId id, String person, List<Wish> wishes, List<Long> addedRules) {
        ModelSet set = new ModelSet(id, hour);
        set.changes.addAll(changes(person, wishes, addedRules, live));
        sets.put(id, set);
        apply(List.of(set));
    }

    /** The sets that go if this one is enacted, in order; empty if it cannot. */
    List<ModelSet> enactable(ModelSet set) {
        if (set.state != State.PENDING) {
            return List.of();
        }
        List<ModelSet> alone = going(List.of(), set);
        if (!alone.isEmpty()) {
            return alone;
        }
        List<ModelSet> due = queueBefore(set.due, set.id).stream()
                .filter(other -> other.due <= hour)
                .toList();
        List<ModelSet> together = going(due, set);
        return together.size() > 1 ? together : List.of();
    }

    /** A set with those before it that fit and are signed where they stand then; empty if it cannot go so. */
    private List<ModelSet> going(List<ModelSet> before, ModelSet set) {
        ModelSequence sequence = new ModelSequence(this);
        List<ModelSet> going = new ArrayList<>();
        Set<String> writers = new HashSet<>();
        List<ModelSet> all = new ArrayList<>(before);
        all.add(set);
        for (ModelSet next : all) {
            ModelSequence.Step step = sequence.judge(next);
            if (step.fits() && isSigned(sequence, step)) {
                sequence.keep(step);
                going.add(next);
                writers.addAll(step.isSeen() ? step.writers() : Set.of());
            } else if (next == set) {
                return List.of();
            }
        }
        return isOpen(shown(sequence.rows()), writers) ? going : List.of();
    }

    /** The enactor's round. */
    void enactDue() {
        disarm();
        for (ModelSet set : queue()) {
            if (set.due <= hour && !enactable(set).isEmpty()) {
                disarm();
                List<ModelSet> going = enactable(set);
                if (going.isEmpty()) {
                    refused();
                }
                apply(going);
            }
        }
    }

    void apply(List<ModelSet> going) {
        if (going.isEmpty()) {
            return;
        }
        List<String> was = shown(live);
        TreeMap<Long, ModelRow> after = turn(going).rows();
        for (ModelSet set : going) {
            set.state = State.ENACTED;
            ruleWrites += set.changes.size();
        }
        remember(going);
        live.clear();
        live.putAll(after);
        if (!was.equals(shown(live))) {
            served.add(was);
            served.add(shown(live));
        }
    }

    private void remember(List<ModelSet> going) {
        ModelSequence sequence = new ModelSequence(this);
        for (ModelSet set : going) {
            ModelSequence.Step step = sequence.judge(set);
            sequence.keep(step);
            for (Change change : set.changes) {
                ModelRow row = step.after().get(change.rule());
                if (row != null) {
                    versions.computeIfAbsent(row.id(), unseen -> new ArrayList<>())
                            .add(new Version(row, change.writers()));
                }
            }
        }
    }

    /** Whether release may go over to serving this, of which these people wrote some. */
    private boolean isOpen(List<String> next, Set<String> writers) {
        if (next.equals(shown(live))) {
            return true;
        }
        Map<String, Boolean> given = verdicts.getOrDefault(next, Map.of());
        boolean failed = given.entrySet().stream().anyMatch(word -> holds(word.getKey(), "qa") && !word.getValue());
        boolean passed = given.entrySet().stream()
                .anyMatch(word -> holds(word.getKey(), "qa") && word.getValue() && !writers.contains(word.getKey()));
        return !failed && (passed || served.contains(next));
    }

    private boolean isSigned(ModelSequence sequence, ModelSequence.Step step) {
        boolean signed = counted(step).stream()
                .map(person -> Objects.requireNonNull(step.set().signoffs.get(person)))
                .anyMatch(signoff -> signoff.role().equals("relman"));
        return signed || !sequence.needsSignoff(step);
    }

    /** Whoever holds the role without interruption since, wrote none of it, and signed just this. */
    private Set<String> counted(ModelSequence.Step step) {
        Set<String> counted = new TreeSet<>();
        step.set().signoffs.forEach((person, signed) -> {
            if (holds(person, signed.role())
                    && giving(person, signed.role()) == signed.giving()
                    && !step.writers().contains(person)
                    && signed.items().equals(step.signed())) {
                counted.add(person);
            }
        });
        return counted;
    }

    private ModelSequence.Step inTurn(ModelSet set) {
        return turn(queueBefore(set.due, set.id)).judge(set);
    }

    private List<ModelSet> queueBefore(int due, ChangeSetId id) {
        return queue().stream()
                .filter(set -> !set.id.equals(id) && set.isBefore(due, id))
                .toList();
    }

    private TreeMap<Long, ModelRow> before(int due, ChangeSetId id) {
        return turn(queueBefore(due, id)).rows();
    }

    private ModelSequence turn(List<ModelSet> laid) {
        ModelSequence sequence = new ModelSequence(this);
        laid.forEach(set -> sequence.keep(sequence.judge(set)));
        return sequence;
    }

    private int giving(String person, String role) {
        return givings.getOrDefault(person + " " + role, 0);
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
                            yield new Change(row.id(), Set.of(person), row, null, null);
                        }
                        case Wish.Edit(long rule, String field, String value) -> {
                            String staged = row(before, rule).field(field);
                            String liveNow =
                                    live.containsKey(rule) ? row(live, rule).field(field) : staged;
                            yield new Change(
                                    rule, Set.of(person), null, new Edited(field, value, liveNow, staged), null);
                        }
                        case Wish.Remove(long rule) -> {
                            List<ModelRow> seen = new ArrayList<>();
                            if (live.containsKey(rule)) {
                                seen.add(row(live, rule).at(0));
                            }
                            seen.add(row(before, rule).at(0));
                            yield new Change(
                                    rule,
                                    Set.of(person),
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

    private boolean mayWrite(String person) {
        return !person.equals("guest");
    }

    private boolean holds(String person, String role) {
        return roles.getOrDefault(person, Set.of()).contains(role);
    }
}
