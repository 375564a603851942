package dev.rehearsal.insight.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rehearsal.staging.ChangeSetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HowFarTest {

    @ParameterizedTest
    @NullAndEmptySource
    void nothing_said_is_as_far_as_testers_see(String text) {
        assertThat(HowFar.parse(text)).isEqualTo(HowFar.AS_MAPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "7"})
    void what_was_read_is_written_the_same(String text) {
        assertThat(HowFar.parse(text).wireForm()).isEqualTo(text);
    }

    @Test
    void a_number_is_a_change_set() {
        assertThat(HowFar.parse("7")).isEqualTo(new HowFar.Through(new ChangeSetId(7)));
    }

    @Test
    void anything_else_is_refused_in_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HowFar.parse("tomorrow"))
                .withMessage("How far to look is the number of a pending change set, or 'live', not 'tomorrow'");
    }
}
