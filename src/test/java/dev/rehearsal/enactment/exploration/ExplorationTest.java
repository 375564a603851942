package dev.rehearsal.enactment.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import dev.rehearsal.enactment.exploration.Cells.Cell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through what people can do in a small world. With {@code rehearsal.test.share} at 1 all cells are gone through, some
 * million transitions; otherwise whole cells, so that each kind of act is in at least one.
 */
class ExplorationTest {

    private static final Logger LOG = LoggerFactory.getLogger(ExplorationTest.class);

    private static final int ONE_OF_EACH_KIND = Kind.values().length;
    private static final long ANY = Long.MAX_VALUE / 2;

    private final Map<Kind, Integer> accepted = new EnumMap<>(Kind.class);
    private final List<String> violations = new ArrayList<>();
    private long transitions;
    private long states;

    @Test
    void whateverPeopleDoWhatShipsIsWhatWasAgreedTo() {
        long begun = System.nanoTime();
        for (Cell cell : Share.value() >= 1 ? all() : some()) {
            explore(cell);
        }
        LOG.info(
                "Explored {} transitions to {} states in {} s: {}",
                transitions,
                states,
                (System.nanoTime() - begun) / 1_000_000_000,
                accepted);

        assertThat(violations).isEmpty();
        assertThat(accepted.keySet()).as("kinds of acts that were accepted").containsAll(EnumSet.allOf(Kind.class));
    }

    private static List<Cell> all() {
        List<Cell> cells = new ArrayList<>(Cells.attacks(ANY));
        cells.addAll(Cells.sequences(ONE_OF_EACH_KIND, 4, ANY));
        cells.addAll(Cells.slices(8, 8, 150_000));
        cells.addAll(Cells.slices(25, 8, 60_000));
        return cells;
    }

    /** The attacks as deep as they are long, of all others those with few acts, not as deep. */
    private static List<Cell> some() {
        List<Cell> cells = new ArrayList<>(Cells.attacks(1_500));
        cells.addAll(Cells.sequences(ONE_OF_EACH_KIND, 2, ANY));
        cells.addAll(Cells.slices(8, 3, ANY));
        return cells;
    }

    private void explore(Cell cell) {
        Desk desk = Desk.of(new Judge());
        Explorer explorer = new Explorer(desk);
        World start = cell.start().apply(desk);
        explorer.explore(start, cell.acts(), cell.depth(), cell.most());
        explorer.accepted().forEach((kind, count) -> accepted.merge(kind, count, Integer::sum));
        explorer.violations()
                .forEach((how, path) -> violations.add("%s: %s after %s".formatted(cell.name(), how, path)));
        transitions += explorer.transitions();
        states += explorer.states();
        LOG.info(
                "{}: {} transitions to {} states, {} deep, whole to {}",
                cell.name(),
                explorer.transitions(),
                explorer.states(),
                explorer.deepest(),
                Math.min(explorer.complete(), cell.depth()));
    }

    @Test
    void eachPairOfKindsIsInASlice() {
        List<List<Kind>> slices = Cells.covering();
        for (Kind one : Kind.values()) {
            Set<Kind> together = slices.stream()
                    .filter(slice -> slice.contains(one))
                    .flatMap(List::stream)
                    .collect(Collectors.toSet());
            assertThat(together).containsAll(EnumSet.allOf(Kind.class));
        }
    }
}
