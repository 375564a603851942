package dev.rehearsal.enactment.store;

import dev.rehearsal.staging.ChangeSetId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which set here stands for what is scheduled at a followed source. */
@Repository
public class MirroredSetStore {

    private final JdbcClient jdbc;

    public MirroredSetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the sets that have not ended, by what the source calls them, such as {@code rules/12}. */
    public Map<String, ChangeSetId> open() {
        Map<String, ChangeSetId> open = new HashMap<>();
        jdbc.sql("select source, set_id from mirrored_sets").query(row -> {
            open.put(row.getString(1), new ChangeSetId(row.getLong(2)));
        });
        return open;
    }

    public void add(String source, ChangeSetId set) {
        jdbc.sql("insert into mirrored_sets (source, set_id) values (?, ?)")
                .params(source, set.value())
                .update();
    }

    public void remove(String source) {
        jdbc.sql("delete from mirrored_sets where source = ?").param(source).update();
    }

    /** Makes sure that numbers which are given here are none that the source gives. */
    public void startNumbersAt(long first) {
        for (String sequence : new String[] {"rule_ids", "change_set_ids", "change_ids"}) {
            jdbc.sql("alter sequence " + sequence + " restart with " + first).update();
        }
    }
}
