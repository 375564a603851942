package dev.rehearsal.history.store;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.history.HistoryFilter;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.ledger.WriterNames;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The histories of everything that answers depend on. */
@Repository
public class Histories {

    private static final RowMapper<Release> RELEASE = (row, number) -> new Release(
            new ReleaseName(row.getString("name")),
            row.getString("product"),
            row.getBoolean("read_only"),
            row.getInt("data_version"),
            new ContentHash(row.getString("content")),
            row.getLong("incarnation"));

    private static final RowMapper<Pin> PIN = (row, number) -> new Pin(
            row.getString("product"),
            row.getString("channel"),
            row.getString("version"),
            new ReleaseName(row.getString("mapping")),
            row.getInt("data_version"),
            row.getLong("incarnation"));

    private static final RowMapper<Shutoff> SHUTOFF = (row, number) -> new Shutoff(
            row.getString("product"), row.getString("channel"), row.getString("comment"), row.getInt("data_version"));

    private static final RowMapper<ChannelMapping> MAPPING = (row, number) -> new ChannelMapping(
            row.getLong("mapping_id"),
            row.getString("product"),
            row.getString("live_channel"),
            row.getString("test_channel"),
            Scope.parse(row.getString("scope")),
            row.getInt("data_version"));

    private final JdbcClient jdbc;

    public Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public HistoryTable<Rule> rules() {
        return table("rules_history", (row, number) -> RuleRows.rule(row), "rule_id");
    }

    /** Whatever was written to any rule, newest first, removals left out. */
    public Page<Revision<Rule>> rules(HistoryFilter filter, Paging paging) {
        Conditions conditions = filter.conditions()
                .andIfGiven("product = ?", filter.product())
                .andIfGiven("channel = ?", filter.channel());
        return rules().matching(conditions, index(filter), paging);
    }

    /** The rows that one of these columns narrows down are many still: they are read in the order of its index. */
    private static String index(HistoryFilter filter) {
        if (filter.channel() != null) {
            return "channel desc,";
        }
        if (filter.product() != null) {
            return "product desc,";
        }
        return filter.changedBy() == null ? "" : "changed_by desc, changed_at desc,";
    }

    public HistoryTable<Release> releases() {
        return table("releases_history", RELEASE, "name");
    }

    public HistoryTable<Pin> pins() {
        return table("pins_history", PIN, "product", "channel", "version");
    }

    public HistoryTable<Shutoff> shutoffs() {
        return table("shutoffs_history", SHUTOFF, "product", "channel");
    }

    public HistoryTable<ChannelMapping> mappings() {
        return table("channel_mappings_history", MAPPING, "mapping_id");
    }

    HistoryTable<RecordedChange> changes() {
        return new HistoryTable<>(jdbc, "changes_history", List.of("sc_id"), "set_id", (row, number) -> change(row));
    }

    static RecordedChange change(ResultSet row) throws SQLException {
        return new RecordedChange(
                new ChangeId(row.getLong("sc_id")),
                new ChangeSetId(row.getLong("set_id")),
                row.getInt("place"),
                row.getString("object"),
                row.getString("change_type"),
                row.getString("target"),
                row.getString("content"),
                WriterNames.split(String.valueOf(row.getString("written_by"))));
    }

    private <T> HistoryTable<T> table(String name, RowMapper<T> content, String... key) {
        return new HistoryTable<>(jdbc, name, List.of(key), "change_set_id", content);
    }
}
