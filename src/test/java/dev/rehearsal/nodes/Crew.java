package dev.rehearsal.nodes;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** People who work on sets that change rules 1 and 2 alike, which somebody must sign. */
final class Crew {

    private static final List<Actor> EDITORS = List.of(new Actor("ada"), new Actor("ben"));
    private static final List<Actor> SIGNERS = List.of(new Actor("cleo"), new Actor("dora"));
    private static final List<RuleId> RULES = List.of(new RuleId(1), new RuleId(2));
    private static final Role ROLE = new Role("relman");

    private final TestDatabase database;
    private final ChangeSets sets;
    private final EnactmentService enactment;

    Crew(TestDatabase database) {
        this.database = database.emptied();
        this.sets = database.bean(ChangeSets.class);
        this.enactment = database.bean(EnactmentService.class);
        database.admin(TestDatabase.WRITER);
        EDITORS.forEach(database::admin);
        SIGNERS.forEach(database::admin);
        database.write(entry -> {
            SIGNERS.forEach(signer -> database.bean(PeopleStore.class).addRole(entry, signer.name(), ROLE));
            return entry;
        });
        enactment.enactAtOnce(
                TestDatabase.WRITER,
                "What is live",
                List.of(
                        Wanted.release("Firefox", "Live"),
                        Wanted.rule("Firefox", "one", "Live"),
                        Wanted.rule("Firefox", "two", "Live")));
        database.write(entry -> {
            database.bean(RequiredSignoffs.class).put(entry, new RequiredSignoff("Firefox", "release", ROLE, 1, 1));
            return entry;
        });
    }

    ChangeSetId schedules(String content) {
        return sets.schedule(
                        EDITORS.getFirst(),
                        content,
                        database.bean(TestClock.class).instant().plus(Duration.ofHours(1)),
                        changes(content))
                .id();
    }

    /** Anything that anybody may do to a set, each kind as likely as the other. */
    static Step someStep(Random random, String content) {
        Actor editor = EDITORS.get(random.nextInt(EDITORS.size()));
        Actor signer = SIGNERS.get(random.nextInt(SIGNERS.size()));
        List<Step> steps = List.of(
                new Step.Edit(editor, content),
                new Step.Retitle(editor, content),
                new Step.Sign(signer),
                new Step.Revoke(signer),
                new Step.Hold(editor),
                new Step.Withdraw(editor),
                new Step.Enact(editor),
                new Step.EnactUnseen(editor));
        return steps.get(random.nextInt(steps.size()));
    }

    static Step signs() {
        return new Step.Sign(SIGNERS.getFirst());
    }

    static Step holds() {
        return new Step.Hold(EDITORS.getFirst());
    }

    /** @param seen the data version that they have looked at */
    Outcome take(Step step, ChangeSetId set, int seen) {
        try {
            switch (step) {
                case Step.Edit(Actor by, String content) ->
                    sets.revise(by, set, seen, new Revision(null, null, changes(content)));
                case Step.Retitle(Actor by, String title) ->
                    sets.revise(by, set, seen, new Revision(title, null, null));
                case Step.Sign(Actor by) -> database.bean(SignoffService.class).sign(by, set, ROLE, seen);
                case Step.Revoke(Actor by) ->
                    database.bean(SignoffService.class).revoke(by, set, by);
                case Step.Hold(Actor by) -> sets.hold(by, set, seen);
                case Step.Withdraw(Actor by) -> sets.withdraw(by, set, seen);
                case Step.Enact(Actor by) -> enactment.enact(by, set, seen);
                case Step.EnactUnseen(Actor by) -> enactment.enact(by, set);
            }
            return Outcome.DONE;
        } catch (RefusedException refusal) {
            return Outcome.of(refusal);
        }
    }

    /** The set as the tables have it. */
    Model told(ChangeSetId id) {
        ChangeSet set = sets.find(id).orElseThrow();
        return new Model(
                stateOf(set),
                set.changes().stream().map(Crew::content).distinct().collect(Collectors.joining(" and ")),
                set.title(),
                signers(id),
                column("select data_version || ' ' || state from change_sets_history where set_id = " + id),
                column("select case when role is null then '-' else '+' end || person from signoffs_history"
                        + " where set_id = " + id));
    }

    static String stateOf(ChangeSet set) {
        return set.state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private SortedMap<String, String> signers(ChangeSetId id) {
        SortedMap<String, String> signers = new TreeMap<>();
        database.bean(Signoffs.class)
                .of(id)
                .forEach(signoff -> signers.put(signoff.by().name(), ""));
        return signers;
    }

    /** What rule 1 and rule 2 are live, and at which version. */
    List<String> live() {
        return database.bean(Rules.class).all().stream()
                .filter(rule -> RULES.contains(rule.id()))
                .map(rule -> rule.comment() + " " + rule.dataVersion())
                .sorted()
                .toList();
    }

    /** Reads what a set has written. */
    List<String> written(ChangeSetId set) {
        return column("select comment || ' ' || data_version from rules_history where change_set_id = " + set);
    }

    /** What this node serves, without looking at the tables again. */
    NodeState served() {
        return database.bean(SnapshotKeeper.class).current();
    }

    boolean servesWhatIsWritten() {
        return served().version().equals(database.bean(WriteLock.class).version());
    }

    private List<String> column(String query) {
        return database.jdbc()
                .sql(query + " order by change_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static List<Proposal> changes(String content) {
        return RULES.stream()
                .<Proposal>map(rule -> new Proposal.EditRule(rule, null, Map.of("comment", content)))
                .toList();
    }

    private static String content(Change change) {
        return String.valueOf(
                Objects.requireNonNull(((Change.RuleEdit) change).fields().get(RuleField.COMMENT))
                        .value());
    }
}
