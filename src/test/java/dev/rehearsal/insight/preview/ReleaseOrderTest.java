package dev.rehearsal.insight.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.ReleaseName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseOrderTest {

    private static final List<ReleaseName> ALL = Stream.of(
                    "Firefox-149.0.2-build1",
                    "Firefox-99.0-build2",
                    "Firefox-149.0-build10",
                    "Firefox-149.0-build2",
                    "Firefox-150.0-build1",
                    "Devedition-149.0-build1")
            .map(ReleaseName::new)
            .toList();

    @Test
    void countsNumbersAsNumbers() {
        assertThat(ALL.stream().sorted(ReleaseOrder.BY_NAME))
                .extracting(ReleaseName::value)
                .containsExactly(
                        "Devedition-149.0-build1",
                        "Firefox-99.0-build2",
                        "Firefox-149.0-build2",
                        "Firefox-149.0-build10",
                        "Firefox-149.0.2-build1",
                        "Firefox-150.0-build1");
    }

    @Test
    void findsTheOneBeforeAmongThoseThatBeginAlike() {
        assertThat(before("Firefox-150.0-build1")).isEqualTo("Firefox-149.0.2-build1");
        assertThat(before("Firefox-151.0-build1")).isEqualTo("Firefox-150.0-build1");
        assertThat(before("Devedition-150.0-build1")).isEqualTo("Devedition-149.0-build1");
    }

    @Test
    void findsNoneBeforeTheFirst() {
        assertThat(before("Firefox-99.0-build2")).isEmpty();
        assertThat(before("Thunderbird-149.0-build1")).isEmpty();
        assertThat(before("")).isEmpty();
    }

    private static String before(String name) {
        return ReleaseOrder.before(new ReleaseName(name), ALL)
                .map(ReleaseName::value)
                .orElse("");
    }
}
