package dev.rehearsal.ui.rules;

import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.search.Found;
import dev.rehearsal.ui.search.SearchSource;
import dev.rehearsal.ui.search.SearchText;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules, live and pending, in evaluation order. */
@Component
class RuleSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(RuleSearch.class);

    private final RuleTables tables;

    RuleSearch(RuleTables tables) {
        this.tables = tables;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return MESSAGES.get("search.title");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        return text.best(tables.current().rows().stream().map(RuleTable.Row::rule), RuleSearch::fields, most).stream()
                .map(RuleSearch::found)
                .toList();
    }

    private static List<@Nullable String> fields(Rule rule) {
        String id = rule.id().toString();
        return Arrays.asList(
                id,
                "#" + id,
                rule.alias(),
                rule.mapping() == null ? null : rule.mapping().value(),
                rule.fallbackMapping() == null ? null : rule.fallbackMapping().value(),
                rule.product(),
                rule.channel(),
                rule.comment());
    }

    private static Found found(Rule rule) {
        return new Found(
                "#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias()),
                MESSAGES.get(
                        "search.rule",
                        Objects.requireNonNullElse(rule.product(), MESSAGES.get("search.every-product")),
                        Objects.requireNonNullElse(rule.channel(), MESSAGES.get("search.every-channel")),
                        rule.mapping() == null
                                ? MESSAGES.get("search.nothing")
                                : rule.mapping().value()),
                RuleNavigation.path(rule.id()));
    }
}
