package dev.rehearsal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.RuleField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundariesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VERSION    | <140.0            | 139.0 140.0 140.1 141.0
            VERSION    | <=140.0           | 140.0 139.0 140.1 141.0
            VERSION    | >140.2            | 140.3 141.0 140.2 140.1
            VERSION    | 78.*              | 78.0 77.0 78.1 79.0
            VERSION    | 3.6,4.0           | 3.6 3.5 3.7 4.0 4.0 3.0 4.1 5.0
            BUILD_ID   | <20200101000000   | 20200100999999 20200101000000 20200101000001
            BUILD_ID   | >=7               | 7 8 6
            MEMORY     | <2048             | 2047 2048 2049
            LOCALE     | ja,fr             | ja fr
            OS_VERSION | Windows_NT 6.1    | Windows_NT_6.1
            JAWS       | true              | true false
            """)
    void beginWithAValueThatMeetsTheRuleAndCrossIt(RuleField field, String asked, String values) {
        assertThat(Boundaries.of(field, asked).stream().map(value -> value.replace(' ', '_')))
                .containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"VERSION, nonsense", "BUILD_ID, <", "MEMORY, lots"})
    void areNoneOfWhatCannotBeRead(RuleField field, String asked) {
        assertThat(Boundaries.of(field, asked)).isEmpty();
    }
}
