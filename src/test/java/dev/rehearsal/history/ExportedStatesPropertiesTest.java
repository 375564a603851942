package dev.rehearsal.history;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.dataset.RoundTrip;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was written, an export and its import lose nothing of it. */
@EachDatabase
class ExportedStatesPropertiesTest {

    private static final int STATES = 200;
    private static final int WRITES = 25;
    private static final int EXTRAS = 12;

    private final TestDatabase database;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    ExportedStatesPropertiesTest(TestDatabase database) {
        this.database = database;
    }

    static LongStream seeds() {
        double share = Share.value();
        return LongStream.range(0, Math.max(1, Math.round(STATES * share)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anImportOfAnExportGivesTheSameState(long seed) {
        Writing writing = new Writing(database);
        RandomWrites writes = new RandomWrites(seed, writing);
        writes.first();
        for (int write = 0; write < WRITES; write++) {
            writes.next();
        }
        Random random = new Random(seed);
        for (int extra = 0; extra < EXTRAS; extra++) {
            try {
                alsoWrite(writing, random);
            } catch (RefusedException refused) {
                // What cannot be done now is not done: something else may be.
            }
        }
        moveWhatIsLate(writing);

        new RoundTrip(database, folder).assertNothingIsLost();
    }

    /** What random writes leave out: sets that wait for something else than their time, and of every kind of row. */
    private void alsoWrite(Writing writing, Random random) {
        List<ChangeSet> queue = writing.state().queue();
        switch (random.nextInt(12)) {
            case 0 ->
                writing.changeSets.draft(
                        Writing.ADA,
                        "A draft",
                        null,
                        List.of(Writing.addRule("mapping", "R1"), Writing.addRelease("Draft-" + random.nextInt(3))));
            case 1 -> {
                if (!queue.isEmpty()) {
                    writing.changeSets.hold(Writing.ADA, queue.getFirst().id(), null);
                }
            }
            case 2 -> {
                if (!queue.isEmpty()) {
                    writing.move(queue.getLast(), new ChangeSet.Disarmed("for a reason", writing.now()));
                }
            }
            case 3 -> judges(writing, random);
            case 4 ->
                waits(
                        writing,
                        RowKinds.PERMISSIONS.change(
                                "cleo", PermissionName.RULE, null, Permission.unrestricted(PermissionName.RULE)));
            case 5 -> waits(writing, RowKinds.ROLES.give(Writing.ADA.name(), new Role("tester")));
            case 6 -> waits(writing, RowKinds.TOKENS.make(Writing.BOB.name(), "ci", TokenScope.READ, null));
            case 7 -> waits(writing, RowKinds.PASSWORDS.make(Writing.BOB.name()));
            case 8 -> {
                List<ChannelMapping> mappings = writing.mappings.all();
                if (!mappings.isEmpty()) {
                    ChannelMapping mapping = mappings.getFirst();
                    Scope scope = queue.isEmpty()
                            ? new Scope.NextOnly()
                            : new Scope.Only(queue.getFirst().id());
                    waits(
                            writing,
                            RowKinds.MAPPINGS.change(
                                    mapping.id(),
                                    mapping.dataVersion(),
                                    new MappingProposal(
                                            mapping.product(), mapping.liveChannel(), mapping.testChannel(), scope)));
                }
            }
            case 9 ->
                waits(
                        writing,
                        new Proposal.SetPin(
                                new Pins.Key("Firefox", "release", "120."),
                                random.nextBoolean() ? new ReleaseName("R2") : null));
            case 10 -> {
                // A set whose rule is removed meanwhile.
                ChangeSet made = writing.directly(Writing.addRule("mapping", "R1", "channel", "beta"));
                long rule = ((Change.RuleAddition) made.changes().getFirst())
                        .rule()
                        .id()
                        .value();
                waits(writing, Writing.edit(rule, "priority", 7));
                writing.directly(Writing.removeRule(rule));
            }
            default -> {
                Gate gate = new Gate(0, "Klar", "nightly", new Role("releng"), 1, List.of(), 1);
                waits(writing, RowKinds.GATES.change(null, null, gate));
            }
        }
    }

    private static void waits(Writing writing, Proposal proposal) {
        writing.schedule(Duration.ofHours(500), proposal);
    }

    private void judges(Writing writing, Random random) {
        TestedState state =
                new TestedState("Firefox", "release", new Fingerprint("%064x".formatted(random.nextInt(9))));
        database.write(entry -> {
            database.bean(Verdicts.class)
                    .importOne(new Verdict(
                            0,
                            state,
                            "release-cdntest",
                            Outcome.values()[random.nextInt(3)],
                            random.nextBoolean() ? "a note" : null,
                            Writing.BOB,
                            new PersonId(random.nextInt(40)),
                            entry.at(),
                            random.nextBoolean() ? null : Map.of(new Role("releng"), (long) random.nextInt(4))));
            return entry;
        });
    }

    /** An import takes what was due before it out of the queue. */
    private static void moveWhatIsLate(Writing writing) {
        for (ChangeSet set : writing.state().queue()) {
            if (set.due().isBefore(writing.now())) {
                try {
                    writing.changeSets.revise(
                            Writing.ADA,
                            set.id(),
                            null,
                            new Revision(null, writing.now().plusSeconds(60), null));
                } catch (RefusedException refused) {
                    writing.changeSets.withdraw(Writing.ADA, set.id(), null);
                }
            }
        }
    }
}
