package dev.rehearsal.change.store;

import java.sql.Types;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Fills the columns that histories of rules are searched by; the databases read JSON each in its own way, or not. */
@Component
public class V9__FillRuleSubjects extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    private record Written(long changeId, String target, String content) {}

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        long last = 0;
        List<Written> some = after(jdbc, last);
        while (!some.isEmpty()) {
            jdbc.batchUpdate(
                    "update changes_history set rule_id = ?, rule_product = ?, rule_channel = ? where change_id = ?",
                    some.stream().map(V9__FillRuleSubjects::values).toList(),
                    new int[] {Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.BIGINT});
            last = some.getLast().changeId();
            some = after(jdbc, last);
        }
    }

    private static List<Written> after(JdbcTemplate jdbc, long last) {
        return jdbc.query(
                "select change_id, target, content from changes_history where object = 'rule' and change_id > ?"
                        + " order by change_id limit " + BATCH,
                (row, number) -> new Written(row.getLong(1), row.getString(2), text(row.getString(3))),
                last);
    }

    private static String text(@Nullable String content) {
        return content == null ? "" : content;
    }

    private static @Nullable Object[] values(Written written) {
        RuleSubject subject = RuleSubject.of("rule", written.target(), written.content());
        return new @Nullable Object[] {subject.id(), subject.product(), subject.channel(), written.changeId()};
    }
}
