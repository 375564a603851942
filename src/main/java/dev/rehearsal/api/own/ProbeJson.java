package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.ProbeResult;
import dev.rehearsal.serve.Decided;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Probes, and what came of them. */
final class ProbeJson {

    static final Set<String> FIELDS = Set.of("name", "url", "expect", "answer", "note");

    private ProbeJson() {}

    static Map<String, @Nullable Object> of(Probe probe) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", probe.id());
        json.put("name", probe.name());
        json.put("url", probe.url());
        json.put("product", probe.product());
        json.put("channel", probe.channel());
        json.put("expect", probe.expected().kind().wireName());
        json.put("answer", probe.expected().answer());
        json.put("note", probe.note());
        json.put("data_version", probe.dataVersion());
        return json;
    }

    static ProbeDraft read(JsonFields fields) {
        String word = fields.text("expect");
        Expectation.Kind kind = Expectation.Kind.named(word);
        if (kind == null && !word.isEmpty()) {
            fields.wrong("expect", "must be release, no_update or xml", word);
        }
        return new ProbeDraft(
                fields.text("name"),
                fields.text("url"),
                Objects.requireNonNullElse(kind, Expectation.Kind.NO_UPDATE).of(fields.optionalText("answer")),
                fields.optionalText("note"));
    }

    /** Returns what a probe got, without what it is. */
    static Map<String, @Nullable Object> got(ProbeResult result) {
        Decided got = result.got();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("pass", result.passes());
        json.put("release", got.release() == null ? null : got.release().value());
        json.put("rule_id", got.rule() == null ? null : got.rule().id().value());
        json.put("status", got.answer().status());
        json.put("body", got.answer().body());
        return json;
    }
}
