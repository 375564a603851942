package dev.rehearsal.insight.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rehearsal.staging.ChangeSetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class StageSelectionTest {

    @ParameterizedTest
    @NullAndEmptySource
    void nothingSaidIsAsFarAsTestersSee(String text) {
        assertThat(StageSelection.parse(text)).isEqualTo(StageSelection.AS_MAPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "7"})
    void whatWasReadIsWrittenTheSame(String text) {
        assertThat(StageSelection.parse(text).wireForm()).isEqualTo(text);
    }

    @Test
    void aNumberIsAChangeSet() {
        assertThat(StageSelection.parse("7")).isEqualTo(new StageSelection.Through(new ChangeSetId(7)));
    }

    @Test
    void anythingElseIsRefusedInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageSelection.parse("tomorrow"))
                .withMessage("How far to look is the number of a pending change set, or 'live', not 'tomorrow'");
    }
}
