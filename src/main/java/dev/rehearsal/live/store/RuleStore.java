package dev.rehearsal.live.store;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the rule table; each write leaves a history row. */
@Repository
public class RuleStore {

    private final JdbcAggregateOperations rows;
    private final JdbcClient jdbc;

    public RuleStore(JdbcAggregateOperations rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    public List<Rule> all() {
        return rows.findAll(RuleRow.class).stream().map(RuleRow::toRule).toList();
    }

    /** Returns those of these that there are. */
    public List<Rule> all(Collection<RuleId> ids) {
        return rows.findAllById(ids.stream().map(RuleId::value).toList(), RuleRow.class).stream()
                .map(RuleRow::toRule)
                .toList();
    }

    public Map<Long, List<Rule>> writtenBy(Collection<Long> changeSets) {
        Map<Long, List<Rule>> written = new HashMap<>();
        if (!changeSets.isEmpty()) {
            rows.findAll(Query.query(Criteria.where("changeSetId").in(changeSets)), RuleHistoryRow.class)
                    .forEach(row -> row.toRule()
                            .ifPresent(rule -> written.computeIfAbsent(
                                            Objects.requireNonNull(row.changeSetId()), set -> new ArrayList<>())
                                    .add(rule)));
        }
        return written;
    }

    public Optional<Rule> lastWithAlias(String alias) {
        return last(Criteria.where("fields.alias").is(alias));
    }

    public Optional<Rule> lastWithId(RuleId id) {
        return last(Criteria.where("ruleId").is(id.value()).and("dataVersion").isNotNull());
    }

    private Optional<Rule> last(Criteria wanted) {
        Query latest = Query.query(wanted)
                .sort(Sort.by(Sort.Direction.DESC, "changeId"))
                .limit(1);
        return rows.findAll(latest, RuleHistoryRow.class).stream().findFirst().flatMap(RuleHistoryRow::toRule);
    }

    public void insert(Write write, Collection<Rule> rules) {
        if (!rules.isEmpty()) {
            rows.insertAll(rules.stream().map(RuleRow::of).toList());
            rows.insertAll(rules.stream()
                    .map(rule -> RuleHistoryRow.written(write, rule))
                    .toList());
        }
    }

    /** Aliases are cleared first, so that rules may swap them. */
    public void update(Write write, Collection<Rule> rules) {
        for (Rule rule : rules) {
            clearAlias(rule.id());
        }
        for (Rule rule : rules) {
            rows.update(RuleRow.of(rule));
            rows.insert(RuleHistoryRow.written(write, rule));
        }
    }

    public void delete(Write write, Collection<RuleId> rules) {
        for (RuleId id : rules) {
            rows.deleteById(id.value(), RuleRow.class);
            rows.insert(RuleHistoryRow.removed(write, id));
        }
    }

    /** A number that no rule had or will have, even if the transaction that asked for it fails. */
    public RuleId reserveId() {
        return new RuleId(
                jdbc.sql("select nextval('rule_ids')").query(Long.class).single());
    }

    /** Makes sure that reserved numbers are above these, and above all that were reserved before. */
    public void reserveUpTo(RuleId highest) {
        if (reserveId().value() > highest.value()) {
            return;
        }
        jdbc.sql("alter sequence rule_ids restart with " + (highest.value() + 1))
                .update();
    }

    private void clearAlias(RuleId id) {
        jdbc.sql("update rules set alias = null where rule_id = ?")
                .param(id.value())
                .update();
    }
}
