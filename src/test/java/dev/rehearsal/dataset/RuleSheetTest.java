package dev.rehearsal.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RuleSheetTest {

    private static final Rule RULE = RuleBuilder.aRule()
            .withId(204)
            .forProduct("Firefox")
            .forLocale("ja,ja-JP-mac")
            .withComment("=HYPERLINK(\"http://evil.example\")")
            .build();

    @Test
    void writesOneLineForEachRuleUnderTheNamesOfTheColumns() {
        List<String> lines = new String(new RuleSheet(List.of(RULE)).csv(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("rule_id,alias,priority,mapping,")
                .endsWith(",comment,data_version");
        assertThat(lines.getLast())
                .startsWith("204,,100,Some-Release,,100,minor,Firefox,")
                .contains("\"ja,ja-JP-mac\"", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
                .endsWith(",1");
    }

    @Test
    void writesJsonAsTheRulesAre() {
        JsonNode json = JsonMapper.builder().build().readTree(new RuleSheet(List.of(RULE)).json());

        assertThat(json.get("count").asInt()).isEqualTo(1);
        assertThat(json.at("/rules/0/rule_id").asInt()).isEqualTo(204);
        assertThat(json.at("/rules/0/comment").asString()).startsWith("=HYPERLINK");
        assertThat(json.at("/rules/0/alias").isNull()).isTrue();
    }
}
