package dev.rehearsal.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @ParameterizedTest
    @ValueSource(strings = {"whole_queue", "next_only", "up_to:7", "only:12"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Scope.parse(text).wireForm()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "up_to", "up_to:", "up_to:x", "only:1.5", "whole_queue:3", "next_only:", ":1"})
    void refusesAnythingElseAndSaysWhatThereIs(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.parse(text))
                .withMessageContaining("whole_queue, next_only, up_to:<change set id> or only:<change set id>");
    }
}
