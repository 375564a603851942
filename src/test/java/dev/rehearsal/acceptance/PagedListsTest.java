package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Our own lists come page by page, and say how long they are: here each has three items. */
class PagedListsTest {

    private static final String URL = "/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml";

    private static Team team;

    @BeforeAll
    static void fillTheLists() {
        team = new Team();
        for (String state : List.of("pending", "draft")) {
            for (int rate : new int[] {25, 50, 75}) {
                team.as("ann", "POST", "/api/change_sets", """
                        {'title': 'Throttle to %d', 'when': 'W', 'draft': %s, 'changes': [
                         {'object': 'rule', 'change_type': 'insert', 'priority': %d, 'mapping': 'App-1', 'backgroundRate': %d,
                          'update_type': 'minor', 'product': 'App', 'channel': 'release'}]}
                        """.formatted(rate, state.equals("draft"), rate, rate));
            }
        }
        String fingerprint = team.get("/api/test_channels/release-cdntest/rules?product=App")
                .get("fingerprint")
                .asString();
        for (String note : List.of("first", "second", "third")) {
            team.as("tess", "POST", "/api/verdicts", """
                    {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': '%s', 'outcome': 'pass', 'note': '%s'}
                    """.formatted(fingerprint, note));
            team.as("ann", "POST", "/api/probes", """
                    {'name': '%s', 'url': '%s', 'expect': 'release', 'answer': 'App-1'}
                    """.formatted(note, URL));
        }
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/change_sets?state=pending | change_sets | title
            /api/change_sets?state=draft   | change_sets | title
            /api/verdicts?product=App      | verdicts    | note
            /api/probes?product=App        | probes      | name
            /api/findings?product=App      | findings    | sentence
            /api/scheduled_changes/rules?all=1 | scheduled_changes | sc_id
            """)
    void pagesPutTogetherAreTheWholeList(String list, String items, String named) {
        List<String> all = named(team.get(list), items, named);
        JsonNode first = team.get(list + "&limit=2");
        JsonNode second = team.get(list + "&limit=2&page=2");

        assertThat(all).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(named(first, items, named)).isEqualTo(all.subList(0, 2));
        assertThat(named(second, items, named)).isEqualTo(all.subList(2, Math.min(4, all.size())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/change_sets?state=pending | change_sets
            /api/change_sets?state=draft   | change_sets
            /api/verdicts?product=App      | verdicts
            /api/probes?product=App        | probes
            /api/findings?product=App      | findings
            /api/scheduled_changes/rules?all=1 | scheduled_changes
            """)
    void everyPageCountsTheWholeList(String list, String items) {
        int all = team.get(list).get(items).size();
        JsonNode beyond = team.get(list + "&page=1000000&limit=1000");

        assertThat(team.get(list + "&limit=1").get("count").asInt()).isEqualTo(all);
        assertThat(beyond.get("count").asInt()).isEqualTo(all);
        assertThat(beyond.get(items)).isEmpty();
    }

    @Test
    void noMoreThanAThousandAreGivenAtOnceAndThatIsNoFault() {
        assertThat(team.get("/api/verdicts?limit=5000")).isEqualTo(team.get("/api/verdicts?limit=1000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/change_sets",
                "/api/verdicts",
                "/api/probes",
                "/api/findings",
                "/api/scheduled_changes/rules"
            })
    void aPageBeforeTheFirstIsRefused(String list) {
        for (String wrong : List.of("page=0", "limit=0", "page=-1", "page=two", "limit=99999999999")) {
            team.refuses(400, "eve", "GET", list + "?" + wrong, "");
        }
    }

    @Test
    void verdictsAreCountedAsTheyAreNarrowed() {
        assertThat(team.get("/api/verdicts?product=Other&limit=1")).isEqualTo(json("{'count': 0, 'verdicts': []}"));
    }

    private static List<String> named(JsonNode page, String items, String field) {
        return page.get(items)
                .valueStream()
                .map(item -> item.get(field).asString())
                .toList();
    }
}
