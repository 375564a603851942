package dev.rehearsal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedSampleTest {

    @Test
    void textsThatAreStoredAlikeAreCountedTogether() {
        PackedSample packed = PackedSample.of(Sample.of(5, List.of("\ud83d", "\ud83e", "\ud83e")));

        assertThat(packed.sample().kept()).isEqualTo(packed.kept()).isEqualTo(3);
    }
}
