package dev.rehearsal.api.own;

import dev.rehearsal.insight.warning.Finding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finding with what it is about. */
final class FindingJson {

    private FindingJson() {}

    static Map<String, @Nullable Object> of(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", finding.kind().wireName());
        json.put("severity", finding.kind().severity().name().toLowerCase(Locale.ROOT));
        json.put("sentence", finding.sentence());
        json.put("what_to_do", finding.whatToDo());
        json.put(
                "change_set",
                finding.changeSet() == null ? null : finding.changeSet().value());
        json.put("rule_id", finding.rule() == null ? null : finding.rule().value());
        json.put("channel", finding.channel());
        return json;
    }
}
