package dev.rehearsal.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReaderTest {

    private final ProblemList problems = new ProblemList();
    private final List<String> seen = new ArrayList<>();

    @Test
    void objectsAreSeenInTheOrderOfTheFileWithTheirPlaces() {
        read("{'releases':[{'name':'A'}],'rules':[{'rule_id':1},{'rule_id':2}]}");

        assertThat(seen)
                .containsExactly(
                        "releases[0] {\"name\":\"A\"}", "rules[0] {\"rule_id\":1}", "rules[1] {\"rule_id\":2}");
    }

    @Test
    void numbersKeepAllTheirDigits() {
        read("{'releases':[{'size':12345678901234567890.12345678901234567890}]}");

        assertThat(seen).containsExactly("releases[0] {\"size\":12345678901234567890.12345678901234567890}");
    }

    @Test
    void everyPartMayBeAbsent() {
        read("{}");

        assertThat(seen).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aMisspeltPartIsNamed() {
        read("{'rulez':[{'rule_id':1}],'rules':[{'rule_id':2}]}");

        assertThat(seen).containsExactly("rules[0] {\"rule_id\":2}");
        assertThatThrownBy(problems::refuse)
                .hasMessageStartingWith("rulez: There is no such part of a dataset; the parts are rules, releases,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'rules':{}}            | rules: Must be a list.
            {'people':'ada'}        | people: Must be a list.
            {'rules':null}          | rules: Must be a list.
            {'rules':[7]}           | rules[0]: Must be an object.
            {'rules':[{},[]]}       | rules[1]: Must be an object.
            {'rules':[],'rules':[]} | rules: This part stands in the dataset twice.
            """, quoteCharacter = '"')
    void wrongShapesAreToldWithTheirPlace(String json, String problem) {
        read(json);

        assertThatThrownBy(problems::refuse).hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "'rules'", "null"})
    void anythingButAnObjectIsNoDataset(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(DatasetException.class)
                .hasMessage("The dataset must be one JSON object: {\"rules\":[…],\"releases\":[…],…}.");
    }

    @Test
    void malformedJsonIsToldWithLineAndColumn() {
        assertThatThrownBy(() -> read("{'rules':[\n  {'rule_id':1,,}\n]}"))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The dataset is not valid JSON (line 2, column 16): Unexpected character (','")
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'rules':[{'rule_id':1}", "{'rules':[{'alias':'a"})
    void aFileThatWasCutOffIsSaidToBe(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(DatasetException.class)
                .message()
                .startsWith("The dataset ")
                .doesNotContain("\n");
    }

    @Test
    void nothingMayFollowTheDataset() {
        assertThatThrownBy(() -> read("{} {}")).hasMessageContaining("something follows it (line 1, column ");
    }

    @Test
    void aFileThatCannotBeReadOnIsNotCalledBadJson() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };

        assertThatThrownBy(() -> new DatasetReader(problems, new Seeing()).read(failing))
                .hasMessage("The dataset cannot be read to its end: Input/output error.");
    }

    @Test
    void ofVeryManyProblemsTheFirstHundredAreKept() {
        read("{'rules':[" + "7,".repeat(149) + "7]}");

        assertThatThrownBy(problems::refuse)
                .isInstanceOfSatisfying(
                        DatasetException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(101)
                                .last()
                                .hasToString("… and 50 more."));
    }

    private void read(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        new DatasetReader(problems, new Seeing()).read(new ByteArrayInputStream(bytes));
    }

    private final class Seeing implements DatasetReader.Objects {

        @Override
        public void add(DatasetPart part, DatasetObject object) {
            seen.add(object.place() + " " + object.json());
        }
    }
}
