package dev.rehearsal.bench;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is left of 100,000 sets that went live, one a minute: a million rows of history. Each edited two rules and had two
 * signoffs, and every other one went with a new version of a release.
 */
final class LongHistory {

    static final int SETS = 100_000;
    static final int RULES = 10_000;
    static final int RELEASES = 300;
    static final Duration APART = Duration.ofMinutes(1);

    /** Numbers of the rows begin here: above those of what there was before. */
    private static final long FIRST = 1_000_000;

    private static final String RULE_COLUMNS =
            "alias, priority, mapping, fallback_mapping, background_rate, update_type,"
                    + " product, version, channel, build_target, build_id, locale, os_version, memory, instruction_set, jaws, mig64,"
                    + " distribution, dist_version, header_architecture, comment";

    private final JdbcClient jdbc;
    private final ChangeSets changeSets;
    private final Instant start = Instant.now().minus(APART.multipliedBy(SETS + 60));

    LongHistory(ApplicationContext application) {
        this.jdbc = application.getBean(JdbcClient.class);
        this.changeSets = application.getBean(ChangeSets.class);
    }

    /** Returns when a set of these went live, from 1. */
    Instant enacted(int set) {
        return start.plus(APART.multipliedBy(set)).plusSeconds(30);
    }

    /** Writes the rows beside those of tables that were filled before. */
    void fill() {
        ChangeSet pattern = changeSets.schedule(
                new Actor("bootstrap"),
                "Pattern",
                Instant.now().plusSeconds(36_000),
                List.of(new Proposal.EditRule(new RuleId(1), null, Map.of("comment", "as a set would have it"))));
        long change = pattern.changes().getFirst().id().value();
        for (String table :
                List.of("rules", "releases", "release_parts", "channel_mappings", "change_sets", "changes")) {
            jdbc.sql("update " + table + "_history set changed_at = ?")
                    .param(start.toEpochMilli())
                    .update();
        }
        fillSets();
        fillChanges(change);
        fillLive();
        List.of("rules", "releases", "release_parts", "change_sets", "changes", "signoffs")
                .forEach(this::goOn);
        jdbc.sql("update rules set data_version = ?").param(2 * SETS / RULES).update();
        jdbc.sql("update releases set data_version = ?")
                .param(SETS / 2 / RELEASES + 1)
                .update();
        jdbc.sql("analyze").update();
    }

    private void goOn(String table) {
        jdbc.sql("alter table " + table + "_history alter column change_id restart with " + 10 * FIRST)
                .update();
    }

    private void fillSets() {
        insert(
                "change_sets (id, title, author, created_at, due, state, ended_by, ended_at, data_version, content_at)",
                "F + x, 'Set ' || x, 'person' || mod(x, 50), T, T + 30000, 'enacted', 'enactor', T + 30000, 2, T",
                SETS,
                1,
                "");
        String columns = "change_sets_history (change_id, changed_by, changed_at, set_id, title, author, due, state,"
                + " data_version, created_at, content_at)";
        insert(
                columns,
                "F + 2 * x, 'person' || mod(x, 50), T, F + x, 'Set ' || x, 'person' || mod(x, 50), T + 30000,"
                        + " 'pending', 1, T, T",
                SETS,
                1,
                "");
        insert(
                columns,
                "F + 2 * x + 1, 'enactor', T + 30000, F + x, 'Set ' || x, 'person' || mod(x, 50), T + 30000,"
                        + " 'enacted', 2, T, T",
                SETS,
                1,
                "");
        insert(
                "signoffs_history (change_id, changed_by, changed_at, set_id, person, role)",
                "F + x, 'signer' || mod(x, 2), T + 10000 + mod(x, 2), F + S, 'signer' || mod(x, 2), 'relman'",
                2 * SETS,
                2,
                "");
    }

    private void fillChanges(long pattern) {
        insert(
                "changes (id, set_id, place, object, change_type, target, content, written_by, data_version)",
                "F + x, F + S, mod(x, 2), 'rule', 'update', cast(1 + mod(x, R) as varchar), p.content,"
                        + " 'person' || mod(S, 50), 1",
                2 * SETS,
                2,
                " join changes p on p.id = " + pattern);
        insert(
                "changes_history (change_id, changed_by, changed_at, sc_id, set_id, place, object, change_type, target,"
                        + " content, written_by, data_version, rule_id)",
                "F + x, 'person' || mod(S, 50), T, F + x, F + S, mod(x, 2), 'rule', 'update',"
                        + " cast(1 + mod(x, R) as varchar), p.content, 'person' || mod(S, 50), 1, 1 + mod(x, R)",
                2 * SETS,
                2,
                " join changes p on p.id = " + pattern);
    }

    private void fillLive() {
        insert(
                "rules_history (change_id, changed_by, changed_at, change_set_id, rule_id, data_version, "
                        + RULE_COLUMNS + ")",
                "F + x, 'person' || mod(S, 50), T + 30000, F + S, l.rule_id, 1 + x / R, " + RULE_COLUMNS,
                2 * SETS,
                2,
                " join rules l on l.rule_id = 1 + mod(x, R)");
        insert(
                "releases_history (change_id, changed_by, changed_at, change_set_id, name, product, read_only, content,"
                        + " data_version, incarnation)",
                "F + x, 'person' || mod(x, 50), T + 30000, F + 2 * x, l.name, l.product, l.read_only, l.content,"
                        + " 2 + x / 300, l.incarnation",
                SETS / 2,
                -2,
                " join releases l on l.name = 'Release-' || mod(x, 300)");
        insert(
                "release_parts_history (change_id, changed_by, changed_at, change_set_id, name, path, hash, data_version,"
                        + " release_change_id)",
                "F + x, 'person' || mod(x, 50), T + 30000, F + x, l.name, l.path, l.hash, 2 + x / 300, F + (x + 1) / 2",
                SETS,
                1,
                " join release_parts l on l.path = '.' and l.name = 'Release-' || mod((x + 1) / 2, 300)");
    }

    /** @param perSet how many rows a set has; of what only every other set has, negative */
    private void insert(String into, String values, int rows, int perSet, String join) {
        String set = perSet > 0
                ? "cast((x + " + (perSet - 1) + ") / " + perSet + " as bigint)"
                : "cast(x * " + -perSet + " as bigint)";
        String select = values.replaceAll("\\bT\\b", start.toEpochMilli() + " + S * " + APART.toMillis())
                .replaceAll("\\bS\\b", set)
                .replaceAll("\\bF\\b", Long.toString(FIRST))
                .replaceAll("\\bR\\b", Integer.toString(RULES));
        jdbc.sql("insert into " + into + " select " + select + " from generate_series(1, " + rows + ") as r(x)"
                        + join.replaceAll("\\bR\\b", Integer.toString(RULES)))
                .update();
    }
}
