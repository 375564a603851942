package dev.rehearsal.blob;

import static dev.rehearsal.blob.BlobBuilder.aRelease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two groups of an update line must not set the same field for one query. */
class UpdateLineConflictTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                                  | {}                                         | true
                    {}                                  | {'channels': ['release']}                  | true
                    {'channels': ['release']}           | {'channels': ['release']}                  | true
                    {'channels': ['release']}           | {'channels': ['beta', 'release*']}         | true
                    {'channels': ['release-*']}         | {'channels': ['release']}                  | false
                    {'channels': ['release']}           | {'channels': ['release-cck-acme']}         | true
                    {'channels': ['release']}           | {'channels': ['release-cck-*']}            | true
                    {'channels': ['release']}           | {'channels': ['beta']}                     | false
                    {'channels': []}                    | {}                                         | true
                    {'channels': []}                    | {'channels': ['beta']}                     | false
                    {'channels': ['release']}           | {'locales': ['de']}                        | true
                    {'locales': ['de', 'fr']}           | {'locales': ['fr']}                        | true
                    {'locales': ['de']}                 | {'locales': ['fr']}                        | false
                    {'versions': ['60.0']}              | {'versions': ['60.0']}                     | true
                    {'versions': ['60.0']}              | {'versions': ['60.0.0']}                   | true
                    {'versions': ['60.0']}              | {'versions': ['61.0']}                     | false
                    {'versions': ['60.*']}              | {'versions': ['60.0.1']}                   | true
                    {'versions': ['60.*']}              | {'versions': ['>=61.0']}                   | false
                    {'versions': ['<60.0']}             | {'versions': ['59.0']}                     | true
                    {'versions': ['<60.0']}             | {'versions': ['60.0']}                     | false
                    {'versions': ['<60.0']}             | {'versions': ['>=60.0']}                   | false
                    {'versions': ['<=60.0']}            | {'versions': ['>=60.0']}                   | true
                    {'versions': ['<60.0']}             | {'versions': ['<50.0']}                    | true
                    {'versions': ['>60.0']}             | {'versions': ['<60.1']}                    | false
                    {'versions': ['<60.0a1']}           | {'versions': ['>59.0']}                    | true
                    {'versions': ['<60.0a1']}           | {'versions': ['>60.0a1']}                  | false
                    {'versions': ['60.0,61.0']}         | {'versions': ['>60.0']}                    | true
                    {'buildIDs': ['20190101']}          | {'buildIDs': ['20190101']}                 | true
                    {'buildIDs': ['20190101']}          | {'buildIDs': ['20190102']}                 | false
                    {'buildIDs': ['20190101']}          | {'buildIDs': ['<20190102']}                | true
                    {'buildIDs': ['<20190102']}         | {'buildIDs': ['>=20190102']}               | false
                    {'buildIDs': ['<=20190102']}        | {'buildIDs': ['>=20190102']}               | true
                    {'channels': ['a'], 'locales': ['de']} | {'channels': ['a'], 'locales': ['fr']}  | false
                    """)
    void groupsConflictWhereOneQueryMeetsTheConditionsOfBoth(String one, String other, boolean conflict) {
        String expected =
                "updateLine[1].fields.openURL: updateLine[0] sets this too, and one query can meet the conditions of both.";

        assertThat(problems(group(one, "'openURL': 'a'"), group(other, "'openURL': 'b', 'actions': 'c'")))
                .isEqualTo(conflict ? List.of(expected) : List.of());
        assertThat(problems(group(other, "'openURL': 'a'"), group(one, "'openURL': 'b'")))
                .hasSize(conflict ? 1 : 0);
    }

    @Test
    void groupsWithoutACommonFieldDoNotConflict() {
        assertThat(problems(group("{}", "'openURL': 'a'"), group("{}", "'actions': 'b'")))
                .isEmpty();
    }

    @Test
    void groupsThatSayTheSameDoNotConflict() {
        assertThat(problems(group("{}", "'promptWaitTime': 1"), group("{}", "'promptWaitTime': 1.0")))
                .isEmpty();
        assertThat(problems(group("{}", "'promptWaitTime': 1"), group("{}", "'promptWaitTime': 2")))
                .hasSize(1);
    }

    private static String group(String conditions, String fields) {
        return "{'for': " + conditions + ", 'fields': {" + fields + "}}";
    }

    private static List<String> problems(String one, String other) {
        BlobBuilder blob = aRelease(9).with("updateLine", "[" + one + ", " + other + "]");
        return new BlobReader().read(blob.json()) instanceof BlobReadResult.Rejected(List<Problem> problems)
                ? problems.stream().map(Problem::toString).toList()
                : List.of();
    }
}
