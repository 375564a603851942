package dev.rehearsal.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.stories.Model.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several people do whatever comes to their minds, 200 times; after each step everything is as the model says. */
@EachDatabase
class StateMachineTest {

    private static final int OPERATIONS = 200;
    private static final int WHOLE = 50;
    private static final String TEST_CHANNEL = "release-cdntest";
    private static final List<String> PEOPLE = List.of("ada", "ben", "cleo", "dora", "guest");

    private final TestDatabase database;
    private final Model model = new Model();
    private final Map<List<String>, Fingerprint> fingerprints = new HashMap<>();
    private Office office;
    private Random random = new Random(0);

    StateMachineTest(TestDatabase database) {
        this.database = database;
        this.office = new Office(database);
    }

    static LongStream seeds() {
        double share = Share.value();
        return LongStream.range(0, Math.max(1, Math.round(WHOLE * share)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverPeopleDoTheTablesAreAsTheModelSays(long seed) {
        random = new Random(seed);
        begin();
        for (int operation = 0; operation < OPERATIONS; operation++) {
            String told = operate();
            compare("seed %d, operation %d: %s".formatted(seed, operation, told));
        }
        assertThat(model.ruleWrites).as("something went live in seed " + seed).isPositive();
    }

    private void begin() {
        office = new Office(database)
                .with("ada", "releng")
                .with("ben", "relman")
                .with("cleo", "relman", "qa")
                .with("dora", "qa")
                .live(
                        Wishes.release("R1"),
                        Wishes.release("R2"),
                        Wishes.release("R3"),
                        Wishes.rule("release", "R1", "comment", "-"),
                        Wishes.rule("beta", "R1", "comment", "-"),
                        Wishes.rule("release*", "R2", "comment", "-"))
                .maps(Model.GATED, TEST_CHANNEL, new Scope.WholeQueue())
                .requires(Model.GATED, "relman", 1)
                .gate(Model.GATED, "qa", 1);
        model.give("ada", "releng");
        model.give("ben", "relman");
        model.give("cleo", "relman");
        model.give("cleo", "qa");
        model.give("dora", "qa");
        for (Rule rule : office.state().live().rules().values()) {
            model.begin(row(rule));
        }
    }

    private String operate() {
        model.disarm();
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        ModelSet set = anySet();
        int due = model.hour + random.nextInt(4) - (random.nextInt(8) == 0 ? 2 : 0);
        int kind = random.nextInt(set == null ? 30 : 100);
        if (kind < 18) {
            return schedules(person, due, wishes());
        } else if (kind < 22) {
            return writesDirectly(person, wishes());
        } else if (kind < 26) {
            return judges(person, random.nextInt(6) > 0);
        } else if (kind < 30) {
            return time();
        } else if (kind < 32) {
            return changesRoles();
        }
        Objects.requireNonNull(set);
        if (kind < 40) {
            return revises(person, set, wishes());
        } else if (kind < 60) {
            return signs(person, set, random.nextInt(4) > 0 ? "relman" : "qa");
        } else if (kind < 63) {
            return does(
                    person + " revokes " + set.id,
                    model.mayRevoke(person, set),
                    () -> {
                        office.revokes(person, set.id);
                    },
                    () -> model.revoke(person, set));
        } else if (kind < 67) {
            return does(
                    person + " moves " + set.id + " to " + due,
                    model.mayMove(person, set, due),
                    () -> {
                        office.sets.revise(new Actor(person), set.id, null, new Revision(null, office.hour(due), null));
                    },
                    () -> model.move(set, due));
        } else if (kind < 71) {
            return does(
                    person + " holds " + set.id,
                    model.mayHold(person, set),
                    () -> {
                        office.sets.hold(new Actor(person), set.id, null);
                    },
                    () -> set.state = ModelSet.State.HELD);
        } else if (kind < 76) {
            return does(
                    person + " resumes " + set.id + " for " + due,
                    model.mayResume(person, set, due),
                    () -> {
                        office.sets.resume(new Actor(person), set.id, null, office.hour(due));
                    },
                    () -> {
                        model.move(set, due);
                        set.state = ModelSet.State.PENDING;
                    });
        } else if (kind < 79) {
            return does(
                    person + " withdraws " + set.id,
                    model.mayWithdraw(person, set),
                    () -> {
                        office.sets.withdraw(new Actor(person), set.id, null);
                    },
                    () -> set.state = ModelSet.State.WITHDRAWN);
        } else if (kind < 90) {
            return judges(person, random.nextInt(6) > 0);
        }
        List<ModelSet> going = person.equals("guest") ? List.of() : model.enactable(set);
        return does(
                person + " enacts " + set.id,
                !going.isEmpty(),
                () -> {
                    office.enacts(person, set.id);
                },
                () -> model.apply(going));
    }

    private String schedules(String person, int due, List<Wish> wishes) {
        boolean allowed = model.maySchedule(person, due, wishes);
        List<ChangeSetId> made = new ArrayList<>();
        return does(
                "%s schedules %s for %d".formatted(person, wishes, due),
                allowed,
                () -> made.add(office.schedules(person, due, proposals(wishes))),
                () -> model.schedule(made.getFirst(), person, due, wishes, addedRules(made.getFirst())));
    }

    private String writesDirectly(String person, List<Wish> wishes) {
        boolean allowed = model.mayWriteDirectly(person, wishes);
        List<ChangeSetId> made = new ArrayList<>();
        return does(
                "%s writes %s directly".formatted(person, wishes),
                allowed,
                () -> made.add(office.enactment
                        .enactAtOnce(new Actor(person), "Directly", List.of(proposals(wishes)))
                        .id()),
                () -> model.writeDirectly(made.getFirst(), person, wishes, addedRules(made.getFirst())));
    }

    private String revises(String person, ModelSet set, List<Wish> wishes) {
        return does(
                "%s makes %s of %s".formatted(person, wishes, set.id),
                model.mayRevise(person, set, wishes),
                () -> {
                    office.edits(person, set.id, proposals(wishes));
                },
                () -> model.revise(person, set, wishes, addedRules(set.id)));
    }

    private String signs(String person, ModelSet set, String role) {
        return does(
                "%s signs %s as %s".formatted(person, set.id, role),
                model.maySign(person, set, role),
                () -> {
                    office.signs(person, set.id, role);
                },
                () -> model.sign(person, set, role));
    }

    private String judges(String person, boolean pass) {
        return does(
                person + (pass ? " passes" : " fails") + " what is shown",
                model.mayJudge(person),
                () -> {
                    if (pass) {
                        office.passes(person, TEST_CHANNEL);
                    } else {
                        office.fails(person, TEST_CHANNEL);
                    }
                },
                () -> model.judge(person, pass));
    }

    private String time() {
        model.hour += random.nextInt(3);
        model.enactDue();
        office.comes(model.hour);
        return "it is " + model.hour;
    }

    /** Ben loses the role that he signs with, or gets it back. */
    private String changesRoles() {
        PeopleStore people = database.bean(PeopleStore.class);
        Set<String> held = Objects.requireNonNull(model.roles.get("ben"));
        database.write(entry -> {
            if (held.remove("relman")) {
                people.removeRole(entry, "ben", new Role("relman"));
            } else {
                model.give("ben", "relman");
                people.addRole(entry, "ben", new Role("relman"));
            }
            return entry;
        });
        return "ben holds " + held;
    }

    /** What the model refuses must be refused, and the other way round. */
    private String does(String what, boolean allowed, Runnable really, Runnable inTheModel) {
        try {
            really.run();
        } catch (RefusedException refused) {
            assertThat(allowed).as("%s: %s", what, refused.getMessage()).isFalse();
            model.refused();
            return what + " (refused: " + refused.getMessage() + ")";
        }
        assertThat(allowed).as("the model refuses that " + what).isTrue();
        inTheModel.run();
        return what;
    }

    private void compare(String when) {
        NodeState state = office.state();
        assertThat(rows(state.live().rules())).as(when).isEqualTo(model.live);
        assertThat(rows(state.stages().wholeQueue().staged().rules())).as(when).isEqualTo(model.staged());
        Map<ChangeSetId, ChangeSet> sets = database.bean(ChangeSetStore.class).all(model.sets.keySet()).stream()
                .collect(Collectors.toMap(ChangeSet::id, Function.identity()));
        for (ModelSet expected : model.sets.values()) {
            ChangeSet set = Objects.requireNonNull(sets.get(expected.id), when);
            assertThat(set.state().getClass().getSimpleName()).as(when).isEqualToIgnoringCase(expected.state.name());
            Map<String, String> signoffs = new TreeMap<>();
            for (Signoff signoff : database.bean(Signoffs.class).of(set.id())) {
                signoffs.put(signoff.by().name(), signoff.role().name());
            }
            Map<String, String> signed = new TreeMap<>();
            expected.signoffs.forEach((person, signoff) -> signed.put(person, signoff.role()));
            assertThat(signoffs).as(when).isEqualTo(signed);
            if (expected.state == ModelSet.State.PENDING) {
                assertThat(office.standing(set).counted())
                        .as("%s: what counts of %s", when, set.id())
                        .extracting(signoff -> signoff.by().name())
                        .containsExactlyInAnyOrderElementsOf(model.counted(expected));
            }
        }
        agree(Model.shown(model.live), office.liveFingerprint(Model.GATED), when);
        agree(Model.shown(model.staged()), office.fingerprintOf(TEST_CHANNEL), when);
        assertThat(count("rules_history where change_set_id > 1")).as(when).isEqualTo(model.ruleWrites);
        assertThat(count("signoffs_history")).as(when).isEqualTo(model.signoffWrites);
        // A write elsewhere raises versions, too, where it changes what a set brings in.
        assertThat(count("change_sets s where s.data_version <"
                        + " (select count(*) from change_sets_history h where h.set_id = s.id)"))
                .as(when)
                .isZero();
    }

    /** Equal states have equal fingerprints, and others have others. */
    private void agree(List<String> shown, Fingerprint fingerprint, String when) {
        Fingerprint known = fingerprints.putIfAbsent(shown, fingerprint);
        assertThat(fingerprint).as(when).isEqualTo(known == null ? fingerprint : known);
        assertThat(new HashSet<>(fingerprints.values())).as(when).hasSize(fingerprints.size());
    }

    private int count(String rowsOf) {
        return ((Number) Objects.requireNonNull(database.rows("select count(*) as n from " + rowsOf)
                        .getFirst()
                        .values()
                        .iterator()
                        .next()))
                .intValue();
    }

    private static TreeMap<Long, ModelRow> rows(Map<RuleId, Rule> rules) {
        TreeMap<Long, ModelRow> rows = new TreeMap<>();
        rules.values().forEach(rule -> rows.put(rule.id().value(), row(rule)));
        return rows;
    }

    private static ModelRow row(Rule rule) {
        return new ModelRow(
                rule.id().value(),
                Objects.requireNonNull(rule.channel()),
                Objects.requireNonNull(rule.mapping()).value(),
                rule.comment() == null ? "" : rule.comment(),
                rule.dataVersion());
    }

    private List<Long> addedRules(ChangeSetId set) {
        List<Long> added = new ArrayList<>();
        for (Change change : office.sets.find(set).orElseThrow().changes()) {
            if (change instanceof Change.RuleAddition(var _, Rule rule, var _)) {
                added.add(rule.id().value());
            }
        }
        return added;
    }

    private static Proposal[] proposals(List<Wish> wishes) {
        return wishes.stream()
                .map(wish -> switch (wish) {
                    case Wish.Add(String channel, String mapping) -> Wishes.rule(channel, mapping);
                    case Wish.Edit(long rule, String field, String value) -> Wishes.edit(rule, field, value);
                    case Wish.Remove(long rule) -> Wishes.remove(rule);
                })
                .toArray(Proposal[]::new);
    }

    private List<Wish> wishes() {
        List<Wish> wishes = new ArrayList<>();
        wishes.add(wish());
        Wish second = wish();
        if (random.nextInt(4) == 0
                && !(wishes.getFirst().equals(second))
                && ruleOf(wishes.getFirst()) != ruleOf(second)) {
            wishes.add(second);
        }
        return wishes;
    }

    private static long ruleOf(Wish wish) {
        return switch (wish) {
            case Wish.Add _ -> -1;
            case Wish.Edit edit -> edit.rule();
            case Wish.Remove remove -> remove.rule();
        };
    }

    private Wish wish() {
        List<Long> known = new ArrayList<>(model.live.keySet());
        known.addAll(model.staged().keySet());
        int kind = random.nextInt(10);
        if (known.isEmpty() || kind == 0) {
            return new Wish.Add(oneOf("release", "beta", "release*"), oneOf("R1", "R2", "R3"));
        }
        long rule = known.get(random.nextInt(known.size()));
        return switch (kind) {
            case 1 -> new Wish.Remove(rule);
            case 2 -> new Wish.Edit(rule, "channel", oneOf("release", "beta", "release*"));
            case 3 -> new Wish.Edit(rule, "comment", oneOf("-", "one", "two"));
            default -> new Wish.Edit(rule, "mapping", oneOf("R1", "R2", "R3"));
        };
    }

    private @Nullable ModelSet anySet() {
        List<ModelSet> sets = new ArrayList<>(model.sets.values());
        List<ModelSet> open = sets.stream().filter(ModelSet::isOpen).toList();
        List<ModelSet> chosen = random.nextInt(10) == 0 || open.isEmpty() ? sets : open;
        return chosen.isEmpty() ? null : chosen.get(random.nextInt(chosen.size()));
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }
}
