package dev.rehearsal.ui.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.RuleId;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PickedRulesTest {

    @Test
    void writesNeighboursAsRanges() {
        assertThat(picked(9, 3, 1, 2, 7).text()).isEqualTo("1-3.7.9");
        assertThat(picked().text()).isEmpty();
    }

    @Test
    void readsWhatItWrote() {
        PickedRules picked = picked(1, 2, 3, 7, Long.MAX_VALUE);

        assertThat(PickedRules.parse(picked.text())).isEqualTo(picked);
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        assertThat(PickedRules.parse("4.x..9-.-3.5")).isEqualTo(picked(4, 5));
    }

    @Test
    void readsNoMoreThanCanBeChangedAtATime() {
        assertThat(PickedRules.parse("1-9223372036854775807").ids()).hasSize(PickedRules.MOST);
        assertThat(PickedRules.parse("9223372036854775800-9223372036854775807").ids())
                .hasSize(8);
    }

    private static PickedRules picked(long... ids) {
        return PickedRules.of(LongStream.of(ids).mapToObj(RuleId::new).toList());
    }
}
