package dev.rehearsal.probe.comparison.report;

import dev.rehearsal.probe.comparison.Amount;
import dev.rehearsal.probe.comparison.Example;
import dev.rehearsal.probe.comparison.Group;
import dev.rehearsal.probe.comparison.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A report for programs. */
final class JsonReport {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonReport() {}

    static String of(Report report) {
        Tally tally = report.tally();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", report.left());
        json.put("right", report.right());
        if (report.channels() != null) {
            json.put("channels", report.channels());
        }
        json.put("requests_from", report.source());
        json.put("lines", report.requests().lines());
        json.put("lines_without_update_url", report.requests().withoutUpdateUrl());
        json.put("requests_of_other_channels", report.requests().onOtherChannels());
        json.put("rules_compared", report.rules());
        json.put("file_urls_compared", report.channels() == null);
        json.put("longest_cache_seconds", report.longestCache().toSeconds());
        json.put("from", report.from().toString());
        json.put("until", report.until().toString());
        json.put("is_same", tally.isSame());
        json.put("result", report.result());
        json.put("all", amount(tally.all()));
        json.put("same", amount(tally.same()));
        json.put("same_but_for_file_urls", amount(tally.butForFileUrls()));
        json.put("ignored", ignored(tally));
        json.put("moving", with(amount(tally.moving()), tally.movingExamples()));
        json.put("different", with(amount(tally.different()), List.of()));
        json.put("groups", tally.groups().stream().map(JsonReport::group).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> amount(Amount amount) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("requests", amount.requests());
        json.put("times", amount.times());
        return json;
    }

    private static Map<String, Object> with(Map<String, Object> json, List<Example> examples) {
        if (!examples.isEmpty()) {
            json.put("examples", examples.stream().map(JsonReport::example).toList());
        }
        return json;
    }

    private static Map<String, Object> ignored(Tally tally) {
        Map<String, Object> json = amount(tally.ignored());
        json.put("too_much", tally.ignoresTooMuch());
        List<Object> reasons = new ArrayList<>();
        tally.reasons().forEach((reason, ignored) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("reason", reason.name());
            one.put("words", reason.words());
            one.putAll(with(amount(ignored.amount()), ignored.examples()));
            reasons.add(one);
        });
        json.put("reasons", reasons);
        return json;
    }

    private static Map<String, Object> group(Group group) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", group.key().title());
        json.put("kinds", group.key().kinds());
        json.put("left_rule", group.key().leftRule());
        json.put("right_rule", group.key().rightRule());
        json.putAll(with(amount(group.amount()), group.examples()));
        return json;
    }

    private static Map<String, Object> example(Example example) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("request", example.request().forced(example.difference().force()));
        json.put("times", example.times());
        json.put("left", example.difference().left());
        json.put("right", example.difference().right());
        return json;
    }
}
