package dev.rehearsal.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    @Test
    void keysAreSortedAndBlanksDropped() {
        assertThat(canonical("{ \"b\" : [1, true, null, {}], \"a\": [] }"))
                .isEqualTo("{\"a\":[],\"b\":[1,true,null,{}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1e0", "10e-1", "0.1e1", "1.000000000000000000000"})
    void aNumberHasOneSpelling(String json) {
        assertThat(canonical(json)).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0e999999999, 0",
        "-5, -5",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "1e20, 100000000000000000000",
        "0.10, 1E-1",
        "1e999999, 1E999999",
        "1.5, 15E-1",
    })
    void numbersOfAnySizeKeepTheirValue(String json, String canonical) {
        assertThat(canonical(json)).isEqualTo(canonical);
    }

    @Test
    void numbersThatDifferStayDifferent() {
        assertThat(canonical("9007199254740993")).isNotEqualTo(canonical("9007199254740992"));
        assertThat(canonical("0.1")).isNotEqualTo(canonical("0.10000000000000000001"));
    }

    @Test
    void theParserDoesNotMatterForOrdinaryNumbers() {
        String json = "{\"a\":[1,1.5,123456789012345678901234567890,1e5]}";

        assertThat(CanonicalJson.hash(JsonMapper.shared().readTree(json)))
                .isEqualTo(CanonicalJson.hash(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aTextHasOneSpelling() {
        assertThat(canonical("\"\\u0041\\/\\t\\\"\\\\é\"")).isEqualTo("\"A/\\u0009\\\"\\\\é\"");
    }

    @Test
    void halfPairsOfCharactersStayDifferent() {
        assertThat(canonical("\"\\ud800\""))
                .isNotEqualTo(canonical("\"\\ud801\""))
                .isNotEqualTo(canonical("\"?\""));
        assertThat(canonical("\"\\ud83d\\ude00\"")).isEqualTo("\"\ud83d\ude00\"");
    }

    @Test
    void textsAndNumbersAndKeysStayDifferent() {
        assertThat(canonical("\"1\"")).isNotEqualTo(canonical("1"));
        assertThat(canonical("[\"a\",\"b\"]")).isNotEqualTo(canonical("[\"a,b\"]"));
        assertThat(canonical("{\"a\":{\"b\":1}}")).isNotEqualTo(canonical("{\"a\":{},\"b\":1}"));
    }

    @Test
    void aHashIsOfTheCanonicalForm() {
        assertThat(CanonicalJson.hash(CanonicalJson.parse("{ }".getBytes(StandardCharsets.UTF_8)))
                        .value())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    private static String canonical(String json) {
        byte[] bytes = CanonicalJson.bytes(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
