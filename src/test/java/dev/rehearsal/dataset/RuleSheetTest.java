package dev.rehearsal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RuleSheetTest {

    private static final Rule RULE = RuleFields.ofNewRule(Map.of(
                    "priority", 90,
                    "backgroundRate", 100,
                    "update_type", "minor",
                    "product", "Firefox",
                    "locale", "ja,ja-JP-mac",
                    "comment", "=HYPERLINK(\"http://evil.example\")"))
            .toRule(new RuleId(204), 3);

    @Test
    void writesOneLineForEachRuleUnderTheNamesOfTheColumns() {
        List<String> lines = new String(new RuleSheet(List.of(RULE)).csv(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("rule_id,alias,priority,mapping,").endsWith(",comment,data_version");
        assertThat(lines.getLast())
                .startsWith("204,,90,,,100,minor,Firefox,")
                .contains("\"ja,ja-JP-mac\"", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
                .endsWith(",3");
    }

    @Test
    void writesJsonAsTheRulesAre() {
        JsonNode json = JsonMapper.builder().build().readTree(new RuleSheet(List.of(RULE)).json());

        assertThat(json.get("count").asInt()).isEqualTo(1);
        assertThat(json.at("/rules/0/rule_id").asInt()).isEqualTo(204);
        assertThat(json.at("/rules/0/comment").asString()).startsWith("=HYPERLINK");
        assertThat(json.at("/rules/0/mapping").isNull()).isTrue();
    }
}
