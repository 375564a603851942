package dev.rehearsal.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of staging whatever is live and whatever is queued; each seed makes up a state and a queue. */
class StagingInvariantsTest {

    private static final List<String> LIVE_CHANNELS = List.of("release", "beta");
    private static final int QUERIES = 12;

    static LongStream seeds() {
        return Seeds.upTo(3_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereNothingIsPendingWhatIsStagedIsLive(long seed) {
        World world = new World(seed, 0);

        for (ChannelMapping mapping : mappings(List.of())) {
            Tables staged = world.stages().of(mapping).stage().staged();

            assertThat(staged).isSameAs(world.live);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetAloneIsStagedAsItIsEnacted(long seed) {
        World world = new World(seed, 8);

        for (QueuedSet set : world.queue) {
            ScopedStages.Scoped only = world.stages().of(new Scope.Only(set.id()), null, "release");

            assertSameTables(only.stage().staged(), enacted(world, List.of(set)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPrefixOfTheQueueIsStagedAsItIsEnactedSetBySet(long seed) {
        World world = new World(seed, 8);

        for (QueuedSet last : world.queue) {
            Stage stage = world.stages()
                    .of(new Scope.UpTo(last.id()), null, "release")
                    .stage();
            Tables enacted =
                    enacted(world, stage.steps().stream().map(Stage.Step::set).toList());

            assertSameTables(stage.staged(), enacted);
            for (String channel : LIVE_CHANNELS) {
                for (String product : GeneratedState.PRODUCTS) {
                    assertThat(Fingerprint.of(enacted, world.contents, product, channel))
                            .isEqualTo(Fingerprint.of(stage.staged(), world.contents, product, channel));
                }
                assertThat(Fingerprint.ofEvery(enacted, world.contents, channel))
                        .isEqualTo(Fingerprint.ofEvery(stage.staged(), world.contents, channel));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void enactingAllThatATestChannelShowsDoesNotChangeWhatItAnswers(long seed) {
        World world = new World(seed, 6);

        for (ChannelMapping mapping : mappings(world.queue)) {
            Stage shown = world.stages().of(mapping).stage();
            Tables enacted =
                    enacted(world, shown.steps().stream().map(Stage.Step::set).toList());
            for (String product : GeneratedState.PRODUCTS) {
                for (UpdateQuery query :
                        GeneratedQueries.of(new Chance(seed), QUERIES, product, mapping.testChannel())) {
                    assertThat(world.answers.onTestChannel(enacted, mapping.liveChannel(), query))
                            .as("%s %s", mapping.scope().wireForm(), query)
                            .isEqualTo(world.answers.onTestChannel(shown.staged(), mapping.liveChannel(), query));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isAsThePlainestStagingHasIt(long seed) {
        World world = new World(seed, 12);

        PlainStaging plain = PlainStaging.of(world.live, world.queue, world.contents);
        Stage stage = Stage.of(world.live, world.queue, world.contents);

        assertThat(stage.steps()).extracting(step -> step.set().id()).isEqualTo(plain.applied);
        assertThat(stage.conflicts()).extracting(Conflict::set).isEqualTo(plain.leftOut);
        assertThat(stage.staged().rules()).isEqualTo(plain.rules);
        assertThat(stage.staged().releases()).isEqualTo(plain.releases);
        assertThat(stage.staged().pins().releases()).isEqualTo(plain.pins);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetOfWhichOneChangeFailsLeavesNoTrace(long seed) {
        World world = new World(seed, 8);
        Chance chance = new Chance(seed);

        QueuedSet broken = brokenSomewhere(chance, chance.oneOf(world.queue.toArray(QueuedSet[]::new)));
        Stage with = Stage.of(world.live, replaced(world.queue, broken, List.of(broken)), world.contents);
        Stage without = Stage.of(world.live, replaced(world.queue, broken, List.of()), world.contents);

        assertThat(with.conflicts()).extracting(Conflict::set).contains(broken.id());
        assertSameTables(with.staged(), without.staged());
    }

    /** Returns the set with, in some place of it, the removal of a rule that there never was. */
    private static QueuedSet brokenSomewhere(Chance chance, QueuedSet set) {
        List<Change> changes = new ArrayList<>(set.changes());
        changes.add(
                chance.between(0, changes.size() + 1),
                new Change.RuleRemoval(new ChangeId(10_000), new RuleId(10_000), List.of()));
        return new QueuedSet(set.id(), set.due(), changes);
    }

    private static List<QueuedSet> replaced(List<QueuedSet> queue, QueuedSet replaced, List<QueuedSet> by) {
        return queue.stream()
                .flatMap(set -> set.id().equals(replaced.id()) ? by.stream() : Stream.of(set))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetThatDoesNotConcernAChannelLeavesItsFingerprint(long seed) {
        World world = new World(seed, 8);
        Stage stage = world.stages().wholeQueue();

        for (String product : productsAndEvery()) {
            List<Stage.Step> concerning = Reachability.concerning(stage, world.contents, product, "release");
            Tables before = world.live;
            for (Stage.Step step : stage.steps()) {
                Tables after = enacted(before, world.contents, step.set());
                if (!concerning.contains(step)) {
                    assertThat(fingerprint(world, product, after))
                            .as("set %s, product %s", step.set().id(), product)
                            .isEqualTo(fingerprint(world, product, before));
                }
                before = after;
            }
        }
    }

    /** Otherwise the seeds would show nothing. */
    @Test
    void theQueuesAreWorthStaging() {
        int applied = 0;
        int leftOut = 0;
        int concerning = 0;
        for (long seed = 0; seed < 200; seed++) {
            World world = new World(seed, 10);
            Stage stage = world.stages().wholeQueue();
            applied += stage.steps().size();
            leftOut += stage.conflicts().size();
            concerning += Reachability.concerning(stage, world.contents, "Firefox", "release")
                    .size();
        }
        assertThat(applied).isBetween(800, 1_700);
        assertThat(leftOut).isBetween(300, 1_200);
        assertThat(concerning).isBetween(applied / 5, applied * 4 / 5);
    }

    /** What is live, what is queued, and who answers. */
    private static final class World {

        final InMemoryContents contents = new InMemoryContents();
        final Answers answers = new Answers(contents);
        final Tables live;
        final List<QueuedSet> queue;

        World(long seed, int sets) {
            Chance chance = new Chance(seed);
            live = new GeneratedState(chance, contents).tables();
            queue = GeneratedQueue.of(chance, contents, live, sets);
        }

        ScopedStages stages() {
            return new ScopedStages(live, queue, contents);
        }
    }

    /** The tables after these sets, each enacted alone on what was live by then. */
    private static Tables enacted(World world, List<QueuedSet> sets) {
        Tables live = world.live;
        for (QueuedSet set : sets) {
            live = enacted(live, world.contents, set);
        }
        return live;
    }

    /** Built anew, as if the tables had been loaded again; unchanged by a set in conflict. */
    private static Tables enacted(Tables live, InMemoryContents contents, QueuedSet set) {
        Tables staged = Stage.of(live, List.of(set), contents).staged();
        return Tables.of(staged.rules(), staged.releases(), staged.pins());
    }

    private static void assertSameTables(Tables staged, Tables enacted) {
        assertThat(staged.ruleSet().inOrder()).isEqualTo(enacted.ruleSet().inOrder());
        assertThat(staged.rules()).isEqualTo(enacted.rules());
        assertThat(staged.releases()).isEqualTo(enacted.releases());
        assertThat(staged.pins()).isEqualTo(enacted.pins());
    }

    private static Fingerprint fingerprint(World world, @Nullable String product, Tables tables) {
        return product == null
                ? Fingerprint.ofEvery(tables, world.contents, "release")
                : Fingerprint.of(tables, world.contents, product, "release");
    }

    private static List<@Nullable String> productsAndEvery() {
        List<@Nullable String> products = new ArrayList<>(GeneratedState.PRODUCTS);
        products.add(null);
        return products;
    }

    /** Every scope, of test channels with and without a product. */
    private static List<ChannelMapping> mappings(List<QueuedSet> queue) {
        List<ChannelMapping> mappings = new ArrayList<>();
        List<Scope> scopes = new ArrayList<>(List.of(new Scope.WholeQueue(), new Scope.NextOnly()));
        for (QueuedSet set : queue) {
            scopes.add(new Scope.UpTo(set.id()));
            scopes.add(new Scope.Only(set.id()));
        }
        for (Scope scope : scopes) {
            mappings.add(new ChannelMapping(1, null, "release", "release-cdntest", scope, 1));
        }
        mappings.add(new ChannelMapping(2, "Firefox", "release", "release-cdntest", new Scope.NextOnly(), 1));
        mappings.add(new ChannelMapping(3, "GMP", "beta", "beta-cdntest", new Scope.NextOnly(), 1));
        return mappings;
    }
}
