package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over bounds 1, 5 and 7, so that 0, 2 to 4, 6 and 8 lie in gaps. */
class RangeSpreadTest {

    private static final int[] BOUNDS = {1, 5, 7};

    /** One number of each leaf, in their order. */
    private static final List<Integer> NUMBERS = List.of(0, 1, 3, 5, 6, 7, 8);

    record Spread(int from, int to) {}

    static Stream<Spread> ranges() {
        return NUMBERS.stream()
                .flatMap(from -> NUMBERS.stream().filter(to -> to >= from).map(to -> new Spread(from, to)));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aRangeIsMetOnceOnTheWayUpFromEachNumberInIt(Spread range) {
        RangeSpread spread = new RangeSpread(BOUNDS);

        spread.add(range.from(), range.to(), 9);

        List<int[]> nodes = nodes(spread);
        for (int number : NUMBERS) {
            boolean inside = number >= range.from() && number <= range.to();
            assertThat(met(nodes, number)).as("from %d", number).isEqualTo(inside ? List.of(9) : List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aRangeIsKeptByAsFewNodesAsTheTreeIsHighOnBothSides(Spread range) {
        RangeSpread spread = new RangeSpread(BOUNDS);

        spread.add(range.from(), range.to(), 9);

        assertThat(nodes(spread).stream().filter(places -> places.length > 0)).hasSizeBetween(1, 4);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void rulesOfTheSameRangeStandInTheirOrder(Spread range) {
        RangeSpread spread = new RangeSpread(BOUNDS);

        spread.add(range.from(), range.to(), 9);
        spread.add(range.from(), range.to(), 4);

        assertThat(nodes(spread))
                .filteredOn(places -> places.length > 0)
                .allSatisfy(places -> assertThat(places).containsExactly(4, 9));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void everyNodeIsVisitedOnce(Spread range) {
        RangeSpread spread = new RangeSpread(BOUNDS);

        spread.add(range.from(), range.to(), 9);

        assertThat(nodes(spread)).hasSize(13);
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void aNumberAmongOthersHasTheLeafOfItsBoundOrGap(int position) {
        int[] numbers = {99, 1, 5, 7, 42};

        int leaf = RangeSpread.leaf(numbers, 1, 4, NUMBERS.get(position));

        assertThat(leaf).isEqualTo(7 + position);
    }

    static IntStream leaves() {
        return IntStream.range(0, NUMBERS.size());
    }

    /** From node 1 on. */
    private static List<int[]> nodes(RangeSpread spread) {
        List<int[]> nodes = new ArrayList<>();
        spread.forEachNode(nodes::add);
        return nodes;
    }

    private static List<Integer> met(List<int[]> nodes, int number) {
        List<Integer> met = new ArrayList<>();
        for (int node = RangeSpread.leaf(BOUNDS, 0, BOUNDS.length, number); node > 0; node /= 2) {
            Arrays.stream(nodes.get(node - 1)).forEach(met::add);
        }
        return met;
    }
}
