package dev.rehearsal.enactment.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PartTracesTest {

    private static PartTraces traces(String json) {
        return PartTraces.of(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    private static boolean isFound(String before, String written, String later) {
        return traces(written).isFoundIn(traces(later), traces(before));
    }

    @Test
    void aValueIsFoundThoughOthersWroteBesideIt() {
        assertThat(isFound("{'a': 1}", "{'a': 1, 'url': 'evil'}", "{'a': 2, 'url': 'evil'}"))
                .isTrue();
    }

    @Test
    void whatOthersReplacedIsNotFound() {
        assertThat(isFound("{'url': 'good'}", "{'url': 'evil'}", "{'url': 'better'}"))
                .isFalse();
    }

    @Test
    void whatWasThereBeforeIsNobodysWhoWroteBesideIt() {
        assertThat(isFound("{'a': 1, 'b': 1}", "{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}"))
                .isFalse();
    }

    @Test
    void whatWasTakenOutIsFoundForAsLongAsItIsMissing() {
        assertThat(isFound("{'a': {'b': 1, 'c': 1}}", "{'a': {'c': 1}}", "{'a': {'c': 2}}"))
                .isTrue();
        assertThat(isFound("{'a': {'b': 1, 'c': 1}}", "{'a': {'c': 1}}", "{'a': {'b': 1, 'c': 2}}"))
                .isFalse();
    }

    @Test
    void placesInAListCountForNothing() {
        assertThat(isFound("{'blobs': ['x']}", "{'blobs': ['x', 'evil']}", "{'blobs': ['y', 'evil', 'z']}"))
                .isTrue();
    }

    @Test
    void theFormOfAReleaseIsNobodys() {
        assertThat(traces("{'name': 'R', 'schema_version': 9, 'a': 1}")
                        .isFoundIn(traces("{'name': 'R', 'schema_version': 9, 'a': 2}"), PartTraces.NOTHING))
                .isFalse();
    }
}
