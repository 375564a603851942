package dev.rehearsal.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets past the others, whatever they do: random acts of random people, a third of them on PostgreSQL. */
class AdversaryTest {

    private static final int ACTS = 60;
    private static final int BEFORE_PLOT = 8;
    private static final int AFTER_PLOT = 20;

    /** So many sequences have come to every kind of act. */
    private static final int ENOUGH = 120;

    private static final int OF_ONE_DATABASE = 50;

    /** Whether a sequence goes on after a violation, to see more of them. */
    private static final boolean GOES_ON = Boolean.getBoolean("adversary.goes-on");

    private static final Counts COUNTS = new Counts();

    private static @Nullable Place place;
    private static @Nullable Sequence first;

    /** @param database with the worlds of a batch of seeds, of which this is one */
    record Sequence(TestDatabase database, long seed, List<Long> batch) {

        /** All but every fourth one follow a known way for a while. */
        Script.@Nullable Plot plot() {
            Script.Plot[] plots = Script.Plot.values();
            return seed % 4 == 0 ? null : plots[(int) (seed % plots.length)];
        }

        @Override
        public String toString() {
            Script.Plot plot = plot();
            return "seed " + seed + (plot == null ? "" : " with " + plot) + " on " + database;
        }
    }

    static Stream<Sequence> sequences() {
        double share = Share.value();
        long from = Long.getLong("adversary.seed", 1);
        int all = share >= 1 ? 1000 : (int) Math.max(3, Math.round(60 * share));
        List<Long> onPostgres = IntStream.range(0, all)
                .filter(i -> i % 3 == 2)
                .mapToObj(i -> from + i)
                .toList();
        List<Long> onH2 = IntStream.range(0, all)
                .filter(i -> i % 3 != 2)
                .mapToObj(i -> from + i)
                .toList();
        return Stream.concat(batches(TestDatabase.H2, onH2), batches(TestDatabase.POSTGRESQL, onPostgres));
    }

    private static Stream<Sequence> batches(TestDatabase database, List<Long> seeds) {
        return IntStream.range(0, (seeds.size() + OF_ONE_DATABASE - 1) / OF_ONE_DATABASE)
                .mapToObj(i -> seeds.subList(i * OF_ONE_DATABASE, Math.min(seeds.size(), (i + 1) * OF_ONE_DATABASE)))
                .flatMap(batch -> batch.stream().map(seed -> new Sequence(database, seed, batch)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void whateverGoesLiveWasAgreedTo(Sequence sequence) {
        Scene scene = new Scene(placeOf(sequence), worldOf(sequence.batch(), sequence.seed()));
        Watch watch = new Watch(scene, COUNTS);
        Acts acts = new Acts(scene, watch, COUNTS);
        COUNTS.began();
        try {
            int alone = ACTS;
            if (sequence.plot() != null) {
                goOn(scene, acts, BEFORE_PLOT);
                new Script(scene, acts).play(sequence.plot());
                alone = AFTER_PLOT;
            }
            goOn(scene, acts, alone);
        } finally {
            scene.clear();
        }
        assertThat(scene.broken)
                .as("what was accepted:%n%s", String.join("\n", scene.told))
                .isEmpty();
    }

    private static void goOn(Scene scene, Acts acts, int most) {
        for (int i = 0; i < most && (scene.broken.isEmpty() || GOES_ON); i++) {
            acts.attempt(someKind(scene.random));
        }
    }

    private static Place placeOf(Sequence sequence) {
        Place known = place;
        if (known == null || first == null || !first.batch().equals(sequence.batch())) {
            close();
            known = new Place(
                    sequence.database(),
                    sequence.batch().stream()
                            .map(seed -> worldOf(sequence.batch(), seed))
                            .toList());
            place = known;
            first = sequence;
        }
        return known;
    }

    private static World worldOf(List<Long> batch, long seed) {
        return new World(seed, batch.indexOf(seed));
    }

    private static Kind someKind(Random random) {
        int dice = random.nextInt(
                Arrays.stream(Kind.values()).mapToInt(kind -> kind.weight).sum());
        for (Kind kind : Kind.values()) {
            dice -= kind.weight;
            if (dice < 0) {
                return kind;
            }
        }
        throw new AssertionError("weights add up");
    }

    @AfterAll
    static void tell() {
        close();
        System.out.println("Adversary: " + COUNTS);
        List<Kind> never = COUNTS.neverAccepted();
        if (COUNTS.sequences() >= ENOUGH) {
            assertThat(never).as("kinds of acts that nobody ever managed").isEmpty();
        }
    }

    private static void close() {
        if (place != null) {
            place.close();
            place = null;
        }
    }
}
